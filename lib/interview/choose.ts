import type { Bank } from './bank.ts'
import type { Blueprint } from './blueprint.ts'
import { type Candidate, candidates, countsFor } from './candidates.ts'
import { draw, drawSeed } from './draw.ts'
import type { ScreenKind } from './form.ts'
import { inOrder } from './order.ts'
import { isShort, type Shortage, shortageOf } from './shortage.ts'

/** What one screen asks, fixed: the version of the question, and the seed of its options or numbers. */
export type Chosen = {
  questionId: string
  itemId: string
  kind: ScreenKind
  contentHash: string
  seed: number
  minutes: number
}

export type Plan = {
  items: Chosen[]
  minutes: number
  /** null when the bank gives what the blueprint asks for */
  shortage: Shortage | null
}

/**
 * The items of an interview: a function of its four arguments and nothing else; the bank's order does
 * not matter. Until nothing more fits: of the topic that lacks most time for its weight, new or seen as
 * is wanted, from the questions used least, in words or checked by machine, whichever has had less,
 * and of those one by lot.
 * @param seed any 32-bit integer
 * @param seen ids of the questions that the reader has answered before; only `mix` looks at it
 */
export function choose(
  blueprint: Blueprint,
  seed: number,
  bank: Bank,
  seen: ReadonlySet<string>,
): Plan {
  const shares = sharesOf(blueprint)
  const chosen: Candidate[] = []
  let open = candidates(blueprint, seed, bank, seen).toSorted(byLot(seed))
  for (;;) {
    // What does not fit now never will: time only grows shorter.
    open = open.filter(fits(blueprint, chosen))
    if (open.length === 0) break
    const pool = shares.reduce((rest, share) => neediest(rest, share, chosen), open)
    const next = neediest(leastUsed(pool, chosen), sides, chosen)[0]!
    chosen.push(next)
    open = open.filter((each) => each !== next)
  }
  const shortage = isShort(blueprint, chosen)
    ? shortageOf(blueprint, seed, bank, seen, chosen)
    : null
  const items = inOrder(chosen, seed).flatMap((each) => screensOf(each, seed))
  return { items, minutes: sum(chosen), shortage }
}

function screensOf({ question: { id, contentHash }, screens }: Candidate, seed: number): Chosen[] {
  return screens.map((screen) => ({
    ...screen,
    questionId: id,
    contentHash,
    seed: drawSeed(seed, `${id}/${screen.itemId}`),
  }))
}

function fits({ length }: Blueprint, chosen: readonly Candidate[]) {
  const minutes = sum(chosen)
  const screens = chosen.reduce((count, each) => count + each.screens.length, 0)
  return (each: Candidate): boolean =>
    'minutes' in length
      ? minutes + each.minutes <= length.minutes
      : screens + each.screens.length <= length.items
}

/** Groups of candidates among which time is shared out. */
type Split = { groupOf(each: Candidate): string; weightOf(group: string): number }

const sides: Split = { groupOf: ({ isWritten }) => String(isWritten), weightOf: () => 1 }

function sharesOf({ mix, topics }: Blueprint): Split[] {
  const isWeighted = Object.keys(topics).length > 0
  const byTopic: Split = {
    groupOf: ({ question }) => countsFor(question, topics)!,
    weightOf: (topic) => topics[topic]!,
  }
  const byNovelty: Split = { groupOf: ({ isSeen }) => String(isSeen), weightOf: () => 1 }
  return [...(isWeighted ? [byTopic] : []), ...(mix === 'half' ? [byNovelty] : [])]
}

/** Those of the group that has had least time for its weight; of equals, of the first by name. */
function neediest(
  pool: Candidate[],
  { groupOf, weightOf }: Split,
  chosen: readonly Candidate[],
): Candidate[] {
  const had = (group: string) =>
    sum(chosen.filter((each) => groupOf(each) === group)) / weightOf(group)
  const groups = [...new Set(pool.map(groupOf))].toSorted(
    (a, b) => had(a) - had(b) || (a > b ? -1 : 1), // "true" before "false": in words first
  )
  return pool.filter((each) => groupOf(each) === groups[0])
}

/** Those whose question has been used least. */
function leastUsed(pool: Candidate[], chosen: readonly Candidate[]): Candidate[] {
  const used = new Map<string, number>()
  for (const { question } of chosen) used.set(question.id, (used.get(question.id) ?? 0) + 1)
  const times = ({ question }: Candidate) => used.get(question.id) ?? 0
  const least = Math.min(...pool.map(times))
  return pool.filter((each) => times(each) === least)
}

/**
 * An order by lot in which each comes first with a chance in proportion to its weight: that of
 * exponential waiting times of that rate.
 */
function byLot(seed: number): (a: Candidate, b: Candidate) => number {
  const waits = new Map<Candidate, number>()
  function wait(each: Candidate): number {
    const known = waits.get(each) ?? -Math.log(1 - draw(seed, nameOf(each))) / each.weight
    waits.set(each, known)
    return known
  }
  return (a, b) => wait(a) - wait(b) || (nameOf(a) < nameOf(b) ? -1 : 1)
}

function nameOf({ question, screens }: Candidate): string {
  return `${question.id}/${screens[0]!.itemId}`
}

function sum(list: readonly Candidate[]): number {
  return list.reduce((minutes, each) => minutes + each.minutes, 0)
}

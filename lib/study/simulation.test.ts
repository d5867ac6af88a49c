import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import type { Bank, BankQuestion } from '#lib/interview/bank.ts'
import { type Blueprint, MIXES, standard } from '#lib/interview/blueprint.ts'
import { candidates, countsFor } from '#lib/interview/candidates.ts'
import { choose, type Chosen, type Plan } from '#lib/interview/choose.ts'
import { formOf, FORMS } from '#lib/interview/form.ts'
import { companyBlueprint, companyPresets, presets } from '#lib/interview/presets.ts'
import { tally } from '#lib/interview/report.ts'
import { LEVELS } from '#lib/quiz/kinds/rubric.ts'
import { interviewBank } from './interview-bank.ts'

/*
 * Simulated readers over the bank as it is: do their interviews keep to their blueprints, how often is
 * something asked again, and how often does the report's interval hold the reader's ability? The figures
 * of the full run stand in DECISIONS.md: RIDGELINE_FAULTS=full npx vitest run lib/study/simulation.test.ts
 */

const INTERVIEWS = faultSize(1_500, 10_000)
const EACH = 20 // interviews that a reader takes, one after the other

type Taken = {
  name: string
  blueprint: Blueprint
  seed: number
  plan: Plan
  /** ids of the questions that its reader had answered before */
  seen: ReadonlySet<string>
  before: Plan | null
}

const ANY = 'a blueprint at random'

let bank: Bank
let byId: ReadonlyMap<string, BankQuestion>
const taken: Taken[] = []

beforeAll(async () => {
  bank = await interviewBank()
  byId = new Map(bank.map((question) => [question.id, question]))
  const companies = companyPresets(bank).map((preset) => ({
    name: `${preset.company}, ${preset.role}`,
    blueprint: companyBlueprint(preset),
  }))
  expect(companies.length).toBeGreaterThan(0)
  const kinds = [
    ...presets.map(({ title, blueprint }) => ({ name: title, blueprint })),
    ...companies,
    { name: '20 minutes, new ones', blueprint: { ...standard, mix: 'new' as const } },
    { name: ANY, blueprint: null },
    { name: ANY, blueprint: null },
  ]
  const random = randomOf(11)
  for (let reader = 0; taken.length < INTERVIEWS; reader++) {
    const { name, blueprint: fixed } = kinds[reader % kinds.length]!
    let seen: ReadonlySet<string> = new Set()
    let before: Plan | null = null
    for (let nth = 0; nth < EACH && taken.length < INTERVIEWS; nth++) {
      const blueprint = fixed ?? anyBlueprint(random)
      const seed = Math.imul(reader * EACH + nth, 2_654_435_761) | 0
      const plan = choose(blueprint, seed, bank, seen)
      taken.push({ name, blueprint, seed, plan, seen, before })
      seen = new Set([...seen, ...plan.items.map(({ questionId }) => questionId)])
      before = plan
    }
  }
}, 600_000)

test('each keeps to every constraint of its blueprint, and is as long as it is to be', () => {
  const broken = taken.flatMap((each) => faultsOf(each).map((fault) => `${each.name}: ${fault}`))
  expect(broken.slice(0, 5)).toEqual([])
  print(
    [...new Set(taken.map(({ name }) => name))].map((name) => {
      const own = taken.filter((each) => each.name === name)
      const full = own.filter(({ plan }) => !plan.shortage)
      return {
        name,
        interviews: own.length,
        short: percent(1 - full.length / own.length),
        minutes: mean(full.map(({ plan }) => plan.minutes)).toFixed(1),
        'in words': percent(mean(full.map(({ plan }) => wordsShare(plan)))),
        'asked in the one before': percent(mean(own.flatMap(repeated))),
      }
    }),
  )
})

test('the check of constraints sees each that is broken', () => {
  const full = taken.find(({ plan }) => !plan.shortage && plan.items.length > 2)!
  const [first] = full.plan.items
  const question = byId.get(first!.questionId)!
  const other = <T>(all: readonly T[], own: readonly T[]) => all.find((each) => !own.includes(each))
  const role = other([...new Set(bank.flatMap(({ roles }) => roles))], question.roles)
  const wrong: [Partial<Blueprint>, RegExp][] = [
    [{ role: role ?? 'nobody' }, /role/],
    [{ topics: { 'no-topic': 1 } }, /topic/],
    [{ forms: ['order'], length: { minutes: 120 } }, /form|minutes/],
    [{ length: { minutes: 5 } }, /minutes/],
    [{ length: { items: 1 } }, /items/],
    [{ questions: ['other'] }, /question/],
    [{ mix: 'seen' }, /seen/],
  ]
  for (const [change, fault] of wrong) {
    const blueprint = { ...full.blueprint, ...change }
    expect(faultsOf({ ...full, blueprint, seen: new Set() }).join()).toMatch(fault)
  }
  const twice = { ...full.plan, items: [...full.plan.items, first!] }
  expect(faultsOf({ ...full, plan: twice }).join()).toMatch(/twice/)
})

test('where the bank is too small, what is said to help does', () => {
  const short = taken.filter(({ plan }) => plan.shortage).slice(0, 400)
  expect(short.length).toBeGreaterThan(20)
  for (const { blueprint, seed, plan, seen } of short) {
    const { relaxed, shorter, supply } = plan.shortage!
    expect(relaxed.length + Number(shorter !== null)).toBeGreaterThan(0)
    for (const each of relaxed) expect(each.supply.items).toBeGreaterThan(supply.items)
    if (shorter) {
      const again = choose({ ...blueprint, length: shorter }, seed, bank, seen)
      expect(again.shortage, JSON.stringify({ blueprint, shorter })).toBeNull()
    }
  }
})

test('topics have time in proportion to their weights, as far as the bank has it', () => {
  const rows = taken
    .filter(({ blueprint: { topics }, plan }) => Object.keys(topics).length > 1 && !plan.shortage)
    .flatMap(({ blueprint, seed, plan, seen }) => {
      const { topics } = blueprint
      const all = Object.values(topics).reduce((sum, weight) => sum + weight, 0)
      const open = candidates(blueprint, seed, bank, seen)
      return Object.entries(topics).map(([name, weight]) => {
        const own = (questionId: string) => topicOf(questionId, topics) === name
        const there = open.filter(({ question }) => own(question.id))
        const wanted = (plan.minutes * weight) / all
        const had = sumOf(plan.items.filter(({ questionId }) => own(questionId)))
        return { wanted, had, there: there.reduce((sum, { minutes }) => sum + minutes, 0) }
      })
    })
  // What has less than its share has nothing more to ask, but for what is too long for the time left.
  const longest = 10 + 2
  const enough = rows.filter(({ wanted, there }) => there >= wanted + longest)
  expect(enough.length).toBeGreaterThan(50)
  for (const { wanted, had } of enough) expect(wanted - had).toBeLessThan(2 * longest)
  print([
    {
      topics: rows.length,
      'the bank has too little': percent(1 - enough.length / rows.length),
      'minutes off': mean(enough.map(({ wanted, had }) => Math.abs(wanted - had))).toFixed(1),
    },
  ])
})

test('a company’s own questions are drawn oftener, and others too', () => {
  const share = (items: readonly Chosen[], company: string) =>
    items.filter(({ questionId }) =>
      byId.get(questionId)!.encounters.some((each) => each.company === company),
    ).length / items.length
  const both = taken.flatMap(({ blueprint, seed, plan, seen }) => {
    const { company } = blueprint
    if (company === null || plan.items.length === 0) return []
    const plain = choose({ ...blueprint, company: null }, seed, bank, seen)
    return [{ own: share(plan.items, company), plain: share(plain.items, company) }]
  })
  const [own, plain] = [mean(both.map((each) => each.own)), mean(both.map((each) => each.plain))]
  print([{ interviews: both.length, 'its own': percent(own), 'without it': percent(plain) }])
  expect(own).toBeGreaterThan(1.2 * plain)
  expect(own).toBeLessThan(0.9)
})

test('what is asked in one interview comes again in the next no oftener than chance from this bank', () => {
  const screens = bank.reduce((sum, { items }) => sum + items.length + 1, 0)
  const twenty = taken.filter(({ name }) => name === '20 minutes')
  const asked = mean(twenty.map(({ plan }) => plan.items.length))
  // Half of the time goes to words, of which there are fewer: some come oftener than others.
  expect(mean(twenty.flatMap(repeated))).toBeLessThan(4 * (asked / screens))
  const fresh = taken.filter(({ blueprint, plan }) => blueprint.mix === 'new' && !plan.shortage)
  expect(fresh.length).toBeGreaterThan(0)
  for (const { plan, before } of fresh)
    for (const { questionId } of plan.items)
      expect(before?.items.some((each) => each.questionId === questionId) ?? false).toBe(false)
})

describe('the interval of the report, 80 %, holds the ability', { timeout: 600_000 }, () => {
  const checked = ({ items }: Plan) =>
    items.filter(({ kind }) => !['answer', 'follow-up', 'predict'].includes(kind))

  /**
   * @param spread of the items' difficulty, in logits: 0 for all alike
   * @param inParts whether kinds that give part of a point do so: else every answer is right or wrong
   */
  function coverage(ability: (random: () => number) => number, spread: number, inParts: boolean) {
    const random = randomOf(7)
    let held = 0
    let count = 0
    for (const { plan } of taken) {
      const items = checked(plan)
      if (items.length === 0) continue
      const chance = ability(random)
      const answers = items.map(({ kind }) => {
        const own = shifted(chance, spread * normal(random))
        return inParts ? answered(kind, own, random) : { score: hit(own, random), wanted: own }
      })
      const { low, high } = tally(answers.map(({ score }) => score))!
      const wanted = mean(answers.map((each) => each.wanted))
      held += Number(low <= wanted && wanted <= high)
      count++
    }
    return held / count
  }

  const uniform = (random: () => number) => random()

  test('of readers of every ability alike in 80 % of interviews', () => {
    const found = coverage(uniform, 0, false)
    expect(Math.abs(found - 0.8)).toBeLessThan(0.03)
    print([{ ability: 'uniform', items: 'alike, right or wrong', held: percent(found) }])
  })

  test('where items differ in difficulty, or give parts of a point, it errs on the wide side', () => {
    const found = {
      'alike, in parts': coverage(uniform, 0, true),
      'spread of one logit': coverage(uniform, 1, false),
      'spread of one logit, in parts': coverage(uniform, 1, true),
    }
    for (const [items, share] of Object.entries(found)) expect(share, items).toBeGreaterThan(0.79)
    print([{ ability: 'uniform', ...mapValues(found, percent) }])
  })

  test('of one ability it may hold oftener or less often: by no more than stands in DECISIONS.md', () => {
    const rows = [0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95].map((ability) => ({
      ability,
      alike: coverage(() => ability, 0, false),
      'spread of one logit': coverage(() => ability, 1, false),
      'spread of one logit, in parts': coverage(() => ability, 1, true),
    }))
    print(rows.map(({ ability, ...held }) => ({ ability, ...mapValues(held, percent) })))
    for (const { ability, ...held } of rows)
      for (const share of Object.values(held)) expect(share, String(ability)).toBeGreaterThan(0.75)
  })
})

test('the simulation finds an interval that is too narrow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const random = randomOf(seed)
      let held = 0
      for (let nth = 0; nth < 400; nth++) {
        const ability = random()
        const { low, high } = tally(Array.from({ length: 6 }, () => Number(random() < ability)))!
        const middle = (low + high) / 2
        held += Number(Math.abs(ability - middle) < (high - low) / 4)
      }
      expect(held / 400).toBeLessThan(0.7)
    }),
    { numRuns: 5 },
  )
})

/** How an interview departs from its blueprint. */
function faultsOf({ blueprint, plan, seen }: Taken): string[] {
  const { role, levels, topics, forms, length, mix, questions, followUps } = blueprint
  const { items, minutes, shortage } = plan
  const faults: string[] = []
  for (const [nth, { questionId, kind }] of items.entries()) {
    const question = byId.get(questionId)!
    const isSeen = seen.has(questionId)
    if (role !== null && !question.roles.includes(role)) faults.push('a foreign role')
    if (levels.length > 0 && !question.levels.some((each) => levels.includes(each)))
      faults.push('a foreign level')
    if (Object.keys(topics).length > 0 && topicOf(questionId, topics) === undefined)
      faults.push('a foreign topic')
    if (!forms.includes(formOf(kind))) faults.push('a foreign form')
    if (questions.length > 0 && !questions.includes(questionId)) faults.push('a foreign question')
    if ((mix === 'new' && isSeen) || (mix === 'seen' && !isSeen)) faults.push(`seen is ${isSeen}`)
    if (kind !== 'follow-up') continue
    const above = items[nth - 1]
    if (!followUps || above?.kind !== 'answer' || above.questionId !== questionId)
      faults.push('a follow-up of nothing')
  }
  if (new Set(items.map(nameOf)).size < items.length) faults.push('something is asked twice')
  if ('minutes' in length && minutes > length.minutes) faults.push('too many minutes')
  if ('items' in length && items.length > length.items) faults.push('too many items')
  if (Math.abs(sumOf(items) - minutes) > 1e-9) faults.push('other minutes than its items have')
  if (shortage) return faults
  if ('minutes' in length && minutes < 0.75 * length.minutes) faults.push('too few minutes')
  if ('items' in length && items.length !== length.items) faults.push('too few items')
  const isLong = 'minutes' in length && length.minutes >= 20
  const isBoth = forms.includes('written') && forms.length === FORMS.length
  if (isLong && isBoth && mix === 'any') {
    const written = items.some(({ kind }) => kind === 'answer')
    if (!written || items.every(({ kind }) => formOf(kind) === 'written'))
      faults.push('not both in words and by machine')
  }
  return faults
}

/** Any blueprint that the form can ask for, but for a company and single questions. */
function anyBlueprint(random: () => number): Blueprint {
  const below = (n: number) => Math.floor(random() * n)
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!
  const some = <T>(list: readonly T[]) => list.filter(() => random() < 0.5)
  const roles = [...new Set(bank.flatMap((question) => question.roles))].toSorted()
  const topics = [...new Set(bank.flatMap((question) => question.topics))].toSorted()
  const chosen = Array.from({ length: below(4) }, () => [pick(topics), 1 + below(5)] as const)
  const forms = some(FORMS)
  return {
    ...standard,
    role: random() < 0.5 ? null : pick(roles),
    levels: some(LEVELS),
    topics: Object.fromEntries(chosen),
    forms: forms.length === 0 ? FORMS : forms,
    length: random() < 0.5 ? { minutes: 5 + below(116) } : { items: 1 + below(40) },
    followUps: random() < 0.5,
    mix: pick(MIXES),
  }
}

function topicOf(questionId: string, topics: Blueprint['topics']): string | undefined {
  return countsFor(byId.get(questionId)!, topics)
}

function sumOf(items: readonly Chosen[]): number {
  return items.reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * The score of somebody who has each part right with a chance, and what it would be on average.
 * Parts of what is matched, ordered or chosen stand for themselves here, as if none hung on another.
 */
function answered(kind: Chosen['kind'], chance: number, random: () => number) {
  if (kind === 'claim') {
    const isRight = hit(chance, random)
    const score = 0.4 * isRight + 0.6 * isRight * hit(chance, random)
    return { score, wanted: 0.4 * chance + 0.6 * chance ** 2 }
  }
  const parts = ['matching', 'ordering', 'multiple'].includes(kind) ? 4 : 1
  const hits = Array.from({ length: parts }, () => hit(chance, random))
  return { score: mean(hits), wanted: chance }
}

function hit(chance: number, random: () => number): number {
  return Number(random() < chance)
}

function repeated({ plan, before }: Taken): number[] {
  if (before === null || plan.items.length === 0) return []
  const last = new Set(before.items.map(nameOf))
  return [plan.items.filter((item) => last.has(nameOf(item))).length / plan.items.length]
}

function nameOf({ questionId, itemId }: Chosen): string {
  return `${questionId}/${itemId}`
}

function wordsShare({ items, minutes }: Plan): number {
  return sumOf(items.filter(({ kind }) => formOf(kind) === 'written')) / minutes
}

function shifted(chance: number, logits: number): number {
  if (logits === 0) return chance
  const odds = (chance / (1 - chance)) * Math.exp(logits)
  return odds / (1 + odds)
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function mapValues<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

function print(rows: object[]): void {
  // oxlint-disable-next-line no-console -- who asks for the full run wants to see its figures
  if (INTERVIEWS > 1_500) console.table(rows)
}

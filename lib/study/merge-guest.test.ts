import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { db } from '#lib/db/client.ts'
import { createGuest } from '#lib/db/user.ts'
import { exportEverything } from './export-everything.ts'
import { interviewBank } from './interview-bank.ts'
import { DEEDS, liveThrough, type Step } from './made-history.ts'
import { mergeGuest } from './merge-guest.ts'
import { rebuildCards } from './rebuild-cards.ts'

// Two random histories become one: nothing lost, nothing doubled, both kept where they differ. A real
// PostgreSQL and the real bank.

beforeAll(async () => void (await interviewBank()), 60_000)

const now = new Date('2026-11-30T12:00:00Z')
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...DEEDS),
  question: fc.nat(2),
  text: fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
  n: fc.nat(30),
})
const history = fc.array(step, { maxLength: 10 })

const guest = async () => (await createGuest(randomUUID())).id

async function account(): Promise<string> {
  const id = randomUUID()
  await db().user.create({ data: { id, email: `${id}@example.org` } })
  return id
}

type Everything = NonNullable<Awaited<ReturnType<typeof exportEverything>>>
const all = async (id: string) => (await exportEverything(id, now))!

/** What is whole rows, and may only change its owner. */
const ROWS = ['attempts', 'reviews', 'reports', 'interviews'] as const

/** Nothing of one's own: as somebody who has only come. */
function isEmpty(of: Everything) {
  return [...ROWS, 'cards', 'drafts', 'notes', 'marks'].every(
    (list) => (of[list as keyof Everything] as unknown[]).length === 0,
  )
}

/** What the account must hold after the guest has been merged into it. */
function expectBoth(merged: Everything, theirs: Everything, mine: Everything) {
  for (const list of ROWS) {
    const byId = (rows: readonly { id: string }[]) =>
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(byId(merged[list]), list).toEqual(byId([...theirs[list], ...mine[list]]))
  }
  for (const list of ['drafts', 'notes'] as const) {
    const before = [...theirs[list], ...mine[list]]
    for (const { questionId, text } of before)
      expect(merged[list].find((each) => each.questionId === questionId)?.text).toContain(text)
    expect(merged[list]).toHaveLength(new Set(before.map(({ questionId }) => questionId)).size)
  }
  const named = ({ marks }: Everything) =>
    marks.map(({ questionId, kind }) => `${questionId} ${kind}`)
  expect(named(merged).toSorted()).toEqual(
    [...new Set([...named(theirs), ...named(mine)])].toSorted(),
  )
  expect(merged.settings).toEqual(mine.settings ?? theirs.settings)
}

test('R5: over random histories on both sides nothing is lost and nothing doubled', async () => {
  await fc.assert(
    fc.asyncProperty(history, history, async (theirs, mine) => {
      const [from, to] = [await guest(), await account()]
      await liveThrough(from, theirs)
      await liveThrough(to, mine)
      const [left, right] = [await all(from), await all(to)]
      expect(await mergeGuest(from, to)).toBe(true)
      const merged = await all(to)
      expectBoth(merged, left, right)
      expect(isEmpty(await all(from))).toBe(true)
      // Derived rows are what the joined log amounts to, and once more changes nothing.
      expect((await rebuildCards(to)).asStored).toBe(true)
      expect(await mergeGuest(from, to)).toBe(false)
      expect(await all(to)).toEqual(merged)
    }),
    { numRuns: faultSize(8, 200), seed: 20261130 },
  )
})

test('R5: two sign-ins at once merge once; two accounts at once do not share a guest', async () => {
  const everything = DEEDS.map((what, nth): Step => ({
    what,
    question: nth % 3,
    text: what,
    n: nth,
  }))
  for (let round = 0; round < faultSize(3, 60); round++) {
    const [from, to, other] = [await guest(), await account(), await account()]
    await liveThrough(from, everything)
    await liveThrough(to, everything.slice(round % 6))
    const [left, right, third] = [await all(from), await all(to), await all(other)]
    const outcomes = await Promise.all(
      [to, to, other, to].map(async (id) => [id, await mergeGuest(from, id)] as const),
    )
    const winners = outcomes.filter(([, isMerged]) => isMerged)
    expect(winners).toHaveLength(1)
    const [winner] = winners[0]!
    const [has, hasNot] = winner === to ? [right, third] : [third, right]
    expectBoth(await all(winner), left, has)
    expect(await all(winner === to ? other : to)).toEqual(hasNot)
    expect(isEmpty(await all(from))).toBe(true)
  }
})

test('R5: two guests at once join one account, each whole', async () => {
  const deeds = ['answer', 'note', 'draft', 'review', 'mark'] as const
  const [one, two, to] = [await guest(), await guest(), await account()]
  for (const [id, text] of [
    [one, 'of one'],
    [two, 'of two'],
  ] as const)
    await liveThrough(
      id,
      deeds.map((what) => ({ what, question: 0, text, n: 1 })),
    )
  const [left, right] = [await all(one), await all(two)]
  expect(await Promise.all([mergeGuest(one, to), mergeGuest(two, to)])).toEqual([true, true])
  expectBoth(await all(to), left, right)
  expect((await rebuildCards(to)).asStored).toBe(true)
})

test('R5: the control: a row that is lost, and one that is there twice, are seen', async () => {
  const [from, to] = [await guest(), await account()]
  await liveThrough(from, [{ what: 'answer', question: 0, text: 'Words.', n: 0 }])
  const [left, right] = [await all(from), await all(to)]
  await mergeGuest(from, to)
  const merged = await all(to)
  expect(() => expectBoth({ ...merged, attempts: [] }, left, right)).toThrow()
  const twice = { ...merged, attempts: [...merged.attempts, ...merged.attempts] }
  expect(() => expectBoth(twice, left, right)).toThrow()
})

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { questionById, type Question } from '#lib/content/questions.ts'
import { cardsOf } from '#lib/db/card.ts'
import { db } from '#lib/db/client.ts'
import { createGuest } from '#lib/db/user.ts'
import { attemptBatch } from './attempt-entry.ts'
import { mergeGuest } from './merge-guest.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { rebuildCards } from './rebuild-cards.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { reviewBatch, type ReviewEntry } from './review-entry.ts'
import { storeAttempts } from './store-attempts.ts'
import { storeReviews } from './store-reviews.ts'

// A real PostgreSQL and the real bank.

const questionId = 'reg-0001'
let question: Question

beforeAll(async () => {
  question = (await questionById(questionId))!
})

async function guest(): Promise<string> {
  return (await createGuest(randomUUID())).id
}

async function recordReviews(user: string, entries: ReviewEntry[], at: Date) {
  const prepared = await prepareReviews(user, entries, at)
  if ('refused' in prepared) return prepared
  return storeReviews(
    user,
    entries.map(({ id }) => id),
    prepared.lines,
    at,
  )
}

function entry(more: object): ReviewEntry {
  return reviewBatch.parse({ reviews: [{ id: ulid(), questionId, ...more }] }).reviews[0]!
}

const graded = (grade: number, more: object = {}) => entry({ event: 'graded', grade, ...more })
const now = new Date('2026-11-23T18:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

describe('the review log', () => {
  test('a grade makes a card, and the same line twenty times at once makes it once', async () => {
    const user = await guest()
    const line = graded(3)
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => recordReviews(user, [line], now)),
    )
    for (const reply of replies)
      expect(reply).toMatchObject({ cards: [{ questionId, dueAt: later(2).toISOString() }] })
    expect(await cardsOf(user)).toHaveLength(1)
  })

  test('two devices at once lose no review', async () => {
    const user = await guest()
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => recordReviews(user, [graded(3)], later(i))),
    )
    expect((await cardsOf(user))[0]).toMatchObject({ reps: 8 })
    await expectDerived(user)
  })

  test('an override is taken back by undoing it', async () => {
    const user = await guest()
    await recordReviews(user, [graded(3)], now)
    const override = entry({ event: 'overridden', dueAt: later(30).toISOString() })
    await recordReviews(user, [override], later(0.1))
    expect((await cardsOf(user))[0]?.due).toEqual(later(30))
    await recordReviews(user, [entry({ event: 'undone', undoes: override.id })], later(0.2))
    expect((await cardsOf(user))[0]?.due).toEqual(later(2))
  })

  test('what a rubric missed becomes cards; said later, they are graded good', async () => {
    const user = await guest()
    const first = await rubric(user, ['Some words.', {}])
    await recordReviews(user, [graded(1, { attemptId: first })], now)
    const expected = question.keyPoints.filter(({ from }) => from === 'intern')
    const cards = await cardsOf(user)
    expect(new Set(cards.map(({ keyPointId }) => keyPointId))).toEqual(
      new Set(['', ...expected.map(({ id }) => id)]),
    )
    const said = expected[0]!.id
    const second = await rubric(user, ['Some words.', { [said]: [[0, 4]] }])
    const line = graded(2, { attemptId: second })
    await recordReviews(user, [line], later(1))
    await recordReviews(user, [line], later(2))
    const point = (await cardsOf(user)).find(({ keyPointId }) => keyPointId === said)
    expect(point).toMatchObject({ reps: 2, lastReview: later(1) })
    await expectDerived(user)
    await recordReviews(user, [entry({ event: 'undone', undoes: line.id })], later(3))
    expect(await cardsOf(user)).toEqual(cards)
  })

  test('nobody writes into another’s log, or about what does not exist', async () => {
    const [owner, other] = [await guest(), await guest()]
    const line = graded(3)
    await recordReviews(owner, [line], now)
    expect(await recordReviews(other, [line], now)).toMatchObject({
      refused: { code: 'not-found' },
    })
    expect(await cardsOf(other)).toEqual([])
    const foreign = await rubric(owner, ['Words.', {}])
    for (const wrong of [
      graded(3, { attemptId: foreign }),
      graded(3, { questionId: 'reg-9999' }),
      graded(3, { keyPointId: 'no-such-point' }),
      entry({ event: 'undone', undoes: line.id }),
    ])
      expect(await recordReviews(other, [wrong], now)).toHaveProperty('refused')
    const past = entry({ event: 'overridden', dueAt: later(-9).toISOString() })
    expect(await recordReviews(owner, [past], now)).toMatchObject({ refused: { code: 'invalid' } })
  })

  test('a guest’s log joins the account’s, and the cards are those of both', async () => {
    const [from, to] = [await guest(), randomUUID()]
    await db().user.create({ data: { id: to, email: `${to}@example.org` } })
    await recordReviews(from, [graded(3)], now)
    await recordReviews(to, [graded(2)], later(3))
    await mergeGuest(from, to)
    expect(await cardsOf(to)).toMatchObject([{ reps: 2 }])
    expect(await cardsOf(from)).toEqual([])
    await expectDerived(to)
  })
})

/** A reader's log in this test, in lines. */
const LOG = 1000
const LINES = Math.ceil(faultSize(LOG, 100_000) / LOG) * LOG

test(
  `R17: over random logs of ${LINES} lines together, what is stored is what they amount to`,
  async () => {
    for (let nth = 0; nth < LINES / LOG; nth++) await keepRandomLog(20261123 + nth)
  },
  (60_000 * LINES) / LOG,
)

async function keepRandomLog(seed: number) {
  const point = fc.constantFrom('', ...question.keyPoints.slice(0, 3).map(({ id }) => id))
  const step = fc.record({
    keyPointId: point,
    what: fc.constantFrom('graded', 'graded', 'overridden', 'postponed', 'undone' as const),
    grade: fc.integer({ min: 1, max: 4 }),
    wait: fc.double({ min: 0, max: 3, noNaN: true }),
    back: fc.nat(20),
  })
  const user = await guest()
  const ids: string[] = []
  let at = now
  const history = fc.sample(fc.array(step, { minLength: LOG, maxLength: LOG, size: 'max' }), {
    numRuns: 1,
    seed,
  })[0]!
  for (const { keyPointId, what, grade, wait, back } of history) {
    at = new Date(at.getTime() + Math.round(wait * 86_400_000))
    const target = ids.at(-1 - back)
    const line =
      what === 'graded' || (what === 'undone' && target === undefined)
        ? graded(grade, { keyPointId })
        : what === 'undone'
          ? entry({ event: 'undone', undoes: target })
          : entry({
              event: what,
              dueAt: new Date(at.getTime() + 86_400_000).toISOString(),
              keyPointId,
            })
    ids.push(line.id)
    expect(await recordReviews(user, [line], at)).toHaveProperty('cards')
  }
  await expectDerived(user)
}

/** Rebuilding changes nothing; a card that was tampered with is put right: the comparison can fail. */
async function expectDerived(user: string) {
  const stored = await cardsOf(user)
  await rebuildCards(user)
  expect(await cardsOf(user)).toEqual(stored)
  await db().card.updateMany({ where: { userId: user }, data: { reps: 77 } })
  await rebuildCards(user)
  expect(await cardsOf(user)).toEqual(stored)
}

async function rubric(user: string, [text, quotes]: [string, object]): Promise<string> {
  const [answerId, id] = [ulid(), ulid()]
  const common = { contentHash: question.contentHash }
  const { attempts } = attemptBatch.parse({
    attempts: [
      {
        ...common,
        id: answerId,
        itemId: `${questionId}/answer`,
        response: { text, skipped: false },
      },
      {
        ...common,
        id,
        itemId: `${questionId}/rubric`,
        response: { answerId, level: 'intern', quotes, ticked: [] },
      },
    ],
  })
  const prepared = await prepareAttempts(user, attempts)
  if ('refused' in prepared) throw new Error(prepared.refused.message)
  await storeAttempts(user, prepared.prepared)
  return id
}

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { questionById, type Question } from '#lib/content/questions.ts'
import { type CardRow, cardsOf } from '#lib/db/card.ts'
import { db } from '#lib/db/client.ts'
import type { ReviewRow } from '#lib/db/review.ts'
import { createGuest } from '#lib/db/user.ts'
import { cardKey } from '#lib/learning/card.ts'
import {
  isExpected,
  type Level,
  LEVELS,
  type RubricResponse,
  type Span,
} from '#lib/quiz/kinds/rubric.ts'
import { attemptBatch } from './attempt-entry.ts'
import { mergeGuest } from './merge-guest.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { rebuildCards } from './rebuild-cards.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { reviewBatch, type ReviewEntry } from './review-entry.ts'
import { cardRows } from './review-log.ts'
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

/** What a reader does in this test. */
const LOG = 1000
const EVENTS = Math.ceil(faultSize(LOG, 100_000) / LOG) * LOG

test(
  `R17: over random histories of ${EVENTS} events together, what is derived is what they amount to`,
  async () => {
    for (let nth = 0; nth < EVENTS / LOG; nth++) await expectKept(20261123 + nth)
  },
  (600_000 * EVENTS) / LOG,
)

type Step = {
  what: 'rubric' | 'graded' | 'overridden' | 'postponed' | 'undone'
  /** 0 is the question itself */
  point: number
  grade: number
  /** days since the step before */
  wait: number
  back: number
  said: Said
}
type Said = { level: Level; marks: ('quoted' | 'ticked' | 'missed')[] }

const random = fc.record<Step>({
  what: fc.constantFrom(
    ...(['rubric', 'graded', 'graded', 'graded', 'graded', 'graded'] as const),
    ...(['overridden', 'postponed', 'undone', 'undone'] as const),
  ),
  point: fc.nat(3),
  grade: fc.integer({ min: 1, max: 4 }),
  wait: fc.double({ min: 0, max: 3, noNaN: true }),
  back: fc.nat(20),
  said: fc.record({
    level: fc.constantFrom(...LEVELS),
    marks: fc.array(fc.constantFrom('quoted', 'ticked', 'missed'), {
      minLength: 14,
      maxLength: 14,
    }),
  }),
})

/** Grades, rubrics with a card for each point that they miss, other dates, and all of it taken back. */
async function keepRandomLog(user: string, seed: number) {
  const steps = fc.array(random, { minLength: LOG, maxLength: LOG, size: 'max' })
  const [history] = fc.sample(steps, { numRuns: 1, seed })
  const answerId = await submit(user, 'answer', { text: 'Some words.', skipped: false })
  const ids: string[] = []
  let at = now
  for (const step of history!) {
    at = new Date(at.getTime() + Math.round(step.wait * 86_400_000))
    const attemptId =
      step.what === 'rubric' ? await submit(user, 'rubric', saidOf(answerId, step.said)) : null
    const line = lineFor(step, at, attemptId, ids.at(-1 - step.back))
    ids.push(line.id)
    expect(await recordReviews(user, [line], at)).toHaveProperty('cards')
  }
}

function lineFor(
  { what, point, grade }: Step,
  at: Date,
  attemptId: string | null,
  target: string | undefined,
) {
  const keyPointId = point === 0 ? '' : question.keyPoints[point - 1]!.id
  if (what === 'rubric') return graded(grade, { attemptId })
  if (what === 'undone' && target) return entry({ event: 'undone', undoes: target })
  if (what === 'graded' || what === 'undone') return graded(grade, { keyPointId })
  const dueAt = new Date(at.getTime() + 86_400_000).toISOString()
  return entry({ event: what, dueAt, keyPointId })
}

/** What is said of an answer: each point quoted, ticked or missed. */
function saidOf(answerId: string, { level, marks }: Said): RubricResponse {
  const points = question.keyPoints.filter(({ from }) => isExpected(from, level))
  const marked = (as: string) =>
    points.filter((_, nth) => marks[nth % marks.length] === as).map(({ id }) => id)
  const quotes = Object.fromEntries(marked('quoted').map((id) => [id, [[0, 4]] as Span[]]))
  return { answerId, level, quotes, ticked: marked('ticked') }
}

async function expectKept(seed: number) {
  const user = await guest()
  await keepRandomLog(user, seed)
  const log = await db().review.findMany({ where: { userId: user } })
  expect(log.length).toBeGreaterThanOrEqual(LOG)
  // Every way in which a card comes to be or changes has been taken, and points have cards of rubrics.
  expect(new Set(log.map(({ event }) => event))).toEqual(
    new Set(['graded', 'overridden', 'postponed', 'undone']),
  )
  const ofRubrics = log.filter(({ id, event }) => event === 'graded' && id.includes('/'))
  expect(new Set(ofRubrics.map(({ grade }) => grade))).toEqual(new Set([1, 3]))
  const carded = (await cardsOf(user)).map(({ keyPointId }) => keyPointId)
  expect(new Set(carded)).toEqual(new Set(['', ...question.keyPoints.map(({ id }) => id)]))
  await expectDerived(user)
  await expectEachLineToCount(user, log)
}

/** The negative control: a log that lacks one of these lines amounts to something else. */
async function expectEachLineToCount(user: string, log: readonly ReviewRow[]) {
  const stored = await cardsOf(user)
  const lacking = (line: ReviewRow) =>
    cardRows(
      user,
      log.filter((each) => each !== line),
    )
  const undone = new Set(log.map(({ undoes }) => undoes))
  const newest = log.toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
  const ofRubric = newest.find(
    ({ id, event }) => event === 'graded' && id.includes('/') && !undone.has(id),
  )!
  const ofQuestion = newest.find(
    ({ id, event, keyPointId }) => event === 'graded' && keyPointId === '' && !undone.has(id),
  )!
  expect(sorted(cardRows(user, log))).toEqual(sorted(stored))
  for (const line of [ofRubric, ofQuestion])
    expect(sorted(lacking(line))).not.toEqual(sorted(stored))
}

function sorted(cards: readonly CardRow[]) {
  return cards.toSorted((a, b) => cardKey(a).localeCompare(cardKey(b)))
}

/** Rebuilding changes nothing; what was tampered with, lost or made up is put right: it can fail. */
async function expectDerived(user: string) {
  const stored = await cardsOf(user)
  expect(await rebuildCards(user)).toEqual({ cards: stored.length, asStored: true })
  expect(await cardsOf(user)).toEqual(stored)
  const { questionId, keyPointId } = stored[0]!
  for (const tamper of [
    () => db().card.updateMany({ where: { userId: user }, data: { reps: 77 } }),
    () => db().card.deleteMany({ where: { userId: user, questionId, keyPointId } }),
    () => db().card.create({ data: { ...stored[0]!, keyPointId: 'made-up' } }),
    () => db().card.deleteMany({ where: { userId: user } }),
  ]) {
    await tamper()
    expect((await rebuildCards(user)).asStored).toBe(false)
    expect(await cardsOf(user)).toEqual(stored)
  }
}

/** An answer, and what its reader found in it. */
async function rubric(user: string, [text, quotes]: [string, object]): Promise<string> {
  const answerId = await submit(user, 'answer', { text, skipped: false })
  return submit(user, 'rubric', { answerId, level: 'intern', quotes, ticked: [] })
}

async function submit(user: string, item: string, response: object): Promise<string> {
  const id = ulid()
  const { contentHash } = question
  const attempt = { id, itemId: `${questionId}/${item}`, contentHash, response }
  const { attempts } = attemptBatch.parse({ attempts: [attempt] })
  const prepared = await prepareAttempts(user, attempts)
  if ('refused' in prepared) throw new Error(prepared.refused.message)
  await storeAttempts(user, prepared.prepared)
  return id
}

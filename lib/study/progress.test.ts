import { randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { beforeAll, expect, test } from 'vitest'
import { questionById, type Question, topics } from '#lib/content/questions.ts'
import { db } from '#lib/db/client.ts'
import { createGuest } from '#lib/db/user.ts'
import type { KeyedItem } from '#lib/quiz/grade/item.ts'
import { rightResponse, wrongResponse } from '#lib/quiz/grade/right-response.ts'
import { attemptBatch } from './attempt-entry.ts'
import { openAttempt } from './open-attempt.ts'
import { openBrief } from './open-brief.ts'
import { openHistory } from './open-history.ts'
import { openProgress } from './open-progress.ts'
import { openToday } from './open-today.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { rebuildAll } from './rebuild-all.ts'
import { reviewBatch, type ReviewEntry } from './review-entry.ts'
import { saveSettings } from './settings.ts'
import { storeAttempts } from './store-attempts.ts'
import { storeReviews } from './store-reviews.ts'

// A real PostgreSQL and the real bank; small histories, worked by hand.

const questionId = 'reg-0001'
let question: Question
let items: KeyedItem[]

beforeAll(async () => {
  question = (await questionById(questionId))!
  items = question.items.filter((item) => item.kind === 'single' || item.kind === 'numeric')
})

const now = new Date('2026-11-23T18:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const guest = async () => (await createGuest(randomUUID())).id

test('somebody unknown has nothing, and everything can be drawn all the same', async () => {
  const progress = await openProgress(null, now)
  expect(progress).toMatchObject({ answers: 0, interview: { on: null, plan: null }, notes: [] })
  expect(progress.topics.every(({ estimate }) => estimate === null)).toBe(true)
  expect(progress.ahead).toHaveLength(14)
  // 23 November 2026 is a Monday: eleven whole weeks and one day.
  expect(progress.strip).toEqual({ from: '2026-09-07', counts: Array(78).fill(0) })
  expect(await openHistory(null, {})).toEqual({ lines: [], next: null, topic: null })
})

test('three right and one wrong are Beta(4, 2); tried again on the same day changes nothing', async () => {
  const user = await guest()
  await answer(
    user,
    [
      [0, true],
      [1, true],
      [2, true],
      [3, false],
    ],
    now,
  )
  await answer(user, [[3, true]], new Date(now.getTime() + 60_000))
  const { topics, answers } = await openProgress(user, now)
  const topic = topics.find(({ answers: n }) => n > 0)
  expect(answers).toBe(4)
  expect(topic).toMatchObject({ answers: 4, estimate: { a: 4, b: 2 } })
  // After 45 days each answer counts half: 1 + 3/2 and 1 + 1/2.
  const later = await openProgress(user, ago(-45))
  const faded = later.topics.find(({ answers: n }) => n > 0)!.estimate!
  expect([faded.a, faded.b]).toEqual([expect.closeTo(2.5, 4), expect.closeTo(1.5, 4)])
})

test('three answers are no estimate yet', async () => {
  const user = await guest()
  await answer(
    user,
    [
      [0, true],
      [1, true],
      [2, true],
    ],
    now,
  )
  expect((await openProgress(user, now)).topics).toContainEqual(
    expect.objectContaining({ answers: 3, estimate: null }),
  )
})

test('the strip counts reviews on the reader’s own days, and nothing that was taken back', async () => {
  const user = await guest()
  const late = new Date('2026-11-23T06:30:00Z') // 22:30 on Sunday the 22nd in Los Angeles
  const line = graded(3)
  await record(user, [graded(3)], ago(30))
  await record(user, [graded(3)], late)
  await record(user, [line], new Date('2026-11-23T17:00:00Z'))
  await record(user, [entry({ event: 'undone', undoes: line.id })], now)
  expect(daysOf((await openProgress(user, now)).strip)).toEqual({
    '2026-10-24': 1,
    '2026-11-23': 1,
  })
  await saveSettings(user, { timeZone: 'America/Los_Angeles' })
  expect(daysOf((await openProgress(user, now)).strip)).toEqual({
    '2026-10-24': 1,
    '2026-11-22': 1,
  })
})

test('the forecast of one card is its forgetting curve, and the plan one review of it', async () => {
  const user = await guest()
  await record(user, [graded(3)], now)
  await saveSettings(user, { interviewOn: '2026-12-13', interviewTarget: 0.9 })
  const { interview, topics } = await openProgress(user, now)
  // Graded good at 18:00, asked at noon of the twentieth day: 19.75 days later. FSRS-6, by its paper
  // form: S = 2.3065 days, R = (1 + f·t/S)^−0.1542 with f = 0.9^(−1/0.1542) − 1.
  const f = 0.9 ** (-1 / 0.1542) - 1
  const expected = (1 + (f * 19.75) / 2.3065) ** -0.1542
  expect(interview).toMatchObject({ daysLeft: 20, expected: { cards: 1, low: 0, high: 1 } })
  expect(interview.expected!.expected).toBeCloseTo(expected, 6)
  expect(interview.topics).toHaveLength(1)
  expect(topics.map(({ title }) => title)).toContain(interview.topics[0]!.title)
  expect(interview.plan).toMatchObject({ reviews: 1, days: [{ cards: 1 }] })
  expect(interview.plan!.expected.expected).toBeGreaterThan(expected)

  await saveSettings(user, { interviewOn: '2026-11-22' })
  expect((await openProgress(user, now)).interview).toMatchObject({ daysLeft: -1, expected: null })
})

test('minutes of today’s reviews use up the day; the points of a rubric are no reviews', async () => {
  const user = await guest()
  await saveSettings(user, { dailyMinutes: 5 })
  const points = question.keyPoints.slice(0, 6).map(({ id }) => id)
  for (const keyPointId of points) await record(user, [graded(1, { keyPointId })], ago(3))
  const before = await openToday(user, now)
  expect([before.cards.length, before.later.length]).toEqual([5, 1])
  const again = before.cards.slice(0, 2).map(({ keyPointId }) => graded(3, { keyPointId }))
  await record(user, again, now)
  const after = await openToday(user, now)
  expect([after.cards.length, after.later.length, after.reviewedToday]).toEqual([3, 1, 2])
  expect((await openBrief(user, now)).due).toMatchObject([
    { points: 3, isWhole: false, minutes: 3 },
  ])
})

test('what is asked for by name comes with its date; what else is due waits apart', async () => {
  const user = await guest()
  const [point] = question.keyPoints
  await record(user, [graded(4)], ago(1))
  await record(user, [graded(1, { keyPointId: point!.id })], ago(3))
  const chosen = await openToday(user, now, new Set([questionId]))
  expect(chosen).toMatchObject({
    chosen: true,
    cards: [{ questionId, keyPointId: '' }],
    later: [{ questionId, keyPointId: point!.id }],
  })
  expect(chosen.cards[0]!.dueAt! > chosen.tomorrow).toBe(true)
  expect(await openToday(user, now)).toMatchObject({ chosen: false, later: [] })
})

test('who comes back meets five cards for the day, however often the page is opened', async () => {
  const user = await guest()
  const points = question.keyPoints.slice(0, 8).map(({ id }) => id)
  for (const keyPointId of points) await record(user, [graded(1, { keyPointId })], ago(20))
  expect(await openToday(user, now)).toMatchObject({ reentry: true, cards: { length: 5 } })
  const [first] = (await openToday(user, now)).cards
  await record(user, [graded(3, { keyPointId: first!.keyPointId })], now)
  expect(await openToday(user, now)).toMatchObject({ reentry: true, cards: { length: 4 } })
  expect(await openToday(user, ago(-1))).toMatchObject({ reentry: false })
})

test('history comes in pages, each attempt as it was shown, and only to its owner', async () => {
  const [user, other] = [await guest(), await guest()]
  for (let i = 0; i < 11; i++)
    await answer(
      user,
      [
        [0, true],
        [1, false],
      ],
      ago(i),
    )
  const first = await openHistory(user, {})
  expect(first.lines).toHaveLength(20)
  const second = await openHistory(user, { after: first.next })
  // Those of one topic alone: its own, another's, and none's.
  const { topic } = question
  const own = await openHistory(user, { topic })
  expect(own).toMatchObject({ lines: { length: 20 }, topic: (await topics()).get(topic)!.title })
  const rest = await openHistory(user, { topic, after: own.next })
  expect(rest).toMatchObject({ lines: { length: 2 }, next: null })
  const elsewhere = [...(await topics()).keys()].find((each) => each !== topic)!
  expect(await openHistory(user, { topic: elsewhere })).toMatchObject({ lines: [], next: null })
  expect(await openHistory(user, { topic: 'no-topic' })).toEqual({
    lines: [],
    next: null,
    topic: null,
  })
  expect(second).toMatchObject({ lines: { length: 2 }, next: null })
  const all = [...first.lines, ...second.lines]
  expect(new Set(all.map(({ id }) => id)).size).toBe(22)
  expect(all.map(({ receivedAt }) => receivedAt)).toEqual(
    all
      .map(({ receivedAt }) => receivedAt)
      .toSorted()
      .toReversed(),
  )
  const { id } = all[0]!
  expect(await openAttempt(other, id)).toBeNull()
  expect(await openAttempt(null, id)).toBeNull()
  expect(await openAttempt(user, id)).toMatchObject({
    id,
    grader: 'server',
    question: { title: question.title, slug: question.slug, isUnchanged: true },
    asked: { kind: expect.any(String) },
    feedback: { why: expect.any(String) },
  })
})

test('R17: one command rebuilds all that is derived, and says whose rows were wrong', async () => {
  const [sound, wrong] = [await guest(), await guest()]
  for (const user of [sound, wrong]) await record(user, [graded(3)], now)
  // The control: what is not what the log amounts to is found.
  await db().card.updateMany({ where: { userId: wrong }, data: { stability: 99 } })
  await db().card.create({
    data: { userId: wrong, questionId: 'gone-0001', due: now },
  })
  const { mended } = await rebuildAll()
  expect(mended).toContain(wrong)
  expect(mended).not.toContain(sound)
  expect((await rebuildAll()).mended).not.toContain(wrong)
})

/** @param given which of the items, and whether right */
async function answer(user: string, given: [number, boolean][], at: Date) {
  const { attempts } = attemptBatch.parse({
    attempts: given.map(([nth, isRight]) => ({
      id: ulid(at.getTime()),
      itemId: `${questionId}/${items[nth]!.id}`,
      contentHash: question.contentHash,
      response: isRight ? rightResponse(items[nth]!) : wrongResponse(items[nth]!),
    })),
  })
  const result = await prepareAttempts(user, attempts)
  if ('refused' in result) throw new Error(result.refused.message)
  await storeAttempts(
    user,
    result.prepared.map((each) => ({ ...each, attempt: { ...each.attempt, receivedAt: at } })),
  )
}

async function record(user: string, entries: ReviewEntry[], at: Date) {
  const prepared = await prepareReviews(user, entries, at)
  if ('refused' in prepared) throw new Error(prepared.refused.message)
  await storeReviews(
    user,
    entries.map(({ id }) => id),
    prepared.lines,
    at,
  )
}

function entry(more: object): ReviewEntry {
  return reviewBatch.parse({ reviews: [{ id: ulid(), questionId, ...more }] }).reviews[0]!
}

function graded(grade: number, more: object = {}) {
  return entry({ event: 'graded', grade, ...more })
}

/** The days that have reviews, with how many. */
function daysOf({ from, counts }: { from: string; counts: number[] }) {
  return Object.fromEntries(
    counts.flatMap((n, i) => {
      const day = new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000)
      return n === 0 ? [] : [[day.toISOString().slice(0, 10), n]]
    }),
  )
}

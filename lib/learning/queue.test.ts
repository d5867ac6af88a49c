import { expect, test } from 'vitest'
import {
  absence,
  habit,
  isDue,
  reentrySize,
  statusOf,
  today,
  tomorrow,
  type Waiting,
} from './queue.ts'
import { newCard, review } from './schedule.ts'

const timeZone = 'America/Los_Angeles'
const now = new Date('2026-11-24T06:30:00Z') // 22:30 on the 23rd
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

test('due is by the end of the reader’s own day', () => {
  const card = review(newCard({ questionId: 'q', keyPointId: '' }, ago(5)), 3, ago(5))
  expect(isDue({ ...card, due: new Date('2026-11-24T07:59:59Z') }, now, timeZone)).toBe(true)
  expect(isDue({ ...card, due: new Date('2026-11-24T08:00:00Z') }, now, timeZone)).toBe(false)
  expect(tomorrow(now, timeZone)).toEqual(new Date('2026-11-24T08:00:00Z'))
})

test('what matters most and is most nearly forgotten comes first; what is over waits', () => {
  const offered = [waiting('light', 3, 1), waiting('heavy', 3, 3), waiting('fresh', 0.1, 3)]
  const found = today(offered, { ...o, cap: 10 })
  expect(found.now.map(name)).toEqual(['heavy', 'light'])
  expect(found.later.map(name)).toEqual(['fresh'])
})

test('a card that takes longer than the cap begins a day alone; what does not fit into the rest of one waits', () => {
  const offered = [waiting('a', 9, 1), waiting('b', 9, 1)]
  expect(today(offered, { ...o, cap: 3 }).now).toHaveLength(1)
  expect(today(offered, { ...o, cap: 3, spent: 1 }).now).toHaveLength(0)
  expect(today(offered, { ...o, cap: 3, spent: 3 }).now).toHaveLength(0)
})

test('who comes back after long meets a short set', () => {
  const offered = Array.from({ length: 40 }, (_, i) => waiting(`q${i}`, 20 + i, 1))
  const back = today(offered, { ...o, cap: 500, lastSeen: ago(absence + 1) })
  expect(back).toMatchObject({ reentry: true })
  expect(back.now).toHaveLength(reentrySize)
  expect(today(offered, { ...o, cap: 500, lastSeen: ago(absence - 1) }).reentry).toBe(false)
  // what is done of it today makes it shorter, and reloading the page does not begin it anew
  const half = today(offered.slice(3), { ...o, cap: 500, lastSeen: ago(absence + 1), done: 3 })
  expect(half.now).toHaveLength(reentrySize - 3)
})

test('a habit counts days, not reviews, and days off are nobody’s failure', () => {
  const reviewed = [ago(0), ago(0), ago(1), ago(3), ago(40)]
  expect(habit(reviewed, { now, timeZone, daysOff: new Set() })).toEqual({ active: 3, of: 14 })
  const daysOff = new Set(['2026-11-21', '2026-11-22'])
  expect(habit(reviewed, { now, timeZone, daysOff })).toEqual({ active: 3, of: 13 })
})

test('statuses', () => {
  const fresh = newCard({ questionId: 'q', keyPointId: '' }, now)
  expect(statusOf(undefined, now, timeZone)).toBe('new')
  expect(statusOf(fresh, now, timeZone)).toBe('new')
  expect(statusOf(review(fresh, 3, now), now, timeZone)).toBe('known')
  expect(statusOf(review(fresh, 3, now), new Date(now.getTime() + 3 * 86_400_000), timeZone)).toBe(
    'due',
  )
  expect(statusOf({ ...review(fresh, 1, now), due: tomorrow(now, timeZone) }, now, timeZone)).toBe(
    'learning',
  )
})

const o = { now, timeZone, spent: 0, done: 0, lastSeen: ago(1) }

function waiting(questionId: string, days: number, weight: number): Waiting {
  const reviewed = review(newCard({ questionId, keyPointId: '' }, ago(days)), 3, ago(days))
  return { card: { ...reviewed, due: now }, weight, minutes: 5 }
}

function name({ card: { questionId } }: Waiting): string {
  return questionId
}

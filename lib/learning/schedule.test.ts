import { expect, test } from 'vitest'
import { cardKey, type Card, type Grade } from './card.ts'
import { decay, moved, newCard, proposedGrade, recall, review } from './schedule.ts'

const name = { questionId: 'reg-0001', keyPointId: '' }
const start = new Date('2026-11-23T12:30:00Z')

test('intervals equal the reference sequence of FSRS 6 (py-fsrs and ts-fsrs test suites)', () => {
  // The suites' second review falls ten minutes after the first, in a learning step: so does ours.
  let card: Card = { ...review(newCard(name, start), 3, start), state: 1, due: plusMinutes(10) }
  const intervals = ([3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3] as const).map((grade) => {
    card = review(card, grade, card.due)
    return card.scheduledDays
  })
  expect(intervals).toEqual([2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
})

test.each([
  [1, 0.212, 10 / 1440],
  [2, 1.2931, null],
  [3, 2.3065, 2],
  [4, 8.2956, 8],
] as const)('a first grade %d: stability is weight %d', (grade, stability, inDays) => {
  const card = review(newCard(name, start), grade, start)
  expect(card.stability).toBeCloseTo(stability, 8)
  expect(card.lastReview).toEqual(start)
  if (inDays !== null)
    expect((card.due.getTime() - start.getTime()) / 86_400_000).toBeCloseTo(inDays, 9)
})

test('stability is the number of days until recall is 90 %', () => {
  const card = review(newCard(name, start), 3, start)
  expect(recall(card, start)).toBe(1)
  expect(recall(card, new Date(start.getTime() + card.stability * 86_400_000))).toBeCloseTo(0.9, 6)
})

test('recall falls by the power law that the page on scoring states', () => {
  const card = review(newCard(name, start), 3, start)
  const f = 0.9 ** (-1 / decay) - 1
  for (const times of [0.5, 2, 10]) {
    const at = new Date(start.getTime() + times * card.stability * 86_400_000)
    expect(recall(card, at)).toBeCloseTo((1 + f * times) ** -decay, 6)
  }
})

test('what was never reviewed is not recalled; a clock set back is no time at all', () => {
  expect(recall(newCard(name, start), start)).toBe(0)
  const card = review(newCard(name, start), 3, start)
  const earlier = new Date(start.getTime() - 1e9)
  expect(recall(card, earlier)).toBe(1)
  expect(review(card, 3, earlier)).toEqual(review(card, 3, start))
})

test('another date changes nothing but the date', () => {
  const card = review(newCard(name, start), 3, start)
  expect(moved(card, plusMinutes(99))).toEqual({ ...card, due: plusMinutes(99) })
})

test.each<[number, Grade]>([
  [0, 1],
  [0.499, 1],
  [0.5, 2],
  [0.799, 2],
  [0.8, 3],
  [1, 3],
])('a score of %d suggests grade %d; never easy', (score, grade) => {
  expect(proposedGrade(score)).toBe(grade)
})

test('a key has no two readings', () => {
  expect(cardKey({ questionId: 'a-0001', keyPointId: 'b' })).toBe('a-0001 b')
})

function plusMinutes(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}

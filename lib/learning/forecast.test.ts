import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from './card.ts'
import { countDistribution, fromChances, recallAfterReview } from './forecast.ts'
import { lightestPlan, plan } from './plan.ts'
import { newCard, recall, review } from './schedule.ts'
import { dayNumber, randomOf, simulateCoverage, someCards } from './simulate.ts'

const now = dayNumber(0)
const after = dayNumber

test('three fair coins', () => {
  expect(Array.from(countDistribution([0.5, 0.5, 0.5]))).toEqual([0.125, 0.375, 0.375, 0.125])
  expect(fromChances([0.5, 0.5, 0.5])).toEqual({ cards: 3, expected: 0.5, low: 0, high: 1 })
  expect(fromChances([])).toBeNull()
  expect(fromChances([1, 1])).toEqual({ cards: 2, expected: 1, low: 1, high: 1 })
})

test('a distribution of counts sums to one and has the right mean', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 60 }),
      (chances) => {
        const counts = Array.from(countDistribution(chances))
        expect(counts.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10)
        const mean = counts.reduce((sum, p, k) => sum + p * k, 0)
        expect(mean).toBeCloseTo(
          chances.reduce((sum, p) => sum + p, 0),
          9,
        )
      },
    ),
  )
})

/**
 * 2,000 learners who forget exactly by the model. A range of 80 % must hold at least 80 % of the
 * outcomes (counts are whole, so it holds more: as much as the distributions say, within three
 * standard errors of a share), and the expectation must be right on average.
 */
test('the range covers what 2,000 simulated learners recall at its stated rate', () => {
  const learners = 2000
  const { covered, stated, bias } = simulateCoverage({ learners, cards: 12, seed: 20261123 })
  expect(stated).toBeGreaterThanOrEqual(0.8)
  expect(covered).toBeGreaterThanOrEqual(0.8)
  const error = Math.sqrt((stated * (1 - stated)) / learners)
  expect(Math.abs(covered - stated)).toBeLessThan(3 * error)
  expect(Math.abs(bias)).toBeLessThan(0.01)
})

test('negative control: it does not cover learners whose memories last a quarter as long', () => {
  const { covered, stated } = simulateCoverage({
    learners: 500,
    cards: 12,
    seed: 7,
    stability: 0.25,
  })
  expect(covered).toBeLessThan(stated - 0.1)
  expect(covered).toBeLessThan(0.8)
})

test('a review helps, on average, whichever way it ends', () => {
  const random = randomOf(5)
  for (const card of someCards(random, 200))
    expect(recallAfterReview(card, after(6), after(7))).toBeGreaterThan(
      recall(card, after(7)) - 0.05,
    )
})

const days = [0, 1, 2, 3, 4].map((day) => after(day))
const options = { days, minutesOf: () => 3, target: 0.9 }

test('a plan reaches its target with as few reviews as any other', () => {
  const random = randomOf(11)
  for (let round = 0; round < 20; round++) {
    const cards = someCards(random, 7)
    const found = plan(cards, after(5), { ...options, limit: 100, target: 0.8 })
    if (!found.reached) continue
    expect(found.forecast!.expected).toBeGreaterThanOrEqual(0.8 - 1e-6)
    expect(found.reviews).toHaveLength(fewestReviews(cards, 0.8))
  }
})

test('what is enough already needs no review', () => {
  const card = review(newCard({ questionId: 'q', keyPointId: '' }, now), 4, now)
  expect(plan([card], after(2), { ...options, limit: 10 }).reviews).toEqual([])
})

test('no day is asked for more than its limit, and a target out of reach is said to be', () => {
  const cards = someCards(randomOf(3), 30)
  const tight = plan(cards, after(5), { ...options, limit: 6, target: 0.99 })
  expect(Math.max(...tight.minutes)).toBeLessThanOrEqual(6)
  expect(tight.reached).toBe(false)
})

test('the lightest plan has the least sufficient minutes a day', () => {
  const cards = someCards(randomOf(13), 30)
  const light = lightestPlan(cards, after(5), { ...options, target: 0.85, most: 60 })
  expect(light.reached).toBe(true)
  expect(Math.max(...light.minutes)).toBeLessThanOrEqual(light.limit)
  expect(plan(cards, after(5), { ...options, target: 0.85, limit: light.limit - 1 }).reached).toBe(
    false,
  )
})

/** By trying every subset, each card on its best day. */
function fewestReviews(cards: readonly Card[], target: number): number {
  const gains = cards.map((card) => {
    const best = Math.max(...days.map((day) => recallAfterReview(card, day, after(5))))
    return best - recall(card, after(5))
  })
  const base = cards.reduce((sum, card) => sum + recall(card, after(5)), 0)
  let fewest = Infinity
  for (let set = 0; set < 2 ** cards.length; set++) {
    const chosen = gains.filter((_, i) => set & (1 << i))
    const total = base + chosen.reduce((sum, gain) => sum + gain, 0)
    if (total >= target * cards.length - 1e-9) fewest = Math.min(fewest, chosen.length)
  }
  return fewest
}

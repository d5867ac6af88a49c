import type { Card } from './card.ts'
import { recall, review } from './schedule.ts'

/** How many of some cards will be recalled on a date, as shares in [0, 1]. */
export type Forecast = {
  cards: number
  expected: number
  /** at least 80 % of all outcomes lie from `low` to `high` */
  low: number
  high: number
}

/**
 * Recall on a date if nothing more is reviewed. Each card is recalled or not, independently, with
 * the probability of its own forgetting curve; the range is that of the number recalled, computed
 * exactly (the Poisson binomial distribution, by convolution).
 * @returns null without cards
 */
export function forecast(cards: readonly Card[], on: Date): Forecast | null {
  return fromChances(cards.map((card) => recall(card, on)))
}

/** @param chances in [0, 1], one a card */
export function fromChances(chances: readonly number[]): Forecast | null {
  const n = chances.length
  if (n === 0) return null
  const counts = countDistribution(chances)
  return {
    cards: n,
    expected: chances.reduce((sum, chance) => sum + chance, 0) / n,
    low: countQuantile(counts, 0.1) / n,
    high: countQuantile(counts, 0.9) / n,
  }
}

/** @returns P(exactly k recalled) for k = 0 … n */
export function countDistribution(chances: readonly number[]): Float64Array {
  const counts = new Float64Array(chances.length + 1)
  counts[0] = 1
  chances.forEach((chance, i) => {
    for (let k = i + 1; k > 0; k--) counts[k] = counts[k]! * (1 - chance) + counts[k - 1]! * chance
    counts[0]! *= 1 - chance
  })
  return counts
}

/** The least k with P(at most k) ≥ p, forgiving the last bits. */
function countQuantile(counts: Float64Array, p: number): number {
  let sum = 0
  for (let k = 0; k < counts.length; k++) {
    sum += counts[k]!
    if (sum >= p - 1e-12) return k
  }
  return counts.length - 1
}

/**
 * The chance that a card is recalled on a date, if it is reviewed once before: remembered at that
 * review (graded good) or forgotten (graded again), each as likely as the forgetting curve says.
 */
export function recallAfterReview(card: Card, reviewedOn: Date, on: Date): number {
  const known = recall(card, reviewedOn)
  const remembered = recall(review(card, 3, reviewedOn), on)
  const forgotten = recall(review(card, 1, reviewedOn), on)
  return known * remembered + (1 - known) * forgotten
}

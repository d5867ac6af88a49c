import type { Card } from './card.ts'
import { countDistribution, forecast } from './forecast.ts'
import { newCard, recall, review } from './schedule.ts'

/** How a range of 80 % fared with learners whose truth is known. */
export type Coverage = {
  learners: number
  /** share of learners whose outcome lay in the range that was stated for them */
  covered: number
  /** the same as the distributions state it: above 0.8, since counts are whole */
  stated: number
  /** mean of what was recalled less what was expected */
  bias: number
}

/**
 * Learners who forget exactly by the model: each has reviewed some cards at random times with random
 * grades, waits 1 to 41 days, and is asked for all of them.
 * @param o.stability what their memories are really worth: 1 as the forecast believes
 */
export function simulateCoverage(o: {
  learners: number
  cards: number
  seed: number
  stability?: number
}): Coverage {
  const random = randomOf(o.seed)
  const factor = o.stability ?? 1
  const sums = { covered: 0, stated: 0, bias: 0 }
  for (let i = 0; i < o.learners; i++) {
    const cards = someCards(random, o.cards)
    const on = dayNumber(1 + random() * 40)
    const truth = cards.map((card) => recall({ ...card, stability: card.stability * factor }, on))
    const recalled = truth.filter((chance) => random() < chance).length
    const { low, high, expected } = forecast(cards, on)!
    const [from, to] = [Math.round(low * o.cards), Math.round(high * o.cards)]
    const counts = countDistribution(cards.map((card) => recall(card, on)))
    sums.covered += recalled >= from && recalled <= to ? 1 : 0
    sums.stated += counts.slice(from, to + 1).reduce((sum, chance) => sum + chance, 0)
    sums.bias += recalled / o.cards - expected
  }
  return {
    learners: o.learners,
    covered: sums.covered / o.learners,
    stated: sums.stated / o.learners,
    bias: sums.bias / o.learners,
  }
}

/** Cards with one to four reviews in the sixty days before day 0. @param random in [0, 1) */
export function someCards(random: () => number, count: number): Card[] {
  return Array.from({ length: count }, (_, i) => {
    let card = newCard({ questionId: `q-${i}`, keyPointId: '' }, dayNumber(-60))
    let at = -60 + random() * 20
    for (let k = 0; k < 1 + Math.floor(random() * 4); k++) {
      card = review(card, (1 + Math.floor(random() * 4)) as 1 | 2 | 3 | 4, dayNumber(at))
      at = Math.min(0, at + random() * 18)
    }
    return card
  })
}

/** Noon of a day that is counted from one fixed day, 0. */
export function dayNumber(days: number): Date {
  return new Date(Date.parse('2026-11-23T12:00:00Z') + days * 86_400_000)
}

/** Park and Miller's generator: good enough to simulate with, the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed % 2147483647
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

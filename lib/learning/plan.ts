import type { Card } from './card.ts'
import { fromChances, recallAfterReview, type Forecast } from './forecast.ts'
import { recall } from './schedule.ts'

export type Planned = {
  /** what to review, and on which of the days that were offered */
  reviews: { card: Card; day: number }[]
  /** minutes on each day */
  minutes: number[]
  /** what is to be expected on the date once all of it is done */
  forecast: Forecast | null
  /** whether that reaches the target */
  reached: boolean
}

/**
 * The smallest set of reviews after which the expected share of recalled cards reaches a target.
 * Each card is reviewed at most once more. Gains add up, so the best next review is the one that
 * gains most per minute: with equal minutes and room on every day no smaller set can do. Each
 * review is put on the day that gains most among those that still have room.
 * @param days instants at which reviews can be done, rising, all before `on`
 * @param limit minutes that fit into one day
 * @param minutesOf how long a card takes
 * @param target expected share in [0, 1]
 */
export function plan(
  cards: readonly Card[],
  on: Date,
  o: {
    days: readonly Date[]
    limit: number
    minutesOf: (card: Card) => number
    target: number
  },
): Planned {
  const chances = cards.map((card) => recall(card, on))
  const minutes = o.days.map(() => 0)
  const reviews: Planned['reviews'] = []
  const open = cards.map((card, index) => ({
    card,
    index,
    after: o.days.map((day) => recallAfterReview(card, day, on)),
  }))
  const sum = () => chances.reduce((total, chance) => total + chance, 0)
  const wanted = o.target * cards.length - 1e-9
  while (sum() < wanted) {
    const best = bestReview(open, chances, minutes, o)
    if (best === undefined) break
    const [{ card, index, after }] = open.splice(best.at, 1) as [(typeof open)[number]]
    chances[index] = after[best.day]!
    minutes[best.day]! += o.minutesOf(card)
    reviews.push({ card, day: best.day })
  }
  return { reviews, minutes, forecast: fromChances(chances), reached: sum() >= wanted }
}

function bestReview(
  open: readonly { card: Card; index: number; after: number[] }[],
  chances: readonly number[],
  minutes: readonly number[],
  o: { limit: number; minutesOf: (card: Card) => number },
): { at: number; day: number } | undefined {
  let best: { at: number; day: number; gain: number } | undefined
  open.forEach(({ card, index, after }, at) => {
    const needed = o.minutesOf(card)
    after.forEach((chance, day) => {
      const gain = (chance - chances[index]!) / needed
      // a thousandth: less is not worth anybody's evening
      if (chance - chances[index]! < 1e-3 || minutes[day]! + needed > o.limit) return
      if (best === undefined || gain > best.gain + 1e-12) best = { at, day, gain }
    })
  })
  return best
}

/**
 * The same with the fewest minutes a day that suffice, to the minute: long plans are spread, not
 * crammed into the last evening.
 * @param most minutes a day that the reader is willing to spend
 * @returns the plan under the least sufficient limit; under `most` if even that is not enough
 */
export function lightestPlan(
  cards: readonly Card[],
  on: Date,
  o: Omit<Parameters<typeof plan>[2], 'limit'> & { most: number },
): Planned & { limit: number } {
  const at = (limit: number) => ({ ...plan(cards, on, { ...o, limit }), limit })
  const whole = at(o.most)
  if (!whole.reached) return whole
  let [low, high] = [-1, Math.ceil(Math.max(0, ...whole.minutes))]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (at(middle).reached) high = middle
    else low = middle
  }
  return at(high)
}

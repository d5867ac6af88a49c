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

type Options = {
  days: readonly Date[]
  limit: number
  minutesOf: (card: Card) => number
  target: number
}

/**
 * The smallest set of reviews after which the expected share of recalled cards reaches a target.
 * Each card is reviewed at most once more. Gains add up, so the best next review is the one that
 * gains most per minute: with equal minutes and room on every day no smaller set can do. Each
 * review is put on the day that gains most among those that still have room.
 * @param o.days instants at which reviews can be done, rising, all before `on`
 * @param o.limit minutes that fit into one day
 * @param o.minutesOf how long a card takes
 * @param o.target expected share in [0, 1]
 */
export function plan(cards: readonly Card[], on: Date, o: Options): Planned {
  return choose(prospects(cards, on, o), o)
}

/**
 * The same with the fewest minutes a day that suffice, to the minute: long plans are spread, not
 * crammed into the last evening.
 * @param o.most minutes a day that the reader is willing to spend
 * @returns the plan under the least sufficient limit; under `most` if even that is not enough
 */
export function lightestPlan(
  cards: readonly Card[],
  on: Date,
  o: Omit<Options, 'limit'> & { most: number },
): Planned & { limit: number } {
  const ahead = prospects(cards, on, o)
  const at = (limit: number) => ({ ...choose(ahead, { ...o, limit }), limit })
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

/** A review that could be done: of which card, on which day, and what it makes of its chance. */
type Prospect = { index: number; card: Card; day: number; chance: number; minutes: number }

type Ahead = {
  /** each card's chance of being recalled on the date, if nothing more is reviewed */
  chances: number[]
  /** those that gain most per minute first */
  prospects: Prospect[]
}

function prospects(
  cards: readonly Card[],
  on: Date,
  { days, minutesOf }: Pick<Options, 'days' | 'minutesOf'>,
): Ahead {
  const chances = cards.map((card) => recall(card, on))
  const gain = ({ index, chance, minutes }: Prospect) => (chance - chances[index]!) / minutes
  const all = cards.flatMap((card, index) =>
    days.map((at, day): Prospect => {
      const chance = recallAfterReview(card, at, on)
      return { index, card, day, chance, minutes: minutesOf(card) }
    }),
  )
  // a thousandth: less is not worth anybody's evening
  const worth = all.filter(({ index, chance }) => chance - chances[index]! >= 1e-3)
  return { chances, prospects: worth.toSorted((a, b) => gain(b) - gain(a)) }
}

/** What a review gains does not hang on the others, so one pass over the ordered list is enough. */
function choose(
  { chances: before, prospects: ordered }: Ahead,
  { days, limit, target }: Omit<Options, 'minutesOf'>,
): Planned {
  const chances = [...before]
  const minutes = days.map(() => 0)
  const reviews: Planned['reviews'] = []
  const taken = new Set<number>()
  const wanted = target * chances.length - 1e-9
  let sum = chances.reduce((total, chance) => total + chance, 0)
  for (const { index, card, day, chance, minutes: needed } of ordered) {
    if (sum >= wanted) break
    if (taken.has(index) || minutes[day]! + needed > limit) continue
    taken.add(index)
    sum += chance - chances[index]!
    chances[index] = chance
    minutes[day]! += needed
    reviews.push({ card, day })
  }
  return { reviews, minutes, forecast: fromChances(chances), reached: sum >= wanted }
}

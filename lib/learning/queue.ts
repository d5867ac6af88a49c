import type { Card } from './card.ts'
import { type Day, dayOf, plusDays, startOf } from './day.ts'
import { days, recall } from './schedule.ts'

/** A card with what its order depends on. */
export type Waiting = { card: Card; weight: number; minutes: number }

export type Today = {
  /** what fits into the day, most urgent first */
  now: Waiting[]
  /** what is over: it waits for another day, and nobody counts it */
  later: Waiting[]
  /** whether this is the short set that somebody meets who comes back after long */
  reentry: boolean
}

/** Days without a review after which somebody is met with a short set, for a whole day. */
export const absence = 14

/** Cards of that set. */
export const reentrySize = 5

/** Whether a card is to be reviewed by the end of the reader's day. */
export function isDue(card: Card, now: Date, timeZone: string): boolean {
  return card.due < startOf(plusDays(dayOf(now, timeZone), 1), timeZone)
}

/**
 * Today's reviews, by weight × (1 − recall): what matters most and is most nearly forgotten first.
 * @param cap minutes that the reader gives a day; its first card is offered however long it takes
 * @param spent minutes of it that are already used today
 * @param done reviews of today
 * @param lastSeen the reader's last review before today; null if there is none
 */
export function today(
  cards: readonly Waiting[],
  o: {
    now: Date
    timeZone: string
    cap: number
    spent: number
    done: number
    lastSeen: Date | null
  },
): Today {
  const due = cards
    .filter(({ card }) => isDue(card, o.now, o.timeZone))
    .toSorted(
      (a, b) =>
        urgency(b, o.now) - urgency(a, o.now) || a.card.due.getTime() - b.card.due.getTime(),
    )
  const reentry = o.lastSeen !== null && days(o.lastSeen, o.now) > absence
  const fits = reentry ? Math.max(0, reentrySize - o.done) : countThatFits(due, o)
  return { now: due.slice(0, fits), later: due.slice(fits), reentry }
}

export function urgency({ card, weight }: Waiting, now: Date): number {
  return weight * (1 - recall(card, now))
}

/** As many from the front as fit; of a day that has not begun the first one always. */
function countThatFits(due: readonly Waiting[], { cap, spent }: { cap: number; spent: number }) {
  let [count, used] = [0, spent]
  for (const { minutes } of due) {
    if (used + minutes > cap && used > 0) break
    used += minutes
    count++
  }
  return count
}

/** Where "Move all to tomorrow" moves a card: to the first instant of the reader's next day. */
export function tomorrow(now: Date, timeZone: string): Date {
  return startOf(plusDays(dayOf(now, timeZone), 1), timeZone)
}

/** "9 of the last 14 days": days with at least one review, days off left out of both numbers. */
export function habit(
  reviewedAt: readonly Date[],
  o: { now: Date; timeZone: string; daysOff: ReadonlySet<Day>; window?: number },
): { active: number; of: number } {
  const end = dayOf(o.now, o.timeZone)
  const active = new Set(reviewedAt.map((at) => dayOf(at, o.timeZone)))
  const counted = Array.from({ length: o.window ?? 14 }, (_, i) => plusDays(end, -i)).filter(
    (day) => !o.daysOff.has(day) || active.has(day),
  )
  return { active: counted.filter((day) => active.has(day)).length, of: counted.length }
}

export type Status = 'new' | 'learning' | 'due' | 'known'

/** Of a question, from its card: what lists and filters say. */
export function statusOf(card: Card | undefined, now: Date, timeZone: string): Status {
  if (card === undefined || card.lastReview === null) return 'new'
  if (isDue(card, now, timeZone)) return 'due'
  return card.state === 2 ? 'known' : 'learning'
}

import { type Day, dayOf, plusDays, startOf } from './day.ts'
import { today, type Waiting } from './queue.ts'

/** What one day brings. */
export type DayAhead = { day: Day; cards: number; minutes: number }

/**
 * What the queue will offer on the days ahead, if every day's reviews are done and nothing new is
 * begun: what does not fit into a day is offered on the next. A review's own next date is not
 * foreseen, since it hangs on the grade.
 * @param o.firstDay what is offered today: the queue knows how much of the day is used
 */
export function agenda(
  cards: readonly Waiting[],
  o: { now: Date; timeZone: string; cap: number; firstDay: readonly Waiting[]; length: number },
): DayAhead[] {
  const start = dayOf(o.now, o.timeZone)
  let left = cards.filter((each) => !o.firstDay.includes(each))
  return Array.from({ length: o.length }, (_, i) => {
    const day = plusDays(start, i)
    const at = startOf(day, o.timeZone)
    const asked = { now: at, timeZone: o.timeZone, cap: o.cap, spent: 0, done: 0, lastSeen: null }
    const offered = i === 0 ? o.firstDay : today(left, asked).now
    left = left.filter((each) => !offered.includes(each))
    return {
      day,
      cards: offered.length,
      minutes: offered.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  })
}

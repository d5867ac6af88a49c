import 'server-only'
import type { Topic } from '#lib/content/questions.ts'
import type { Card } from '#lib/learning/card.ts'
import { type Day, daysBetween, dayOf, plusDays, startOf } from '#lib/learning/day.ts'
import { forecast, type Forecast } from '#lib/learning/forecast.ts'
import { lightestPlan } from '#lib/learning/plan.ts'
import type { Standing } from './standing.ts'

/** What a date of an interview leads to expect. `on` is null until there is one. */
export type InterviewForecast = {
  on: Day | null
  /** share of cards to be recalled on that day */
  target: number
  /** from today; negative once it has passed */
  daysLeft: number | null
  /** if nothing more is reviewed; null without a date ahead, or without cards */
  expected: Forecast | null
  topics: (Forecast & { title: string })[]
  plan: ReviewPlan | null
}

export type ReviewPlan = {
  /** on which days how many cards, of days that have any */
  days: { day: Day; cards: number; minutes: number }[]
  reviews: number
  /** the most that any day is asked for */
  minutes: number
  /** what to expect once all of it is done */
  expected: Forecast
  reached: boolean
  /** where the reader's own minutes do not reach it: those that would; null if nothing does */
  needed: number | null
}

/** Days before the date that a plan is made of: earlier, the ordinary reviews do as well. */
export const planDays = 28

/** Minutes that nobody gives a day: what a plan under them does not reach, none does. */
const endless = 600

export function forecastOf(
  { settings, waiting }: Standing,
  topicOf: (questionId: string) => Topic | undefined,
  now: Date,
): InterviewForecast {
  const { interviewOn: on, interviewTarget: target, timeZone } = settings
  const daysLeft = on === null ? null : daysBetween(dayOf(now, timeZone), on)
  const none = { on, target, daysLeft, expected: null, topics: [], plan: null }
  if (on === null || daysLeft === null || daysLeft < 0 || waiting.length === 0) return none
  const at = later(noon(on, timeZone), now)
  const cards = waiting.map(({ card }) => card)
  const titles = new Map(waiting.map(({ card }) => [card, topicOf(card.questionId)?.title]))
  return {
    ...none,
    expected: forecast(cards, at),
    topics: [...new Set(titles.values())]
      .filter((title) => title !== undefined)
      .map((title) => {
        const own = cards.filter((card) => titles.get(card) === title)
        return { title, ...forecast(own, at)! }
      }),
    plan: daysLeft === 0 ? null : planFor(waiting, at, { on, timeZone, now, settings }),
  }
}

function planFor(
  waiting: Standing['waiting'],
  at: Date,
  o: { on: Day; timeZone: string; now: Date; settings: Standing['settings'] },
): ReviewPlan {
  const today = dayOf(o.now, o.timeZone)
  const length = Math.min(planDays, daysBetween(today, o.on))
  const names = Array.from({ length }, (_, i) => plusDays(o.on, i - length))
  const days = names.map((day) => (day === today ? o.now : noon(day, o.timeZone)))
  const minutes = new Map<Card, number>(waiting.map((each) => [each.card, each.minutes]))
  const minutesOf = (card: Card) => minutes.get(card)!
  const cards = waiting.map(({ card }) => card)
  const { interviewTarget: target, dailyMinutes } = o.settings
  const within = (most: number) => lightestPlan(cards, at, { days, minutesOf, target, most })
  const found = within(dailyMinutes)
  const unbound = found.reached ? found : within(endless)
  return {
    days: names
      .map((day, i) => ({
        day,
        cards: found.reviews.filter((each) => each.day === i).length,
        minutes: found.minutes[i]!,
      }))
      .filter((each) => each.cards > 0),
    reviews: found.reviews.length,
    minutes: Math.max(0, ...found.minutes),
    expected: found.forecast!,
    reached: found.reached,
    needed: unbound.reached ? Math.max(0, ...unbound.minutes) : null,
  }
}

function noon(day: Day, timeZone: string): Date {
  return new Date(startOf(day, timeZone).getTime() + 12 * 3_600_000)
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

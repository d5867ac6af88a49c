import 'server-only'
import { z } from 'zod'
import type { Question } from '#lib/content/questions.ts'
import type { CardName } from '#lib/learning/card.ts'
import { dayOf, plusDays, startOf } from '#lib/learning/day.ts'
import { habit, tomorrow } from '#lib/learning/queue.ts'
import { type CardView, viewCard } from './card-view.ts'
import { type Standing, standingOf } from './standing.ts'

/** What is true of a day of reviews, apart from the cards themselves. */
export type DayOfReviews = {
  /** due as well, but over what fits into the day, or not what was asked for: nobody counts it */
  later: CardName[]
  /** met by somebody who comes back after long */
  reentry: boolean
  reviewedToday: number
  /** when the next card is due; null if there is none */
  nextAt: string | null
  /** where "Move all to tomorrow" moves to */
  tomorrow: string
  timeZone: string
  dailyMinutes: number
  habit: { active: number; of: number } | null
}

/** A card that is up for review, with what it takes to recall it and to check that. */
export type DueCard = CardView & {
  slug: string
  title: string
  asked: string
  summary: string
  /** of the question all, of a key point's card that one */
  points: { id: string; text: string; must: boolean }[]
  minutes: number
}

/** `these`: ids of questions, with commas between them. */
export const todayQuery = z.object({ these: z.string().max(4_000).optional() })

export type Today = DayOfReviews & {
  cards: DueCard[]
  /** whether these were asked for by name, due or not */
  chosen: boolean
}

/**
 * What one reader reviews today.
 * @param userId null for somebody unknown, who has nothing due
 * @param these ids of questions that are wanted now instead, due or not
 */
export async function openToday(
  userId: string | null,
  now: Date,
  these: ReadonlySet<string> | null = null,
): Promise<Today> {
  const standing = await standingOf(userId, now, habitDays)
  const wanted = standing.waiting.filter(
    ({ card }) => card.keyPointId === '' && these?.has(card.questionId),
  )
  const { now: fits, later } = standing.queue
  const others = these ? [...fits, ...later].filter((each) => !wanted.includes(each)) : later
  return {
    ...viewDay(standing, now),
    later: others.map(({ card: { questionId, keyPointId } }) => ({ questionId, keyPointId })),
    chosen: these !== null,
    cards: (these ? wanted : fits).map(({ card, minutes }) => ({
      ...viewCard(card, card, now),
      ...contentOf(standing.bank.get(card.questionId)!, card.keyPointId),
      minutes,
    })),
  }
}

/** Days that a habit is judged by: a window of 14. */
export const habitDays = 14

export function viewDay(standing: Standing, now: Date): DayOfReviews {
  const { settings, queue, waiting, reviews, done } = standing
  const { timeZone, dailyMinutes, daysOff, habitHidden } = settings
  const nextDay = startOf(plusDays(dayOf(now, timeZone), 1), timeZone)
  const next = waiting
    .map(({ card }) => card.due)
    .filter((due) => due >= nextDay)
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  const times = reviews.map(({ at }) => at)
  return {
    later: queue.later.map(({ card: { questionId, keyPointId } }) => ({ questionId, keyPointId })),
    reentry: queue.reentry,
    reviewedToday: done,
    nextAt: next?.toISOString() ?? null,
    tomorrow: tomorrow(now, timeZone).toISOString(),
    timeZone,
    dailyMinutes,
    habit: habitHidden ? null : habit(times, { now, timeZone, daysOff: new Set(daysOff) }),
  }
}

function contentOf({ slug, title, asked, summary, keyPoints }: Question, keyPointId: string) {
  const points = keyPointId === '' ? keyPoints : keyPoints.filter(({ id }) => id === keyPointId)
  return {
    slug,
    title,
    asked,
    summary,
    points: points.map(({ id, text, must }) => ({ id, text, must: must === true })),
  }
}

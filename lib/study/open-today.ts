import 'server-only'
import { questions, type Question } from '#lib/content/questions.ts'
import { cardsOf } from '#lib/db/card.ts'
import { reviewTimes } from '#lib/db/review.ts'
import { dayOf, plusDays, startOf } from '#lib/learning/day.ts'
import { habit, today, tomorrow, type Waiting } from '#lib/learning/queue.ts'
import { type CardView, viewCard } from './card-view.ts'
import { cardOf } from './review-log.ts'
import { readSettings } from './settings.ts'

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

export type Today = {
  cards: DueCard[]
  /** more is due than fits into the day: it waits, and is not counted */
  isMore: boolean
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

/** What one reader reviews today. @param userId null for somebody unknown, who has nothing due */
export async function openToday(userId: string | null, now: Date): Promise<Today> {
  const { timeZone, dailyMinutes, daysOff, habitHidden } = await readSettings(userId)
  const [rows, times] = await Promise.all([
    userId === null ? [] : cardsOf(userId),
    userId === null ? [] : reviewTimes(userId, new Date(now.getTime() - 400 * 86_400_000)),
  ])
  const bank = new Map([...(await questions()).values()].map((each) => [each.id, each]))
  const cards = rows.map(cardOf).filter(({ questionId }) => bank.has(questionId))
  const waiting = cards.flatMap((card): Waiting[] => {
    const question = bank.get(card.questionId)!
    const point = question.keyPoints.find(({ id }) => id === card.keyPointId)
    if (card.keyPointId !== '' && !point) return [] // the point is no part of the question any more
    return [{ card, weight: point?.weight ?? 3, minutes: minutesOf(question, card.keyPointId) }]
  })
  const midnight = startOf(dayOf(now, timeZone), timeZone)
  const reviewedToday = times.filter((at) => at >= midnight).length
  const found = today(waiting, {
    now,
    timeZone,
    cap: dailyMinutes,
    spent: reviewedToday,
    lastSeen: times[0] ?? null,
  })
  const next = waiting
    .map(({ card }) => card.due)
    .filter((due) => due >= startOf(plusDays(dayOf(now, timeZone), 1), timeZone))
    .toSorted((a, b) => a.getTime() - b.getTime())[0]
  return {
    cards: found.now.map(({ card, minutes }) => ({
      ...viewCard(card, card, now),
      ...contentOf(bank.get(card.questionId)!, card.keyPointId),
      minutes,
    })),
    isMore: found.later.length > 0,
    reentry: found.reentry,
    reviewedToday,
    nextAt: next?.toISOString() ?? null,
    tomorrow: tomorrow(now, timeZone).toISOString(),
    timeZone,
    dailyMinutes,
    habit: habitHidden ? null : habit(times, { now, timeZone, daysOff: new Set(daysOff) }),
  }
}

/** To recall is quicker than to answer aloud: a third of the question's time, a minute a key point. */
function minutesOf({ minutes }: Question, keyPointId: string): number {
  return keyPointId === '' ? Math.max(1, Math.round(minutes / 3)) : 1
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

import 'server-only'
import type { CardName } from '#lib/learning/card.ts'
import { dayOf } from '#lib/learning/day.ts'
import type { Waiting } from '#lib/learning/queue.ts'
import { type DayOfReviews, habitDays, viewDay } from './open-today.ts'
import { type Standing, standingOf } from './standing.ts'

/** One question that is due today, or that has points which are. */
export type DueQuestion = {
  slug: string
  title: string
  minutes: number
  /** whether the question itself is due, and how many of its key points are */
  isWhole: boolean
  points: number
  /** whole days since it was last reviewed, or the oldest of its points */
  daysAgo: number
  cards: CardName[]
}

/** Today in the size of a list: for the front page and for Progress. */
export type Brief = DayOfReviews & {
  /** YYYY-MM-DD in the reader's own time */
  day: string
  due: DueQuestion[]
  /** whether there is a card at all */
  hasBegun: boolean
}

export async function openBrief(userId: string | null, now: Date): Promise<Brief> {
  return briefOf(await standingOf(userId, now, habitDays), now)
}

export function briefOf(standing: Standing, now: Date): Brief {
  const { queue, bank, settings, waiting } = standing
  const questions = [...new Set(queue.now.map(({ card }) => card.questionId))]
  return {
    ...viewDay(standing, now),
    day: dayOf(now, settings.timeZone),
    hasBegun: waiting.length > 0,
    due: questions.map((id) => {
      const { slug, title } = bank.get(id)!
      const due = queue.now.filter(({ card }) => card.questionId === id)
      return { slug, title, ...summary(due, now) }
    }),
  }
}

function summary(due: readonly Waiting[], now: Date): Omit<DueQuestion, 'slug' | 'title'> {
  const seen = due.map(({ card }) => card.lastReview?.getTime() ?? now.getTime())
  return {
    minutes: due.reduce((sum, { minutes }) => sum + minutes, 0),
    isWhole: due.some(({ card }) => card.keyPointId === ''),
    points: due.filter(({ card }) => card.keyPointId !== '').length,
    daysAgo: Math.floor((now.getTime() - Math.min(...seen)) / 86_400_000),
    cards: due.map(({ card: { questionId, keyPointId } }) => ({ questionId, keyPointId })),
  }
}

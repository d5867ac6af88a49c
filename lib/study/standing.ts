import 'server-only'
import { questions, type Question } from '#lib/content/questions.ts'
import { cardsOf, type CardRow } from '#lib/db/card.ts'
import { lastReviewBefore, logSince } from '#lib/db/review.ts'
import { marksOf } from '#lib/db/status.ts'
import { type Day, dayOf, plusDays, startOf } from '#lib/learning/day.ts'
import { today, type Today as Queue, type Waiting } from '#lib/learning/queue.ts'
import { effective, type Effective } from '#lib/learning/replay.ts'
import { cardOf, eventsOf } from './review-log.ts'
import { readSettings, type Settings } from './settings.ts'

/** How a reader stands with their reviews: what every page about them begins with. */
export type Standing = {
  settings: Settings
  /** by id */
  bank: ReadonlyMap<string, Question>
  /** every card of a question that there is and that is not parked */
  waiting: Waiting[]
  queue: Queue
  /** since the first day that was asked for, oldest first; what was taken back is not there */
  reviews: (Effective & { event: 'graded' })[]
  /** those of today, in the reader's own time */
  done: number
}

/** @param days how many of the last days the reviews are wanted of, today included */
export async function standingOf(
  userId: string | null,
  now: Date,
  days: number,
): Promise<Standing> {
  const settings = await readSettings(userId)
  const { timeZone } = settings
  const day = dayOf(now, timeZone)
  const midnight = startOf(day, timeZone)
  const [rows, reviews, lastSeen, marks, all] = await Promise.all([
    userId === null ? [] : cardsOf(userId),
    userId === null ? [] : reviewsSince(userId, plusDays(day, 1 - days), timeZone),
    userId === null ? null : lastReviewBefore(userId, midnight),
    userId === null ? [] : marksOf(userId),
    questions(),
  ])
  const bank = new Map([...all.values()].map((each) => [each.id, each]))
  const parked = new Set(
    marks.filter(({ kind }) => kind === 'parked').map(({ questionId }) => questionId),
  )
  const waiting = waitingAmong(
    rows.filter(({ questionId }) => !parked.has(questionId)),
    bank,
  )
  const ofToday = reviews.filter(({ at }) => at >= midnight)
  const queue = today(waiting, {
    now,
    timeZone,
    cap: settings.dailyMinutes,
    spent: ofToday.reduce((sum, each) => sum + (minutesOf(bank, each) ?? 0), 0),
    done: ofToday.length,
    lastSeen,
  })
  return { settings, bank, waiting, queue, reviews, done: ofToday.length }
}

/** Grades that somebody gave: a rubric's also writes lines for key points, which were no reviews. */
async function reviewsSince(userId: string, day: Day, timeZone: string) {
  const log = await logSince(userId, startOf(day, timeZone))
  return effective(eventsOf(log)).filter(
    (line): line is Effective & { event: 'graded' } =>
      line.event === 'graded' && !line.id.includes('/'),
  )
}

/** Cards of questions and key points that are still in the bank. */
function waitingAmong(rows: readonly CardRow[], bank: Standing['bank']): Waiting[] {
  return rows.map(cardOf).flatMap((card) => {
    const minutes = minutesOf(bank, card)
    if (minutes === null) return []
    const { keyPoints } = bank.get(card.questionId)!
    const weight = keyPoints.find(({ id }) => id === card.keyPointId)?.weight ?? 3
    return [{ card, weight, minutes }]
  })
}

/**
 * To recall is quicker than to answer aloud: a third of the question's time, a minute a key point.
 * @returns null for what is in the bank no more
 */
function minutesOf(
  bank: Standing['bank'],
  { questionId, keyPointId }: { questionId: string; keyPointId: string },
): number | null {
  const question = bank.get(questionId)
  if (question === undefined) return null
  if (keyPointId === '') return Math.max(1, Math.round(question.minutes / 3))
  return question.keyPoints.some(({ id }) => id === keyPointId) ? 1 : null
}

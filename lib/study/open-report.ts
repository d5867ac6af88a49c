import 'server-only'
import { attemptsById } from '#lib/db/attempt.ts'
import { cardsOf } from '#lib/db/card.ts'
import { findInterview, type InterviewRow, itemsOf, type ItemWithValue } from '#lib/db/interview.ts'
import { reviewLog } from '#lib/db/review.ts'
import { transaction } from '#lib/db/transaction.ts'
import { type AttemptView, viewAttempt } from './attempt-view.ts'
import { attemptId, reviewId } from './interview-results.ts'
import { type InterviewState, type Screen, viewScreens, viewState } from './interview-view.ts'
import { readShown } from './shown-question.ts'

/** A screen with what came of it. */
export type ReportLine = Screen & {
  questionId: string
  slug: string
  title: string
  contentHash: string
  /** null for what was not answered; with key and reasons where a machine checked it */
  attempt: AttemptView | null
}

/** A review that the interview has put into the queue. */
export type PlannedReview = {
  questionId: string
  slug: string
  title: string
  /** the line of the review log: what "Undo" takes back */
  reviewId: string
  /** ISO 8601; null once it is taken back and nothing else is planned */
  dueAt: string | null
  isUndone: boolean
}

export type Report = InterviewState & { lines: ReportLine[]; reviews: PlannedReview[] }

/** @returns null when there is none, it is not over, or it is somebody else's */
export async function openReport(userId: string | null, id: string): Promise<Report | null> {
  const interview = await findInterview(id)
  if (!interview?.closedAt || interview.userId !== userId) return null
  const items = await itemsOf(id)
  const [screens, attempts, reviews] = await Promise.all([
    viewScreens(interview, items, interview.closedAt),
    attemptsOf(interview, items),
    reviewsOf(interview, items),
  ])
  const lines = screens.map((screen, nth): ReportLine => {
    const { questionId, contentHash, question } = items[nth]!
    const { slug, title } = readShown(question)
    const attempt = attempts.get(attemptId(interview, screen.position)) ?? null
    return { ...screen, questionId, slug, title, contentHash, attempt }
  })
  return { ...viewState(interview, interview.closedAt), lines, reviews }
}

async function attemptsOf(interview: InterviewRow, items: readonly ItemWithValue[]) {
  const ids = items.map(({ position }) => attemptId(interview, position))
  const rows = await transaction((tx) => attemptsById(tx, ids))
  return new Map(rows.map((row) => [row.id, viewAttempt(row)]))
}

/** What came of the interview for each of its questions, as it stands now. */
async function reviewsOf(
  interview: InterviewRow,
  items: readonly ItemWithValue[],
): Promise<PlannedReview[]> {
  const questions = new Map(items.map((item) => [item.questionId, readShown(item.question)]))
  const names = [...questions.keys()].map((questionId) => ({ questionId, keyPointId: '' }))
  const [log, cards] = await Promise.all([
    transaction((tx) => reviewLog(tx, interview.userId, names)),
    cardsOf(interview.userId),
  ])
  return [...questions].flatMap(([questionId, { slug, title }]): PlannedReview[] => {
    const planned = reviewId(interview, questionId)
    if (!log.some((line) => line.id === planned)) return []
    const card = cards.find((each) => each.questionId === questionId && each.keyPointId === '')
    const isUndone = log.some(({ undoes }) => undoes === planned)
    return [
      {
        questionId,
        slug,
        title,
        reviewId: planned,
        dueAt: card?.due.toISOString() ?? null,
        isUndone,
      },
    ]
  })
}

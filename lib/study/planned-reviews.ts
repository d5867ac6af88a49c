import 'server-only'
import { cardsOf } from '#lib/db/card.ts'
import type { InterviewRow, ItemWithValue, RubricRow } from '#lib/db/interview.ts'
import { reviewLog, type ReviewRow } from '#lib/db/review.ts'
import { transaction } from '#lib/db/transaction.ts'
import { effective } from '#lib/learning/replay.ts'
import { reviewId } from './interview-results.ts'
import { eventsOf } from './review-log.ts'
import { readShown } from './shown-question.ts'

/** A review that an interview has put into the queue. */
export type PlannedReview = {
  questionId: string
  slug: string
  title: string
  /** the line of the review log: what "Undo" takes back */
  reviewId: string
  /** 1 to 4 */
  grade: number
  /** what the machine-checked items alone gave; null where the question had none */
  checkedGrade: number | null
  /** ISO 8601; null once it is taken back and nothing else is planned */
  dueAt: string | null
  isUndone: boolean
}

/**
 * What came of an interview for each of its questions, as it stands now: the line that was written at
 * its end, or the one by which the marking of its answer in words has replaced it.
 */
export async function plannedReviews(
  interview: InterviewRow,
  items: readonly ItemWithValue[],
  rubrics: readonly RubricRow[],
): Promise<PlannedReview[]> {
  const questions = new Map(items.map((item) => [item.questionId, readShown(item.question)]))
  const names = [...questions.keys()].map((questionId) => ({ questionId, keyPointId: '' }))
  const [log, cards] = await Promise.all([
    transaction((tx) => reviewLog(tx, interview.userId, names)),
    cardsOf(interview.userId),
  ])
  const standing = new Set(effective(eventsOf(log)).map(({ id }) => id))
  const marking = new Set(rubrics.map(({ id }) => id))
  return [...questions].flatMap(([questionId, { slug, title }]): PlannedReview[] => {
    const first = log.find(({ id }) => id === reviewId(interview, questionId))
    if (!first) return []
    const line = log
      .filter((each) => isOf(each, questionId, first.id, marking))
      .toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
      .findLast(({ id }) => standing.has(id))
    const card = cards.find((each) => each.questionId === questionId && each.keyPointId === '')
    const hasChecked = items.some((each) => each.questionId === questionId && isChecked(each))
    return [
      {
        questionId,
        slug,
        title,
        reviewId: (line ?? first).id,
        grade: (line ?? first).grade!,
        checkedGrade: hasChecked ? first.grade : null,
        dueAt: card?.due.toISOString() ?? null,
        isUndone: line === undefined,
      },
    ]
  })
}

function isOf(row: ReviewRow, questionId: string, first: string, marking: ReadonlySet<string>) {
  const isMarking = row.attemptId !== null && marking.has(row.attemptId)
  return row.questionId === questionId && row.event === 'graded' && (row.id === first || isMarking)
}

function isChecked({ kind, spentMs, skipped, seq }: ItemWithValue): boolean {
  const isMet = spentMs > 0 || skipped || seq > 0
  return isMet && !['answer', 'follow-up', 'predict'].includes(kind)
}

import 'server-only'
import type { AttemptWithVersion } from '#lib/db/attempt.ts'
import {
  findInterview,
  type InterviewRow,
  itemsOf,
  type ItemWithValue,
  rubricsOn,
  type RubricRow,
} from '#lib/db/interview.ts'
import { type Tally, tally } from '#lib/interview/report.ts'
import type { RubricResponse } from '#lib/quiz/kinds/rubric.ts'
import { type AttemptView, viewAttempt } from './attempt-view.ts'
import { attemptId } from './interview-results.ts'
import { type InterviewState, type Screen, viewScreens, viewState } from './interview-view.ts'
import { attemptsOf, checkedScores, lastInterview, type LastInterview } from './last-interview.ts'
import { type PlannedReview, plannedReviews } from './planned-reviews.ts'
import { reportRubric, type ReportRubric } from './report-rubric.ts'
import { topicChanges, type TopicChange } from './report-topics.ts'
import { readShown } from './shown-question.ts'

export type { LastInterview, PlannedReview, ReportRubric, TopicChange }

/** A screen with what came of it. */
export type ReportLine = Screen & {
  questionId: string
  slug: string
  title: string
  contentHash: string
  /** null for what was not answered; with key and reasons where a machine checked it */
  attempt: AttemptView | null
  /** of an answer in words that was given */
  rubric: ReportRubric | null
}

export type Report = InterviewState & {
  lines: ReportLine[]
  /** by machine alone; null where there was nothing to check */
  checked: Tally | null
  reviews: PlannedReview[]
  topics: TopicChange[]
  last: LastInterview | null
  /** of the address under which others can take the same */
  shareId: string | null
}

/** @returns null when there is none, it is not over, or it is somebody else's */
export async function openReport(userId: string | null, id: string): Promise<Report | null> {
  const interview = await findInterview(id)
  if (!isOver(interview) || interview.userId !== userId) return null
  const items = await itemsOf(id)
  const attempts = await attemptsOf(interview, items)
  const rubrics = await rubricsOn(userId, [...attempts.keys()])
  const checked = tally(checkedScores(items, attempts))
  const questionIds = new Set(items.map(({ questionId }) => questionId))
  const [screens, reviews, topics, last] = await Promise.all([
    viewScreens(interview, items, interview.closedAt),
    plannedReviews(interview, items, rubrics),
    topicChanges(interview, questionIds, new Set(attempts.keys())),
    lastInterview(interview, checked),
  ])
  const lines = screens.map((screen, nth): ReportLine => {
    const item = items[nth]!
    const attempt = attempts.get(attemptId(interview, screen.position))
    return { ...screen, ...lineOf(item, attempt, rubrics) }
  })
  const { shareId } = interview
  return {
    ...viewState(interview, interview.closedAt),
    lines,
    checked,
    reviews,
    topics,
    last,
    shareId,
  }
}

function isOver(row: InterviewRow | null): row is InterviewRow & { closedAt: Date } {
  return row !== null && row.closedAt !== null
}

function lineOf(
  { questionId, contentHash, question }: ItemWithValue,
  attempt: AttemptWithVersion | undefined,
  rubrics: readonly RubricRow[],
) {
  const { slug, title } = readShown(question)
  const marked = rubrics.findLast(({ response }) => answerOf(response) === attempt?.id)
  const isWritten =
    attempt?.kind === 'answer' && !(attempt.response as { skipped: boolean }).skipped
  return {
    questionId,
    slug,
    title,
    contentHash,
    attempt: attempt ? viewAttempt(attempt) : null,
    rubric: isWritten ? reportRubric(question, marked ? markedOf(marked) : null) : null,
  }
}

function answerOf(response: unknown): string {
  return (response as RubricResponse).answerId
}

function markedOf({ response, low, high }: RubricRow): ReportRubric['marked'] {
  return { ...(response as RubricResponse), score: { low, high } }
}

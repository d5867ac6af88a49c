import 'server-only'
import { questionById, type Question } from '#lib/content/questions.ts'
import { findAttempt } from '#lib/db/attempt.ts'
import { cardedPoints } from '#lib/db/card.ts'
import { linesFrom, type ReviewRow } from '#lib/db/review.ts'
import { proposedGrade } from '#lib/learning/schedule.ts'
import { isExpected, type RubricResponse } from '#lib/quiz/kinds/rubric.ts'
import { refusal, type Refusal } from './refusal.ts'
import type { ReviewEntry } from './review-entry.ts'

/** A line ready to be stored, whoever it belongs to. */
export type ReviewLine = Omit<ReviewRow, 'userId'>

/**
 * Checks lines without storing anything. The grade of a rubric also grades key points, each in a
 * line of its own, so that the log alone says why a card is there: again for one that was missed,
 * good for one that was quoted and has a card from having been missed before.
 * @param userId whose attempts and lines may be named; null for somebody unknown
 * @param at the server's clock
 */
export async function prepareReviews(
  userId: string | null,
  entries: readonly ReviewEntry[],
  at: Date,
): Promise<{ lines: ReviewLine[] } | { refused: Refusal }> {
  const lines: ReviewLine[] = []
  for (const entry of entries) {
    const result = await linesOf(userId, entry, at)
    if ('refused' in result) return result
    lines.push(...result.lines)
  }
  return { lines }
}

type Lines = { lines: ReviewLine[] } | { refused: Refusal }

async function linesOf(userId: string | null, entry: ReviewEntry, at: Date): Promise<Lines> {
  const question = await questionById(entry.questionId)
  const knows = (id: string) => id === '' || question?.keyPoints.some((point) => point.id === id)
  if (!question || !knows(entry.keyPointId)) return { refused: refusal('not-found', entry.id) }
  const line = {
    ...blank,
    id: entry.id,
    questionId: question.id,
    keyPointId: entry.keyPointId,
    receivedAt: at,
  }
  switch (entry.event) {
    case 'graded':
      return gradedLines(userId, question, entry, line)
    case 'undone':
      return undoingLines(userId, entry, line)
    default:
      if (
        Date.parse(entry.dueAt) < at.getTime() - day ||
        Date.parse(entry.dueAt) > at.getTime() + 3650 * day
      )
        return { refused: refusal('invalid', entry.id, 'Choose a date from today on.') }
      return { lines: [{ ...line, event: entry.event, dueAt: new Date(entry.dueAt) }] }
  }
}

/** What is taken back says which cards that concerns: the line itself, and those that came of it. */
async function undoingLines(
  userId: string | null,
  entry: ReviewEntry & { event: 'undone' },
  line: ReviewLine,
): Promise<Lines> {
  const undone = userId === null ? [] : await linesFrom(userId, entry.undoes)
  if (undone.length === 0) return { refused: refusal('not-found', entry.id) }
  return {
    lines: undone.map(({ id, questionId, keyPointId }) => ({
      ...line,
      id: line.id + id.slice(entry.undoes.length),
      event: 'undone' as const,
      questionId,
      keyPointId,
      undoes: id,
    })),
  }
}

async function gradedLines(
  userId: string | null,
  question: Question,
  entry: ReviewEntry & { event: 'graded' },
  line: ReviewLine,
): Promise<Lines> {
  const graded = { ...line, event: 'graded' as const, grade: entry.grade }
  if (entry.attemptId === null) return { lines: [graded] }
  const attempt = await findAttempt(entry.attemptId)
  if (attempt?.userId !== userId || attempt.questionId !== question.id)
    return { refused: refusal('not-found', entry.id) }
  const proposed = attempt.scoreLow === null ? null : proposedGrade(attempt.scoreLow)
  const points =
    attempt.kind === 'rubric'
      ? pointGrades(question, attempt.response, await cardedPoints(attempt.userId, question.id))
      : []
  return {
    lines: [
      { ...graded, attemptId: attempt.id, proposed },
      ...points.map(({ id, grade }) => ({
        ...graded,
        id: `${line.id}/${id}`,
        keyPointId: id,
        grade,
        proposed: grade,
        attemptId: attempt.id,
      })),
    ],
  }
}

/** Points expected at the reader's level: neither quoted nor ticked, or quoted and carded. */
function pointGrades(question: Question, response: unknown, carded: ReadonlySet<string>) {
  const { level, quotes, ticked } = response as RubricResponse
  return question.keyPoints
    .filter(({ from }) => isExpected(from, level))
    .flatMap(({ id }) => {
      if (id in quotes) return carded.has(id) ? [{ id, grade: 3 }] : []
      return ticked.includes(id) ? [] : [{ id, grade: 1 }]
    })
}

const day = 86_400_000

const blank = {
  event: 'graded',
  grade: null,
  proposed: null,
  dueAt: null,
  undoes: null,
  attemptId: null,
} as const

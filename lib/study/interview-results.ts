import 'server-only'
import type { NewAttempt } from '#lib/db/attempt.ts'
import type { InterviewRow, ItemWithValue } from '#lib/db/interview.ts'
import { openFor } from '#lib/interview/clock.ts'
import { proposedGrade } from '#lib/learning/schedule.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import { isUntouched, type ItemResponse } from '#lib/quiz/kinds/item.ts'
import { derivedId } from './derived-id.ts'
import { type Grade, gradeAttempt, readGradable } from './grade-attempt.ts'
import type { AnswerValue } from './interview-entry.ts'
import type { ReviewLine } from './prepare-reviews.ts'
import { followUpOf, readShown } from './shown-question.ts'

type Attempt = Omit<NewAttempt, 'userId'>

/** An item with what came of it. Without an answer that can be graded, `grade` is null. */
type Met = ItemWithValue & { ms: number; grade: Grade | null; response: unknown }

/**
 * What a closed interview adds to its reader's history: an attempt for each answer, and for each
 * question a review, so that it comes back. Ids follow from the interview: added twice they are there
 * once. What cannot be graded (half a number, say) is no attempt; what was never opened is nothing.
 * @param now when it closed, by the database's clock
 */
export function resultsOf(
  interview: InterviewRow,
  items: readonly ItemWithValue[],
  now: Date,
): { attempts: Attempt[]; reviews: ReviewLine[] } {
  const met = items.map((item) => withGrade(item, items, interview, now)).filter(isMet)
  const attempts = met.flatMap((each) => attemptOf(each, interview, now))
  const questions = [...new Set(met.map(({ questionId }) => questionId))]
  const reviews = questions.map((questionId) =>
    reviewOf(
      questionId,
      met.filter((each) => each.questionId === questionId),
      interview,
      now,
    ),
  )
  return { attempts, reviews }
}

/** What the ids of an interview's results follow from. */
type Named = Pick<InterviewRow, 'id' | 'startedAt'>

export function attemptId({ id, startedAt }: Named, position: number): string {
  return derivedId(startedAt, `${id}/${position}`)
}

export function reviewId({ id, startedAt }: Named, questionId: string): string {
  return derivedId(startedAt, `${id}/review/${questionId}`)
}

/** Seen, skipped or answered. */
function isMet({ ms, skipped, grade, response }: Met): boolean {
  const isBlank = (response as { skipped?: boolean } | null)?.skipped === true
  return ms > 0 || skipped || (grade !== null && !isBlank)
}

function withGrade(
  item: ItemWithValue,
  items: readonly ItemWithValue[],
  interview: InterviewRow,
  now: Date,
): Met {
  const isOpen = item.position === interview.position
  const ms = item.spentMs + (isOpen ? Math.round(openFor(interview, now)) : 0)
  const response = item.kind === 'answer' ? wholeText(item, items) : given(item)
  if (item.kind === 'follow-up' || isUntouchedItem(item, response))
    return { ...item, ms, response, grade: null }
  const graded = gradeAttempt(readGradable(item.question), item.itemId, response, null, item.seed)
  return { ...item, ms, response, grade: 'problem' in graded ? null : graded }
}

/** A figure left where its task began could be graded, and is no answer. */
function isUntouchedItem({ question, itemId, seed }: ItemWithValue, response: unknown): boolean {
  const item = readShown(question).items.find(({ id }) => id === itemId)
  return item !== undefined && isUntouched(asked(item, seed), response as ItemResponse)
}

/** The answer to a question, with what was asked next and the answer to that. */
function wholeText(answer: ItemWithValue, items: readonly ItemWithValue[]) {
  const next = items[answer.position + 1]
  const isAsked = next?.kind === 'follow-up' && next.questionId === answer.questionId
  const said = text(answer)
  const saidNext = isAsked ? text(next) : ''
  const ask = isAsked ? followUpOf(readShown(next.question), next.itemId) : ''
  const whole = [said, saidNext && `${ask}\n${saidNext}`].filter(Boolean).join('\n\n')
  return { text: whole, skipped: whole === '' }
}

function text(item: ItemWithValue): string {
  const response = given(item)
  return typeof response === 'string' ? response.trim() : ''
}

function given({ value }: ItemWithValue): unknown {
  return (value as AnswerValue | null)?.response ?? null
}

function attemptOf(each: Met, interview: InterviewRow, now: Date): Attempt[] {
  const { position, questionId, itemId, contentHash, seed, grade, ms, response } = each
  if (grade === null) return []
  return [
    {
      id: attemptId(interview, position),
      questionId,
      itemId: `${questionId}/${itemId}`,
      contentHash,
      seed,
      response,
      kind: grade.kind,
      grader: grade.grader,
      confidence: (each.value as AnswerValue | null)?.confidence ?? null,
      elapsedMs: Math.min(ms, 86_400_000),
      scoreLow: grade.score?.low ?? null,
      scoreHigh: grade.score?.high ?? null,
      receivedAt: now,
    },
  ]
}

/**
 * A question's grade is that of its machine-checked items, where one that was met and not answered
 * counts 0. Where there is none, the answer in words counts by its quoted end, which is 0 until its
 * reader has marked it. Predictions do not count.
 */
function reviewOf(
  questionId: string,
  met: readonly Met[],
  interview: InterviewRow,
  now: Date,
): ReviewLine {
  const checked = met.filter(({ kind }) => !['answer', 'follow-up', 'predict'].includes(kind))
  const scores = checked.map(({ grade }) => grade?.score?.low ?? 0)
  const mean = scores.length === 0 ? 0 : scores.reduce((a, b) => a + b) / scores.length
  const source = [...checked, ...met].find(({ grade }) => grade !== null)
  return {
    id: reviewId(interview, questionId),
    questionId,
    keyPointId: '',
    event: 'graded',
    grade: proposedGrade(mean),
    proposed: proposedGrade(mean),
    dueAt: null,
    undoes: null,
    attemptId: source ? attemptId(interview, source.position) : null,
    receivedAt: now,
  }
}

import 'server-only'
import type { AttemptWithVersion } from '#lib/db/attempt.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { proposedGrade } from '#lib/learning/schedule.ts'
import { score as gradeItem } from '#lib/quiz/grade/item.ts'
import { readGradable } from './grade-attempt.ts'
import { type Heard, heardInAnswer } from './heard-in-answer.ts'

/** A stored attempt as its owner sees it. */
export type AttemptView = {
  id: string
  /** The item's id inside its question; `answer` or `rubric` for the page's own. */
  item: string
  kind: string
  /** of the variant, or of the options' order */
  seed: number
  response: unknown
  confidence: number | null
  score: Score | null
  /** Key and reasons, of the version that was answered. */
  feedback: Feedback | null
  /** Of a rubric: the grade (1 to 4) that its quoted end suggests. */
  suggests: number | null
  /** Of an answer in words: what may be said in it, and where. */
  heard: Heard | null
  /** ISO 8601, the server's clock. */
  receivedAt: string
}

export function viewAttempt(row: AttemptWithVersion): AttemptView {
  const { scoreLow: low, scoreHigh: high } = row
  return {
    id: row.id,
    item: row.itemId.slice(row.itemId.indexOf('/') + 1),
    kind: row.kind,
    seed: row.seed,
    response: row.response,
    confidence: row.confidence,
    score: low === null || high === null ? null : { low, high },
    suggests: row.kind === 'rubric' && low !== null ? proposedGrade(low) : null,
    heard: row.kind === 'answer' ? heardIn(row) : null,
    feedback: row.grader === 'server' ? feedbackOf(row) : null,
    receivedAt: row.receivedAt.toISOString(),
  }
}

function heardIn({ version, response }: AttemptWithVersion): Heard | null {
  const { text, skipped } = response as { text: string; skipped: boolean }
  return skipped ? null : heardInAnswer(version.question, text)
}

/** Graded again from the stored version: the same answer each time, without storing it twice. */
function feedbackOf(row: AttemptWithVersion): Feedback | null {
  const question = readGradable(row.version.question)
  const item = question.items.find(({ id }) => row.itemId === `${question.id}/${id}`)
  const result = item && gradeItem(item, row.response, row.seed)
  return result && 'feedback' in result ? result.feedback : null
}

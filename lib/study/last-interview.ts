import 'server-only'
import {
  interviewBefore,
  type InterviewRow,
  itemsOf,
  type ItemWithValue,
} from '#lib/db/interview.ts'
import { attemptsById, type AttemptWithVersion } from '#lib/db/attempt.ts'
import { transaction } from '#lib/db/transaction.ts'
import { comparisonInWords, type Tally, tally } from '#lib/interview/report.ts'
import { attemptId } from './interview-results.ts'

/** The interview before this one, beside it. */
export type LastInterview = {
  id: string
  startedAt: string
  /** whether it was drawn by the same blueprint, and so is one that can be compared */
  isAlike: boolean
  checked: Tally | null
  inWords: string
}

/** @returns null for a reader's first */
export async function lastInterview(
  interview: InterviewRow,
  checked: Tally | null,
): Promise<LastInterview | null> {
  const last = await interviewBefore(interview)
  if (!last) return null
  const items = await itemsOf(last.id)
  const theirs = tally(checkedScores(items, await attemptsOf(last, items)))
  return {
    id: last.id,
    startedAt: last.startedAt.toISOString(),
    isAlike: last.blueprint === interview.blueprint,
    checked: theirs,
    inWords: comparisonInWords(checked, theirs),
  }
}

/** The attempts that came of an interview, by their ids. */
export async function attemptsOf(
  interview: InterviewRow,
  items: readonly ItemWithValue[],
): Promise<Map<string, AttemptWithVersion>> {
  const ids = items.map(({ position }) => attemptId(interview, position))
  const rows = await transaction((tx) => attemptsById(tx, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Scores of what a machine checks and the reader has seen; not answered counts 0. Predictions are
 * made before reading, and are left out.
 */
export function checkedScores(
  items: readonly ItemWithValue[],
  attempts: ReadonlyMap<string, Pick<AttemptWithVersion, 'itemId' | 'scoreLow'>>,
): number[] {
  const scores = new Map([...attempts.values()].map(({ itemId, scoreLow }) => [itemId, scoreLow]))
  return items.flatMap((item) => {
    if (['answer', 'follow-up', 'predict'].includes(item.kind)) return []
    const score = scores.get(`${item.questionId}/${item.itemId}`)
    const isSeen = score !== undefined || item.spentMs > 0 || item.skipped
    return isSeen ? [score ?? 0] : []
  })
}

import 'server-only'
import {
  databaseNow,
  type InterviewRow,
  lockInterview,
  updateInterview,
  updateItem,
} from '#lib/db/interview.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { accepts, later, openFor } from '#lib/interview/clock.ts'

/** Why a change of an interview is not made. */
export type Refused = { refused: 'missing' | 'closed' }

export type Change = {
  tx: Transaction
  interview: InterviewRow
  /** the database's clock when the request came */
  now: Date
  /** false after its end, and after the grace that follows its deadline */
  isOpen: boolean
}

/**
 * One change of an interview by its owner, after those before it: all or nothing.
 * @param heldMs how long the request has waited here when its transaction begins
 */
export function changeInterview<T>(
  userId: string,
  id: string,
  work: (change: Change) => Promise<T | Refused>,
  heldMs = () => 0,
): Promise<T | Refused> {
  return transaction(async (tx) => {
    const held = heldMs()
    const owner = await holdOwner(tx, userId)
    const interview = owner === null ? null : await lockInterview(tx, id)
    if (interview === null || interview.userId !== owner) return { refused: 'missing' }
    const now = later(await databaseNow(tx), -held)
    return work({ tx, interview, now, isOpen: accepts(interview, now) })
  })
}

/** Books the time of the open item, up to now, and begins to count anew. */
export async function bookTime(tx: Transaction, interview: InterviewRow, now: Date): Promise<void> {
  const ms = Math.round(openFor(interview, now))
  if (ms > 0) await updateItem(tx, interview.id, interview.position, { spentMs: { increment: ms } })
  await updateInterview(tx, interview.id, { openedAt: now })
}

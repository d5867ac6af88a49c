import 'server-only'
import { addAttempts } from '#lib/db/attempt.ts'
import {
  databaseNow,
  findInterview,
  type InterviewRow,
  itemsOf,
  lockInterview,
  markClosed,
  overdueInterviews,
  tryToSweep,
} from '#lib/db/interview.ts'
import { lockLog } from '#lib/db/review.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { isOverdue, later, SETTLE_MS } from '#lib/interview/clock.ts'
import { bookTime } from './change-interview.ts'
import { resultsOf } from './interview-results.ts'
import { addLines } from './store-reviews.ts'

/**
 * Ends an interview with what is saved: the attempts and the reviews that come of it are written in
 * the same transaction, so they are there once or not at all.
 * @param interview locked, its owner held
 */
export async function closeInterview(
  tx: Transaction,
  interview: InterviewRow,
  now: Date,
  by: NonNullable<InterviewRow['closedBy']>,
): Promise<void> {
  if (!(await markClosed(tx, interview.id, now, by))) return
  const { attempts, reviews } = resultsOf(interview, await itemsOf(interview.id, tx), now)
  await bookTime(tx, interview, now)
  const { userId } = interview
  await addAttempts(
    tx,
    attempts.map((attempt) => ({ ...attempt, userId })),
  )
  if (reviews.length === 0) return
  await lockLog(tx, userId)
  await addLines(tx, userId, reviews)
}

/**
 * Ends an interview whose time is over, if nobody has yet.
 * @param isSweep goes on without it where another instance is at it; a reader waits for that
 */
export function closeOverdue(id: string, isSweep = false): Promise<void> {
  return transaction(async (tx) => {
    if (isSweep && !(await tryToSweep(tx, id))) return
    const found = await findInterview(id, tx)
    // The owner is held before the interview is locked, as everywhere: no two wait for each other.
    if (!found || (await holdOwner(tx, found.userId)) === null) return
    const interview = await lockInterview(tx, id)
    const now = await databaseNow(tx)
    if (!interview || !isOverdue(interview, now)) return
    const ran = interview.deadline !== null && interview.pausedAt === null
    await closeInterview(tx, interview, now, ran ? 'time' : 'abandoned')
  })
}

/**
 * Ends whatever nobody came back to, of one reader or of all. One that cannot be ended keeps none of
 * the others open; it is tried again next time.
 * @throws what the first of these threw, after the others
 */
export async function closeAllOverdue(userId?: string): Promise<void> {
  const tried: string[] = []
  const failures: unknown[] = []
  for (;;) {
    const since = later(await databaseNow(), -SETTLE_MS)
    const ids = await overdueInterviews(50, since, userId, tried)
    if (ids.length === 0) break
    for (const id of ids)
      await closeOverdue(id, userId === undefined).catch((error: unknown) => failures.push(error))
    tried.push(...ids)
  }
  if (failures.length > 0) throw failures[0]
}

import 'server-only'
import { db } from './client.ts'
import type { Review } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type ReviewRow = Review

/** Which cards a reader's log is wanted of. */
type Names = readonly { questionId: string; keyPointId: string }[]

/**
 * One writer of a reader's log at a time, until the transaction ends: a card is computed from the
 * whole log, so two writers who cannot see each other's lines would both store a wrong one.
 */
export async function lockLog(tx: Transaction, userId: string): Promise<void> {
  await tx.$queryRaw`select id from users where id = ${userId} for no key update`
}

/** Adds what is not there yet: an id that exists is left as it is. */
export async function addReviews(tx: Transaction, reviews: readonly ReviewRow[]): Promise<void> {
  await tx.review.createMany({ data: [...reviews], skipDuplicates: true })
}

export function reviewsById(tx: Transaction, ids: readonly string[]): Promise<ReviewRow[]> {
  return tx.review.findMany({ where: { id: { in: [...ids] } } })
}

/** A reader's log: whole, or of some cards. */
export function reviewLog(tx: Transaction, userId: string, names?: Names): Promise<ReviewRow[]> {
  return tx.review.findMany({
    where: names === undefined ? { userId } : { userId, OR: names.map((name) => ({ ...name })) },
  })
}

/** A line of a reader's log, and those that came of it (`<id>/<key point>`). */
export function linesFrom(userId: string, id: string): Promise<ReviewRow[]> {
  return db().review.findMany({ where: { userId, OR: [{ id }, { id: { startsWith: `${id}/` } }] } })
}

/** When a reader reviewed, newest first. */
export async function reviewTimes(userId: string, since: Date): Promise<Date[]> {
  const rows = await db().review.findMany({
    where: { userId, event: 'graded', receivedAt: { gte: since } },
    select: { receivedAt: true },
    orderBy: { receivedAt: 'desc' },
  })
  return rows.map(({ receivedAt }) => receivedAt)
}

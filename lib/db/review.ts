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

/** A reader's log from a moment on: what it takes back lies within it, or is of no account. */
export function logSince(userId: string, since: Date): Promise<ReviewRow[]> {
  return db().review.findMany({ where: { userId, receivedAt: { gte: since } } })
}

/** When a reader last reviewed before a moment; null if never. */
export async function lastReviewBefore(userId: string, before: Date): Promise<Date | null> {
  const row = await db().review.findFirst({
    where: { userId, event: 'graded', receivedAt: { lt: before } },
    select: { receivedAt: true },
    orderBy: { receivedAt: 'desc' },
  })
  return row?.receivedAt ?? null
}

/** Whoever has a line in a log or a card, in the order of their ids. */
export async function reviewers(): Promise<string[]> {
  const rows = await db().$queryRaw<{ user_id: string }[]>`
    select user_id from reviews union select user_id from cards order by user_id`
  return rows.map((row) => row.user_id)
}

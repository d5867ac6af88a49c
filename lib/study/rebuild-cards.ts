import 'server-only'
import { replaceCards } from '#lib/db/card.ts'
import { lockLog, reviewLog } from '#lib/db/review.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { cardRows } from './review-log.ts'

/** Derives every card of a reader anew from the review log: what is stored must come out the same. */
export function rebuildCards(userId: string): Promise<void> {
  return transaction((tx) => rebuildCardsIn(tx, userId))
}

export async function rebuildCardsIn(tx: Transaction, userId: string): Promise<void> {
  await lockLog(tx, userId)
  await replaceCards(tx, userId, cardRows(userId, await reviewLog(tx, userId)))
}

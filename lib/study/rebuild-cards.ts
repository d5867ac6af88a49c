import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { cardsOf, replaceCards } from '#lib/db/card.ts'
import { lockLog, reviewLog } from '#lib/db/review.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { cardKey } from '#lib/learning/card.ts'
import { cardRows } from './review-log.ts'

/** `asStored`: whether the cards were already what the log amounts to. */
export type Rebuilt = { cards: number; asStored: boolean }

/** Derives every card of a reader anew from the review log: what is stored must come out the same. */
export function rebuildCards(userId: string): Promise<Rebuilt> {
  return transaction((tx) => rebuildCardsIn(tx, userId))
}

export async function rebuildCardsIn(tx: Transaction, userId: string): Promise<Rebuilt> {
  await lockLog(tx, userId)
  const stored = await cardsOf(userId, tx)
  const derived = cardRows(userId, await reviewLog(tx, userId))
  await replaceCards(tx, userId, derived)
  return { cards: derived.length, asStored: isDeepStrictEqual(byName(stored), byName(derived)) }
}

function byName<Row extends { questionId: string; keyPointId: string }>(rows: readonly Row[]) {
  return new Map(rows.map((row) => [cardKey(row), { ...row }]))
}

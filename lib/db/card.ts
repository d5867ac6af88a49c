import 'server-only'
import { db } from './client.ts'
import type { Card } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type CardRow = Card
type Name = { questionId: string; keyPointId: string }

/** A reader's cards, those that are due first at the front. */
export function cardsOf(userId: string, tx: Transaction = db()): Promise<CardRow[]> {
  return tx.card.findMany({
    where: { userId },
    orderBy: [{ due: 'asc' }, { questionId: 'asc' }, { keyPointId: 'asc' }],
  })
}

/** The card of a question itself. */
export function findCard(userId: string, questionId: string): Promise<CardRow | null> {
  return db().card.findUnique({
    where: { userId_questionId_keyPointId: { userId, questionId, keyPointId: '' } },
  })
}

/** Key points of a question that have a card of their own. */
export async function cardedPoints(userId: string, questionId: string): Promise<Set<string>> {
  const rows = await db().card.findMany({
    where: { userId, questionId, keyPointId: { not: '' } },
    select: { keyPointId: true },
  })
  return new Set(rows.map(({ keyPointId }) => keyPointId))
}

/** Puts these in the place of whatever is stored under these names; of all if no names are given. */
export async function replaceCards(
  tx: Transaction,
  userId: string,
  cards: readonly CardRow[],
  names?: readonly Name[],
): Promise<void> {
  await tx.card.deleteMany({
    where: names === undefined ? { userId } : { userId, OR: names.map((name) => ({ ...name })) },
  })
  await tx.card.createMany({ data: [...cards] })
}

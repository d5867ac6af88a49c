import 'server-only'
import { replaceCards } from '#lib/db/card.ts'
import { addReviews, lockLog, reviewLog, type ReviewRow, reviewsById } from '#lib/db/review.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { type CardName, cardKey } from '#lib/learning/card.ts'
import { type CardView, viewCard } from './card-view.ts'
import type { ReviewLine } from './prepare-reviews.ts'
import { refusal, type Refusal } from './refusal.ts'
import { cardOf, cardRows } from './review-log.ts'

/**
 * Adds lines to a reader's review log and brings the cards that they concern up to date, all or
 * none. The client's id is the idempotency key: of a line that is stored already nothing new comes.
 * @param ids of the lines as the client sent them
 * @param now the server's clock, for the dates that a next grade would give
 * @returns the cards concerned, as they are now, and the lines as they are stored
 */
export async function storeReviews(
  userId: string,
  ids: readonly string[],
  lines: readonly ReviewLine[],
  now: Date,
): Promise<{ cards: CardView[]; stored: StoredLine[] } | { refused: Refusal }> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return { refused: refusal('not-found', ids[0]!) }
    await lockLog(tx, owner)
    const known = await reviewsById(tx, ids)
    const isNew = ({ id }: ReviewLine) => !known.some((row) => id.startsWith(row.id))
    const { names, cards, stored } = await addLines(tx, owner, lines.filter(isNew), lines)
    const byName = new Map(cards.map((card) => [cardKey(card), cardOf(card)]))
    return {
      cards: unique(names).map((name) => viewCard(name, byName.get(cardKey(name)), now)),
      stored: stored
        .filter(({ id }) => ids.includes(id))
        .map(({ id, event, grade }) => ({ id, event, grade })),
    }
  }).catch((error: unknown) => {
    if (error instanceof Foreign) return { refused: refusal('not-found', error.id) }
    throw error
  })
}

/**
 * For transactions in which more is decided.
 * @param owner held by `holdOwner`, the log locked
 * @param concerned lines whose cards are brought up to date, also those that were stored before
 */
export async function addLines(
  tx: Transaction,
  owner: string,
  lines: readonly ReviewLine[],
  concerned: readonly ReviewLine[] = lines,
) {
  await addReviews(
    tx,
    lines.map((line) => ({ ...line, userId: owner })),
  )
  const stored = await reviewsById(
    tx,
    concerned.map(({ id }) => id),
  )
  const foreign = stored.find((row) => row.userId !== owner)
  if (foreign) throw new Foreign(foreign.id)
  const names = stored.map(({ questionId, keyPointId }) => ({ questionId, keyPointId }))
  const cards = cardRows(owner, await reviewLog(tx, owner, names))
  await replaceCards(tx, owner, cards, names)
  return { names, cards, stored }
}

function unique(names: readonly CardName[]): CardName[] {
  return [...new Map(names.map((name) => [cardKey(name), name])).values()]
}

/** Of a line, what its sender can compare with what was sent. */
export type StoredLine = Pick<ReviewRow, 'id' | 'event' | 'grade'>

/** Somebody else's id: thrown, so that the transaction takes back what it has added. */
class Foreign extends Error {
  readonly id: string
  constructor(id: string) {
    super('the review belongs to another user')
    this.id = id
  }
}

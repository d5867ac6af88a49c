import 'server-only'
import { addAttempts, attemptsById, type AttemptWithVersion } from '#lib/db/attempt.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { keepVersions, type NewVersion } from '#lib/db/content-version.ts'
import { clearDraft } from '#lib/db/draft.ts'
import { holdOwner } from '#lib/db/user.ts'
import { viewAttempt, type AttemptView } from './attempt-view.ts'
import type { Prepared } from './prepare-attempts.ts'
import { refusal, type Refusal } from './refusal.ts'

/**
 * Stores attempts, all or none. The client's id is the idempotency key: what is stored already is
 * answered from what is stored.
 */
export async function storeAttempts(
  userId: string,
  prepared: Prepared[],
): Promise<{ stored: AttemptView[] } | { refused: Refusal }> {
  const ids = prepared.map(({ attempt }) => attempt.id)
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return { refused: refusal('not-found', ids[0]!) }
    await keepVersions(tx, unique(prepared.map(({ version }) => version)))
    await addAttempts(
      tx,
      prepared.map(({ attempt }) => ({ ...attempt, userId: owner })),
    )
    const rows = await attemptsById(tx, ids)
    const foreign = rows.find((row) => row.userId !== owner)
    if (foreign) throw new Foreign(foreign.id)
    await clearSubmittedDrafts(tx, owner, rows)
    const byId = new Map(rows.map((row) => [row.id, viewAttempt(row)]))
    return { stored: ids.map((id) => byId.get(id)!) }
  }).catch((error: unknown) => {
    if (error instanceof Foreign) return { refused: refusal('not-found', error.id) }
    throw error
  })
}

/** Somebody else's id: thrown, so that the transaction takes back what it has added. */
class Foreign extends Error {
  readonly id: string
  constructor(id: string) {
    super('the attempt belongs to another user')
    this.id = id
  }
}

/** What has been submitted is a draft no more, unless it was written on meanwhile. */
async function clearSubmittedDrafts(tx: Transaction, owner: string, rows: AttemptWithVersion[]) {
  for (const row of rows.filter(({ kind }) => kind === 'answer')) {
    const { text } = row.response as { text: string }
    await clearDraft(tx, owner, row.questionId, text)
  }
}

function unique(versions: NewVersion[]): NewVersion[] {
  return [...new Map(versions.map((version) => [version.hash, version])).values()]
}

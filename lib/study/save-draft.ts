import 'server-only'
import { z } from 'zod'
import { transaction } from '#lib/db/transaction.ts'
import { writeDraft } from '#lib/db/draft.ts'
import { holdOwner } from '#lib/db/user.ts'

export const draftInput = z.strictObject({
  /** The revision that the writer has seen; 0 when there was none. */
  base: z.int32().min(0),
  text: z.string().max(20_000),
})

export type DraftView = { text: string; revision: number }

/** Saves what is being written. A stale base overwrites nothing: both texts survive. */
export async function saveDraft(
  userId: string,
  questionId: string,
  input: z.infer<typeof draftInput>,
): Promise<{ saved: DraftView } | { conflict: DraftView } | { missing: true }> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return { missing: true }
    const { saved, text, revision } = await writeDraft(tx, { userId: owner, questionId, ...input })
    return saved ? { saved: { text, revision } } : { conflict: { text, revision } }
  })
}

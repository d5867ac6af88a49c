import 'server-only'
import type { z } from 'zod'
import { writeNote } from '#lib/db/note.ts'
import { transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import type { draftInput } from './save-draft.ts'

export type NoteView = { text: string; revision: number }

/** Saves a reader's own words on a question. A stale base overwrites nothing: both texts survive. */
export function saveNote(
  userId: string,
  questionId: string,
  input: z.infer<typeof draftInput>,
): Promise<{ saved: NoteView } | { conflict: NoteView } | { missing: true }> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return { missing: true }
    const { saved, text, revision } = await writeNote(tx, { userId: owner, questionId, ...input })
    return saved ? { saved: { text, revision } } : { conflict: { text, revision } }
  })
}

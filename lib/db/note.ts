import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'

export type NoteRow = { text: string; revision: number }

const visible = { text: true, revision: true } as const

export function findNote(userId: string, questionId: string): Promise<NoteRow | null> {
  return db().note.findUnique({
    where: { userId_questionId: { userId, questionId } },
    select: visible,
  })
}

/**
 * Saves over the revision that the writer has seen (0: none yet).
 * @returns what is stored now, and whether it is this text
 */
export async function writeNote(
  tx: Transaction,
  note: { userId: string; questionId: string; base: number; text: string },
): Promise<NoteRow & { saved: boolean }> {
  const { userId, questionId, base, text } = note
  const changed =
    base === 0
      ? await tx.note.createMany({ data: [{ userId, questionId, text }], skipDuplicates: true })
      : await tx.note.updateMany({
          where: { userId, questionId, revision: base },
          data: { text, revision: { increment: 1 } },
        })
  const now = await tx.note.findUnique({
    where: { userId_questionId: { userId, questionId } },
    select: visible,
  })
  // Its row is gone (everything of this reader was deleted meanwhile): the text is a new note.
  if (!now) return writeNote(tx, { ...note, base: 0 })
  // A retry whose first reply was lost finds its own text: saved, not a conflict.
  return { ...now, saved: changed.count === 1 || now.text === text }
}

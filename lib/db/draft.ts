import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'

export type DraftRow = { text: string; revision: number; updatedAt: Date }

const visible = { text: true, revision: true, updatedAt: true } as const

export function findDraft(userId: string, questionId: string): Promise<DraftRow | null> {
  return db().draft.findUnique({
    where: { userId_questionId: { userId, questionId } },
    select: visible,
  })
}

/**
 * Saves over the revision that the writer has seen (0: none yet). A save that was overtaken by the answer it became
 * is none: nothing is stored.
 * @returns what is stored now, and whether it is this text
 */
export async function writeDraft(
  tx: Transaction,
  draft: { userId: string; questionId: string; base: number; text: string },
): Promise<DraftRow & { saved: boolean }> {
  const { userId, questionId, base, text } = draft
  if (base === 0 && (await lastAnswers(tx, userId, questionId)).includes(text))
    return { text, revision: 0, updatedAt: new Date(), saved: true }
  const changed =
    base === 0
      ? await tx.draft.createMany({ data: [{ userId, questionId, text }], skipDuplicates: true })
      : await tx.draft.updateMany({
          where: { userId, questionId, revision: base },
          data: { text, revision: { increment: 1 } },
        })
  const now = await tx.draft.findUnique({
    where: { userId_questionId: { userId, questionId } },
    select: visible,
  })
  // Submitted and cleared meanwhile, perhaps in another tab: the text is a new draft.
  if (!now) return writeDraft(tx, { ...draft, base: 0 })
  // A retry whose first reply was lost finds its own text: saved, not a conflict.
  return { ...now, saved: changed.count === 1 || now.text === text }
}

async function lastAnswers(tx: Transaction, userId: string, questionId: string): Promise<string[]> {
  const attempts = await tx.attempt.findMany({
    where: { userId, questionId, kind: 'answer' },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { response: true },
  })
  return attempts.map(({ response }) => (response as { text: string }).text)
}

/** Removes a draft that still reads as given. */
export async function clearDraft(
  tx: Transaction,
  userId: string,
  questionId: string,
  text: string,
) {
  await tx.draft.deleteMany({ where: { userId, questionId, text } })
}

import 'server-only'
import { z } from 'zod'
import { type MarkKind, putMark } from '#lib/db/mark.ts'
import { transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'

export const markInput = z.strictObject({ kind: z.enum(['starred', 'parked']), on: z.boolean() })

/** Starred: to be found again. Parked: put aside, so that its cards wait until it is taken back. */
export type Marks = Record<MarkKind, boolean>

/** @returns false when there is nobody under that id any more */
export function setMark(
  userId: string,
  questionId: string,
  { kind, on }: z.infer<typeof markInput>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const owner = await holdOwner(tx, userId)
    if (owner === null) return false
    await putMark(tx, { userId: owner, questionId, kind }, on)
    return true
  })
}

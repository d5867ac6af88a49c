import 'server-only'
import { db } from './client.ts'
import type { MarkKind } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type { MarkKind }

export async function marksAt(userId: string, questionId: string): Promise<MarkKind[]> {
  const rows = await db().mark.findMany({ where: { userId, questionId }, select: { kind: true } })
  return rows.map(({ kind }) => kind)
}

export async function putMark(
  tx: Transaction,
  mark: { userId: string; questionId: string; kind: MarkKind },
  isOn: boolean,
): Promise<void> {
  if (isOn) await tx.mark.createMany({ data: [mark], skipDuplicates: true })
  else await tx.mark.deleteMany({ where: mark })
}

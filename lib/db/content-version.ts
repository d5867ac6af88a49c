import 'server-only'
import { db } from './client.ts'
import type { Transaction } from './transaction.ts'
import type { Prisma } from './generated/client.ts'

export type NewVersion = { hash: string; questionId: string; question: object }

/** Keeps a question as it is now, once per hash. */
export async function keepVersions(tx: Transaction, versions: NewVersion[]): Promise<void> {
  await tx.contentVersion.createMany({
    data: versions.map((each) => ({ ...each, question: each.question as Prisma.InputJsonObject })),
    skipDuplicates: true,
  })
}

export function findVersion(hash: string) {
  return db().contentVersion.findUnique({ where: { hash } })
}

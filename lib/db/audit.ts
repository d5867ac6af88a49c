import 'server-only'
import { db } from './client.ts'
import type { AuditLine } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type NewAuditLine = Omit<AuditLine, 'id' | 'at'>

/** Adds a line. There is no other verb: the database refuses to change one or to take it away. */
export async function addAuditLine(line: NewAuditLine, tx: Transaction = db()): Promise<void> {
  await tx.auditLine.createMany({ data: [line] })
}

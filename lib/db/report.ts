import 'server-only'
import { db } from './client.ts'
import type { Report } from './generated/client.ts'
import type { Transaction } from './transaction.ts'

export type NewReport = Omit<Report, 'createdAt' | 'context'> & { context: object }

/** A report that is there already is left as it is. @returns whether the one of this id is this user's */
export async function addReport(tx: Transaction, report: NewReport): Promise<boolean> {
  const { count } = await tx.report.createMany({ data: [report], skipDuplicates: true })
  if (count === 1) return true
  const { id, userId } = report
  return (await tx.report.count({ where: { id, userId } })) === 1
}

/** Newest first, without who sent them. */
export function reportsSince(since: Date): Promise<Omit<Report, 'userId'>[]> {
  return db().report.findMany({
    where: { createdAt: { gte: since } },
    omit: { userId: true },
    orderBy: { createdAt: 'desc' },
  })
}

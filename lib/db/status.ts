import 'server-only'
import { db } from './client.ts'
import type { MarkKind } from './generated/client.ts'
import type { ReviewRow } from './review.ts'

/** Questions at which a reader has made at least one attempt. */
export async function attemptedQuestions(userId: string): Promise<string[]> {
  const rows = await db().attempt.findMany({
    where: { userId },
    select: { questionId: true },
    distinct: ['questionId'],
  })
  return rows.map(({ questionId }) => questionId)
}

/** What a reader has starred or parked. */
export function marksOf(userId: string): Promise<{ questionId: string; kind: MarkKind }[]> {
  return db().mark.findMany({ where: { userId }, select: { questionId: true, kind: true } })
}

/** The part of a reader's log that is about whole questions. */
export function questionLog(userId: string): Promise<ReviewRow[]> {
  return db().review.findMany({ where: { userId, keyPointId: '' } })
}

import 'server-only'
import type { AttemptWithVersion } from './attempt.ts'
import { db } from './client.ts'
import type { Attempt } from './generated/client.ts'

/** A graded attempt without its response. */
export type GradedRow = {
  id: string
  questionId: string
  itemId: string
  kind: string
  /** of a rubric: the answer that it marks */
  answerId: string | null
  confidence: number | null
  score: number
  grader: Attempt['grader']
  receivedAt: Date
}

/** Everything of a reader that has a score, oldest first. */
export function gradedAttempts(userId: string): Promise<GradedRow[]> {
  return db().$queryRaw<GradedRow[]>`
    select id, question_id as "questionId", item_id as "itemId", kind, confidence, grader,
      score_low as score, received_at as "receivedAt",
      case when kind = 'rubric' then response ->> 'answerId' end as "answerId"
    from attempts where user_id = ${userId} and score_low is not null
    order by received_at, id`
}

/**
 * A page of a reader's attempts, newest first.
 * @param after id of the last one that was seen
 * @param questionIds of the only questions that are meant; all by default
 */
export function attemptPage(
  userId: string,
  after: string | null,
  take: number,
  questionIds?: readonly string[],
) {
  return db().attempt.findMany({
    where: { userId, ...(questionIds && { questionId: { in: [...questionIds] } }) },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take,
    ...(after !== null && { cursor: { id: after }, skip: 1 }),
  })
}

/** Stored questions by their hashes. */
export async function versionsOf(hashes: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await db().contentVersion.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, question: true },
  })
  return new Map(rows.map(({ hash, question }) => [hash, question]))
}

/** An attempt, if it is this reader's own. */
export function ownAttempt(userId: string, id: string): Promise<AttemptWithVersion | null> {
  return db().attempt.findFirst({ where: { id, userId }, include: { version: true } })
}

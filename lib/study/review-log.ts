import 'server-only'
import type { CardRow } from '#lib/db/card.ts'
import type { ReviewRow } from '#lib/db/review.ts'
import type { Card, Grade } from '#lib/learning/card.ts'
import { replay, type ReviewEvent } from '#lib/learning/replay.ts'

/** Stored lines as the scheduler reads them. */
export function eventsOf(rows: readonly ReviewRow[]): ReviewEvent[] {
  return rows.map((row): ReviewEvent => {
    const { id, questionId, keyPointId, receivedAt: at } = row
    const line = { id, questionId, keyPointId, at }
    switch (row.event) {
      case 'graded':
        return { ...line, event: 'graded', grade: row.grade as Grade }
      case 'undone':
        return { ...line, event: 'undone', undoes: row.undoes! }
      default:
        return { ...line, event: row.event, dueAt: row.dueAt! }
    }
  })
}

/** The cards that a log amounts to, as rows of their reader. */
export function cardRows(userId: string, log: readonly ReviewRow[]): CardRow[] {
  return [...replay(eventsOf(log)).values()].map((card) => ({ userId, ...card }))
}

/** A stored card as the scheduler knows it. */
export function cardOf({ userId: _userId, ...row }: CardRow): Card {
  return { ...row, state: row.state as Card['state'] }
}

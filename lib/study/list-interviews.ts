import 'server-only'
import { databaseNow, interviewsOf } from '#lib/db/interview.ts'
import { closeAllOverdue } from './close-interview.ts'
import { type InterviewState, viewState } from './interview-view.ts'

export type InterviewLine = InterviewState & { items: number; answered: number; minutes: number }

/** A reader's interviews, newest first. @param userId null for somebody unknown, who has none */
export async function listInterviews(userId: string | null): Promise<InterviewLine[]> {
  if (userId === null) return []
  // What cannot be closed is no reason to show nothing; the sweep says so in the log.
  await closeAllOverdue(userId).catch(() => {})
  const [rows, now] = await Promise.all([interviewsOf(userId), databaseNow()])
  return rows.map(({ items, ...row }) => ({
    ...viewState(row, now),
    items: items.length,
    answered: items.filter(({ seq }) => seq > 0).length,
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
  }))
}

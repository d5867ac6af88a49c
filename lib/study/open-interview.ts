import 'server-only'
import { databaseNow, findInterview, itemsOf } from '#lib/db/interview.ts'
import { isOverdue } from '#lib/interview/clock.ts'
import { closeOverdue } from './close-interview.ts'
import { type InterviewState, type Screen, viewScreens, viewState } from './interview-view.ts'

/** An interview that is being taken. Of one that is over only where it stands: see its report. */
export type OpenInterview = InterviewState & { screens: Screen[] }

/** @returns null when there is none, or it is somebody else's */
export async function openInterview(
  userId: string | null,
  id: string,
): Promise<OpenInterview | null> {
  const found = await findInterview(id)
  if (!found || found.userId !== userId) return null
  const now = await databaseNow()
  const isOver = isOverdue(found, now)
  if (isOver) await closeOverdue(id)
  const interview = isOver ? (await findInterview(id))! : found
  const state = viewState(interview, now)
  if (interview.closedAt) return { ...state, screens: [] }
  return { ...state, screens: await viewScreens(interview, await itemsOf(id), now) }
}

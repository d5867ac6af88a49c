import 'server-only'
import { changeInterview, type Refused } from './change-interview.ts'
import { closeInterview } from './close-interview.ts'

/** Its reader ends it. One that is over already stays as it is. */
export function finishInterview(userId: string, id: string): Promise<{ closed: true } | Refused> {
  return changeInterview<{ closed: true }>(userId, id, async ({ tx, interview, now }) => {
    const isLate = interview.deadline !== null && !interview.pausedAt && now >= interview.deadline
    if (!interview.closedAt) await closeInterview(tx, interview, now, isLate ? 'time' : 'finished')
    return { closed: true }
  })
}

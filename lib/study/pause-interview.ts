import 'server-only'
import { updateInterview } from '#lib/db/interview.ts'
import { closing, later } from '#lib/interview/clock.ts'
import { bookTime, changeInterview, type Refused } from './change-interview.ts'

type Stands = { pausedAt: string | null }

/** Stops the clock. A pause is counted, for the report to say so. A second one changes nothing. */
export function pauseInterview(userId: string, id: string): Promise<Stands | Refused> {
  return changeInterview<Stands>(userId, id, async ({ tx, interview, now, isOpen }) => {
    if (!isOpen) return { refused: 'closed' }
    if (interview.pausedAt) return { pausedAt: interview.pausedAt.toISOString() }
    // In the grace after the deadline there is no time left that could be kept.
    if (interview.deadline && now >= interview.deadline) return { refused: 'closed' }
    await bookTime(tx, interview, now)
    await updateInterview(tx, id, {
      pausedAt: now,
      pauses: interview.pauses + 1,
      closesAt: closing({ deadline: interview.deadline, pausedAt: now }, now),
    })
    return { pausedAt: now.toISOString() }
  })
}

/** Lets the clock run on: the deadline moves by as long as it stood. */
export function resumeInterview(userId: string, id: string): Promise<Stands | Refused> {
  return changeInterview<Stands>(userId, id, async ({ tx, interview, now, isOpen }) => {
    if (!isOpen) return { refused: 'closed' }
    const { pausedAt } = interview
    if (pausedAt) {
      const ms = now.getTime() - pausedAt.getTime()
      const deadline = interview.deadline && later(interview.deadline, ms)
      await updateInterview(tx, id, {
        deadline,
        pausedAt: null,
        openedAt: now,
        pausedSeconds: interview.pausedSeconds + Math.round(ms / 1000),
        closesAt: closing({ deadline, pausedAt: null }, now),
      })
    }
    return { pausedAt: null }
  })
}

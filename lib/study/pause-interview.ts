import 'server-only'
import { updateInterview } from '#lib/db/interview.ts'
import { started, stopped } from '#lib/interview/clock.ts'
import { bookTime, changeInterview, type Refused } from './change-interview.ts'

type Stands = { pausedAt: string | null }

/** Stops the clock. A pause is counted, for the report to say so. A second one changes nothing. */
export function pauseInterview(userId: string, id: string): Promise<Stands | Refused> {
  return changeInterview<Stands>(userId, id, async ({ tx, interview, now, isOpen }) => {
    if (!isOpen) return { refused: 'closed' }
    if (interview.pausedAt) return { pausedAt: interview.pausedAt.toISOString() }
    const times = stopped(interview, now)
    if (!times) return { refused: 'closed' }
    await bookTime(tx, interview, now)
    await updateInterview(tx, id, { ...times, pauses: interview.pauses + 1 })
    return { pausedAt: now.toISOString() }
  })
}

/** Lets the clock run on. */
export function resumeInterview(userId: string, id: string): Promise<Stands | Refused> {
  return changeInterview<Stands>(userId, id, async ({ tx, interview, now, isOpen }) => {
    if (!isOpen) return { refused: 'closed' }
    const { pausedAt } = interview
    if (pausedAt) {
      const stood = Math.round((now.getTime() - pausedAt.getTime()) / 1000)
      await updateInterview(tx, id, {
        ...started({ ...interview, pausedAt }, now),
        pausedSeconds: interview.pausedSeconds + stood,
      })
    }
    return { pausedAt: null }
  })
}

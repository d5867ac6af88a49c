import { reply, write } from '#lib/action.ts'
import { clockInput } from '#lib/study/interview-entry.ts'
import { pauseInterview, resumeInterview } from '#lib/study/pause-interview.ts'
import { refused } from '#app/api/interviews/refused.ts'

/** Stops the clock, or lets it run on. */
export const POST = write(
  { name: 'interviews.clock', who: 'anyone', params: { id: 'interview' }, body: clockInput },
  async ({ actor, params, body }) => {
    if (!actor) return refused('missing')
    const turn = body.clock === 'pause' ? pauseInterview : resumeInterview
    const outcome = await turn(actor.id, params.id)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

import { reply, write } from '#lib/action.ts'
import { refused } from '#app/api/interviews/refused.ts'
import { againInput } from '#lib/study/interview-entry.ts'
import { repeatInterview } from '#lib/study/repeat-interview.ts'

/** Starts the same interview again, under a new id. */
export const POST = write(
  { name: 'interviews.again', who: 'anyone', params: { id: 'interview' }, body: againInput },
  async ({ actor, params, body }) => {
    if (!actor) return refused('missing')
    const outcome = await repeatInterview(actor.id, params.id, body.id)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

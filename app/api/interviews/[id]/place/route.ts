import { reply, write } from '#lib/action.ts'
import { placeInput } from '#lib/study/interview-entry.ts'
import { moveInInterview } from '#lib/study/move-in-interview.ts'
import { refused } from '#app/api/interviews/refused.ts'

/** Where the reader is, and what is flagged or skipped. */
export const POST = write(
  { name: 'interviews.place', who: 'anyone', params: { id: 'interview' }, body: placeInput },
  async ({ actor, params, body }) => {
    if (!actor) return refused('missing')
    const outcome = await moveInInterview(actor.id, params.id, body)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

import { reply, write } from '#lib/action.ts'
import { finishInterview } from '#lib/study/finish-interview.ts'
import { endInput } from '#lib/study/interview-entry.ts'
import { refused } from '#app/api/interviews/refused.ts'

/** Its reader ends it: what is saved counts, attempts and reviews are written. */
export const POST = write(
  { name: 'interviews.end', who: 'anyone', params: { id: 'interview' }, body: endInput },
  async ({ actor, params }) => {
    if (!actor) return refused('missing')
    const outcome = await finishInterview(actor.id, params.id)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

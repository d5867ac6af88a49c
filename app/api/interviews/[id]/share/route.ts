import { reply, write } from '#lib/action.ts'
import { refused } from '#app/api/interviews/refused.ts'
import { shareInput } from '#lib/study/interview-entry.ts'
import { shareInterview } from '#lib/study/share-interview.ts'

/** Gives an interview an address for others, or takes it away. */
export const POST = write(
  { name: 'interviews.share', who: 'anyone', params: { id: 'interview' }, body: shareInput },
  async ({ actor, params, body }) => {
    if (!actor) return refused('missing')
    const outcome = await shareInterview(actor.id, params.id, body.shared)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

import { refuse, reply, write } from '#lib/action.ts'
import { responseInput } from '#lib/study/interview-entry.ts'
import { saveResponse } from '#lib/study/save-response.ts'
import { refused } from '#app/api/interviews/refused.ts'

const CHANGED = 'This answer was changed in another tab or on another device. Both are kept.'

/** Saves one state of an answer: `{id, base, value}`; the reply says its number. When it came decides. */
export const POST = write(
  { name: 'interviews.save', who: 'anyone', params: { id: 'interview' }, body: responseInput },
  async ({ actor, params, body, heldMs }) => {
    if (!actor) return refused('missing')
    const outcome = await saveResponse(actor.id, params.id, body, heldMs)
    if ('refused' in outcome) return refused(outcome.refused)
    if ('conflict' in outcome)
      return refuse(409, 'changed-elsewhere', CHANGED, { current: outcome.conflict })
    return reply(200, outcome.saved)
  },
)

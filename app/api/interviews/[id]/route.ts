import { read, refuse, reply } from '#lib/action.ts'
import { openInterview } from '#lib/study/open-interview.ts'

/** An interview as its reader's page needs it: what is asked, what is written, how much time is left. */
export const GET = read(
  { name: 'interviews.open', who: 'anyone', params: { id: 'interview' } },
  async ({ actor, params }) => {
    const interview = await openInterview(actor?.id ?? null, params.id)
    return interview
      ? reply(200, interview)
      : refuse(404, 'not-found', 'There is no interview of yours at this address.')
  },
)

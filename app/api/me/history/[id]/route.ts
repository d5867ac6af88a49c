import { read, refuse, reply } from '#lib/action.ts'
import { openAttempt } from '#lib/study/open-attempt.ts'

/** One attempt of the reader's own, as it was. */
export const GET = read(
  { name: 'me.attempt', who: 'anyone', params: { id: 'attempt' } },
  async ({ actor, params }) => {
    const attempt = await openAttempt(actor?.id ?? null, params.id)
    return attempt
      ? reply(200, attempt)
      : refuse(404, 'not-found', 'There is no answer of yours under this address.')
  },
)

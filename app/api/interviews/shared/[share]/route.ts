import { read, refuse, reply, write } from '#lib/action.ts'
import { refused } from '#app/api/interviews/refused.ts'
import { againInput } from '#lib/study/interview-entry.ts'
import { takeShared } from '#lib/study/repeat-interview.ts'
import { openShared } from '#lib/study/share-interview.ts'

const GONE = 'Nobody shares an interview at this address, or does so no more.'

/** What a shared interview consists of: counts and times, never which questions or whose. */
export const GET = read(
  { name: 'interviews.shared', who: 'nobody', params: { share: 'share' } },
  async ({ params }) => {
    const shared = await openShared(params.share)
    return shared ? reply(200, shared) : refuse(404, 'not-found', GONE)
  },
)

/** Starts the same interview for whoever asks. */
export const POST = write(
  { name: 'interviews.take', who: 'anyone', params: { share: 'share' }, body: againInput },
  async ({ params, body, reader }) => {
    const share = params.share
    // A guest is made only for what is there to be taken.
    if (!(await openShared(share))) return refuse(404, 'not-found', GONE)
    const outcome = await takeShared((await reader()).id, share, body.id)
    return 'refused' in outcome ? refused(outcome.refused) : reply(200, outcome)
  },
)

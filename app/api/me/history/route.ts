import { read, reply } from '#lib/action.ts'
import { historyQuery, openHistory } from '#lib/study/open-history.ts'

/** Everything that the reader answered, or on one `topic`, twenty at a time. `after` takes what `next` gave. */
export const GET = read(
  { name: 'me.history', who: 'anyone', query: historyQuery },
  async ({ actor, query }) => reply(200, await openHistory(actor?.id ?? null, query)),
)

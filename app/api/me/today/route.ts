import { read, reply } from '#lib/action.ts'
import { openToday, todayQuery } from '#lib/study/open-today.ts'

/** What the reader reviews today, or `?these=`: ids of questions that are wanted now, due or not. */
export const GET = read(
  { name: 'me.today', who: 'anyone', query: todayQuery },
  async ({ actor, query }) => {
    const ids = query.these?.split(',')
    return reply(200, await openToday(actor?.id ?? null, new Date(), ids ? new Set(ids) : null))
  },
)

import { read, reply } from '#lib/action.ts'
import { openBrief } from '#lib/study/open-brief.ts'

/** What the reader reviews today, without the cards' own words. */
export const GET = read({ name: 'me.today.brief', who: 'anyone' }, async ({ actor }) =>
  reply(200, await openBrief(actor?.id ?? null, new Date())),
)

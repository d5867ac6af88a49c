import { read, reply } from '#lib/action.ts'
import { openToday } from '#lib/study/open-today.ts'

/** What the reader reviews today. */
export const GET = read({ name: 'me.today', who: 'anyone' }, async ({ actor }) =>
  reply(200, await openToday(actor?.id ?? null, new Date())),
)

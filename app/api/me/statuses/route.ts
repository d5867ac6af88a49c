import { read, reply } from '#lib/action.ts'
import { openStatuses } from '#lib/study/open-statuses.ts'

/** Where the reader stands with each question that is not new to them: what every list shows of it. */
export const GET = read({ name: 'me.statuses', who: 'anyone' }, async ({ actor }) =>
  reply(200, await openStatuses(actor?.id ?? null, new Date())),
)

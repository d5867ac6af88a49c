import { read, reply } from '#lib/action.ts'
import { openProgress } from '#lib/study/open-progress.ts'

/** What the reader knows, as far as it can be told, and what that means for the days ahead. */
export const GET = read({ name: 'me.progress', who: 'anyone' }, async ({ actor }) =>
  reply(200, await openProgress(actor?.id ?? null, new Date())),
)

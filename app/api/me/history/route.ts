import { read, refuse, reply } from '#lib/action.ts'
import { ulid } from '#lib/study/attempt-entry.ts'
import { openHistory } from '#lib/study/open-history.ts'

/** Everything that the reader answered, twenty at a time. `?after=` takes what `next` gave. */
export const GET = read({ name: 'me.history', who: 'anyone' }, async ({ actor, request }) => {
  const after = new URL(request.url).searchParams.get('after')
  if (after !== null && !ulid.safeParse(after).success)
    return refuse(400, 'invalid', 'This is no place in your history: open it from the beginning.')
  return reply(200, await openHistory(actor?.id ?? null, after))
})

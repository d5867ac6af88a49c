import { read, refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { deleteEverything, deletionInput } from '#lib/auth/delete-everything.ts'
import { networkAddress, waitInWords } from '#lib/auth/limit.ts'

/** Who is asking. Nothing here names a guest. */
export const GET = read({ name: 'me.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, {
    user: actor && !actor.guest ? { email: actor.email, name: actor.name, role: actor.role } : null,
    guest: actor?.guest ?? false,
  }),
)

/** Deletes whoever asks and everything of theirs. */
export const DELETE = write(
  { name: 'me.delete', who: 'anyone', body: deletionInput, audit: ['deletion'] },
  async ({ actor, body, request }) => {
    if (!actor) return refuse(404, 'nobody', 'There is nothing of yours here to delete.')
    const outcome = await deleteEverything(actor, body, networkAddress(request.headers))
    if (typeof outcome === 'number')
      return refuseForNow(outcome, `Too many tries. Try again ${waitInWords(outcome)}.`)
    return outcome === 'deleted'
      ? reply(200, { deleted: true })
      : refuse(403, outcome, 'This is not your password, so nothing was deleted.')
  },
)

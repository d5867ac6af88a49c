import { accountName } from '#lib/auth/account-name.ts'
import { read, refuse, refuseForNow, reply, write } from '#lib/action.ts'
import { deleteEverything, deletionInput, LEAVE_PHRASE } from '#lib/auth/delete-everything.ts'
import { networkAddress, waitInWords } from '#lib/auth/limit.ts'
import { readSettings } from '#lib/study/settings.ts'

/** Who is asking, and what they have chosen about questions. Nothing here names a guest. */
export const GET = read({ name: 'me.show', who: 'anyone' }, async ({ actor }) => {
  const { level, blind } = await readSettings(actor?.id ?? null)
  return reply(200, {
    user:
      actor && !actor.guest
        ? { email: actor.email, name: actor.name, role: actor.role, key: accountName(actor) }
        : null,
    guest: actor?.guest ?? false,
    choices: level === null && blind === null ? null : { level, blind },
  })
})

const AGAIN =
  'Nothing was deleted yet. You have no password here, so sign in again, and delete within ten minutes after.'
const LAST_ADMIN = `You are the only administrator here, so nothing was deleted. Give somebody else that role first, under People and roles; or type “${LEAVE_PHRASE}”.`

/** Deletes whoever asks and everything of theirs. */
export const DELETE = write(
  { name: 'me.delete', who: 'anyone', body: deletionInput, audit: ['deletion'] },
  async ({ actor, body, request }) => {
    if (!actor) return refuse(404, 'nobody', 'There is nothing of yours here to delete.')
    const outcome = await deleteEverything(actor, body, networkAddress(request.headers))
    if (typeof outcome === 'number')
      return refuseForNow(outcome, `Too many tries. Try again ${waitInWords(outcome)}.`)
    if (outcome === 'sign-in-again') return refuse(403, outcome, AGAIN)
    if (outcome === 'last-admin') return refuse(409, outcome, LAST_ADMIN)
    return outcome === 'deleted'
      ? reply(200, { deleted: true })
      : refuse(403, outcome, 'This is not your password, so nothing was deleted.')
  },
)

import { read, refuse, reply, write } from '#lib/action.ts'
import { showWays, unlinkInput, unlinkService } from '#lib/auth/ways.ts'

const NONE = { hasPassword: false, services: [] }
const LAST =
  'It is your only way to sign in, so it stays. Set a password first: “Password forgotten?” on the sign-in page sends you a link.'

/** By what whoever asks can sign in. */
export const GET = read({ name: 'services.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, actor && !actor.guest ? await showWays(actor.id) : NONE),
)

export const DELETE = write(
  {
    name: 'services.unlink',
    who: 'account',
    body: unlinkInput,
    audit: ['account-unlinked'],
  },
  async ({ actor, body }) => {
    const left = await unlinkService(actor.id, body)
    return left === 'last-way' ? refuse(409, 'last-way', LAST) : reply(200, left)
  },
)

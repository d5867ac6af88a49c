import { read, reply } from '#lib/action.ts'

/** Who is asking. Nothing here names a guest. */
export const GET = read({ name: 'me.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, {
    user: actor && !actor.guest ? { email: actor.email, name: actor.name } : null,
    guest: actor?.guest ?? false,
  }),
)

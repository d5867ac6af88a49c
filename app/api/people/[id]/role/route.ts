import { refuse, reply, write } from '#lib/action.ts'
import { changeRole, roleInput } from '#lib/auth/roles.ts'

const LAST =
  'This is the only administrator, and there must be one. Give somebody else that role first.'

export const PUT = write(
  {
    name: 'people.set-role',
    who: 'anyone',
    params: { id: 'person' },
    body: roleInput,
    audit: ['role-change'],
  },
  async ({ actor, params, body }) => {
    if (actor?.role !== 'admin') return refuse(404, 'not-found', 'There is nothing here for you.')
    const outcome = await changeRole(actor, params.id, body)
    if (outcome === 'changed') return reply(200, { role: body.role })
    return outcome === 'last-admin'
      ? refuse(409, outcome, LAST)
      : refuse(404, outcome, 'There is no such account, so nothing was changed.')
  },
)

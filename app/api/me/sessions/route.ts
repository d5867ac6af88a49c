import { read, reply, write } from '#lib/action.ts'
import { endOtherSessions, endOthersInput, showSessions } from '#lib/auth/sessions.ts'

export const GET = read({ name: 'sessions.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, { sessions: actor && !actor.guest ? await showSessions(actor.id) : [] }),
)

export const DELETE = write(
  {
    name: 'sessions.end-others',
    who: 'account',
    body: endOthersInput,
    audit: ['sign-out-elsewhere'],
  },
  async ({ actor }) => {
    return reply(200, { ended: await endOtherSessions(actor.id) })
  },
)

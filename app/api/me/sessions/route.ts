import { read, refuse, reply, write } from '#lib/action.ts'
import { endOtherSessions, endOthersInput, showSessions } from '#lib/auth/sessions.ts'

export const GET = read({ name: 'sessions.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, { sessions: actor && !actor.guest ? await showSessions(actor.id) : [] }),
)

export const DELETE = write(
  { name: 'sessions.end-others', who: 'anyone', body: endOthersInput },
  async ({ actor }) => {
    if (!actor || actor.guest) return refuse(401, 'signed-out', 'You are not signed in here.')
    return reply(200, { ended: await endOtherSessions(actor.id) })
  },
)

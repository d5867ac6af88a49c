import { refuse, reply, write } from '#lib/action.ts'
import { endOneInput, endSession } from '#lib/auth/sessions.ts'

const NOWHERE = 'There is nothing at this address.'

/** Signs its owner out in one place; to everybody else there is nothing at this address. */
export const DELETE = write(
  {
    name: 'sessions.end',
    who: 'anyone',
    params: { name: 'session' },
    body: endOneInput,
    audit: ['sign-out-elsewhere'],
  },
  async ({ actor, params }) => {
    const isEnded = actor !== null && !actor.guest && (await endSession(actor.id, params.name))
    return isEnded ? reply(200, { ended: 1 }) : refuse(404, 'not-found', NOWHERE)
  },
)

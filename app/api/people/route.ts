import { read, refuse, reply } from '#lib/action.ts'
import { peopleQuery, showPeople } from '#lib/auth/roles.ts'

/** Accounts, for administrators. For everybody else there is nothing here. */
export const GET = read(
  { name: 'people.list', who: 'anyone', query: peopleQuery },
  async ({ actor, query }) => {
    if (actor?.role !== 'admin') return refuse(404, 'not-found', 'There is nothing here for you.')
    return reply(200, await showPeople(query.q))
  },
)

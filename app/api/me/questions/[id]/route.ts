import { read, refuse, reply } from '#lib/action.ts'
import { openJournal } from '#lib/study/open-journal.ts'

/** Everything personal on a question's page, in one small answer. */
export const GET = read(
  { name: 'me.question', who: 'anyone', params: { id: 'question' } },
  async ({ actor, params }) => {
    const journal = await openJournal(actor?.id ?? null, params.id, new Date())
    if (!journal) return refuse(404, 'not-found', 'There is no question with this id.')
    return reply(200, journal)
  },
)

import { refuse, reply, write } from '#lib/action.ts'
import { questionById } from '#lib/content/questions.ts'
import { draftInput } from '#lib/study/save-draft.ts'
import { saveNote } from '#lib/study/save-note.ts'

const MISSING = 'There is no question with this id.'
const CHANGED = 'This note was changed elsewhere. Both texts are kept.'

/** Saves a note. A stale base answers 409 with what is stored. */
export const PUT = write(
  { name: 'notes.save', who: 'anyone', params: { id: 'question' }, body: draftInput },
  async ({ reader, body, params }) => {
    const question = await questionById(params.id)
    if (!question) return refuse(404, 'not-found', MISSING)
    const result = await saveNote((await reader()).id, question.id, body)
    if ('missing' in result) return refuse(404, 'not-found', MISSING)
    if ('conflict' in result) {
      return refuse(409, 'changed-elsewhere', CHANGED, { current: result.conflict })
    }
    return reply(200, { revision: result.saved.revision })
  },
)

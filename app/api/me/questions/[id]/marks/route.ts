import { refuse, reply, write } from '#lib/action.ts'
import { questionById } from '#lib/content/questions.ts'
import { markInput, setMark } from '#lib/study/set-mark.ts'

const MISSING = 'There is no question with this id.'

/** Stars or parks a question, or takes that back. */
export const PUT = write(
  { name: 'marks.set', who: 'anyone', params: { id: 'question' }, body: markInput },
  async ({ reader, body, params }) => {
    const question = await questionById(params.id)
    if (!question) return refuse(404, 'not-found', MISSING)
    const isSet = await setMark((await reader()).id, question.id, body)
    return isSet ? reply(200, body) : refuse(404, 'not-found', MISSING)
  },
)

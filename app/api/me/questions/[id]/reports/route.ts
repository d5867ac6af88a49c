import { refuse, reply, write } from '#lib/action.ts'
import { questionById } from '#lib/content/questions.ts'
import { reportInput, reportProblem } from '#lib/study/report-problem.ts'

const MISSING = 'There is no question with this id.'

/** Keeps a report of a problem for the authors. */
export const POST = write(
  { name: 'reports.add', who: 'anyone', params: { id: 'question' }, body: reportInput },
  async ({ reader, body, params }) => {
    const question = await questionById(params.id)
    if (!question) return refuse(404, 'not-found', MISSING)
    const isKept = await reportProblem((await reader()).id, question.id, body)
    return isKept ? reply(200, { id: body.id }) : refuse(404, 'not-found', MISSING)
  },
)

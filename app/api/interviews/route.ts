import { read, refuse, reply, write } from '#lib/action.ts'
import { createInterview, drawInterview } from '#lib/study/create-interview.ts'
import { startInput } from '#lib/study/interview-entry.ts'
import { listInterviews } from '#lib/study/list-interviews.ts'

const SHORT = 'The bank is too small for this interview as it stands: nothing was started.'

/** The reader's interviews, newest first. */
export const GET = read({ name: 'interviews.list', who: 'anyone' }, async ({ actor }) => {
  return reply(200, { interviews: await listInterviews(actor?.id ?? null) })
})

/** Starts an interview and its clock. The same id starts it once. */
export const POST = write(
  { name: 'interviews.start', who: 'anyone', body: startInput },
  async ({ actor, reader, body }) => {
    const drawn = await drawInterview(actor?.id ?? null, body)
    if ('shortage' in drawn) return refuse(409, 'too-short', SHORT, { shortage: drawn.shortage })
    const id = await createInterview((await reader()).id, drawn.start)
    return id === null
      ? refuse(404, 'not-found', 'There is nothing here under that id.')
      : reply(200, { id })
  },
)

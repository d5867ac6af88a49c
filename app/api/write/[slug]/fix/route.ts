import { refuse, reply, write } from '#lib/action.ts'
import { mendSource, problemEntry } from '#lib/study/mend-source.ts'

/** Mends a problem in the file itself. Only where files are edited. */
export const POST = write(
  { name: 'write.fix', who: 'nobody', body: problemEntry },
  async ({ params, body }) => {
    if (process.env.NODE_ENV !== 'development')
      return refuse(404, 'not-found', 'Files are changed by the development server only.')
    return (await mendSource(params['slug']!, body))
      ? reply(200, {})
      : refuse(409, 'gone', 'The text is another one by now, so nothing was changed.')
  },
)

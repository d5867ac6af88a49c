import { refuse, reply, write } from '#lib/action.ts'
import { audit } from '#lib/auth/audit.ts'
import { currentUser } from '#lib/auth/session.ts'
import { mendSource, problemEntry } from '#lib/study/mend-source.ts'

/** Mends a problem in the file itself. Only where files are edited. */
export const POST = write(
  {
    name: 'write.fix',
    who: 'nobody',
    params: { slug: 'slug' },
    body: problemEntry,
    audit: ['content-fix'],
  },
  async ({ params, body }) => {
    if (process.env.NODE_ENV !== 'development')
      return refuse(404, 'not-found', 'Files are changed by the development server only.')
    if (!(await mendSource(params.slug, body)))
      return refuse(409, 'gone', 'The text is another one by now, so nothing was changed.')
    const author = await currentUser()
    await audit('content-fix', { actor: author?.id ?? null, detail: params.slug })
    return reply(200, {})
  },
)

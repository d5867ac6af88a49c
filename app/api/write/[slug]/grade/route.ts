import { refuse, reply, write } from '#lib/action.ts'
import { isAuthor } from '#lib/auth/author.ts'
import { draftEntry, gradeDraft } from '#lib/study/grade-draft.ts'

/** Grades an item of the preview, and stores nothing. */
export const POST = write(
  { name: 'write.grade', who: 'nobody', body: draftEntry },
  async ({ params, body }) => {
    if (!(await isAuthor())) return refuse(403, 'authors-only', 'The preview is for authors.')
    const graded = await gradeDraft(params['slug']!, body)
    if (graded === null) return refuse(404, 'not-found', 'The question has no such item any more.')
    return 'problem' in graded ? refuse(400, 'invalid', graded.problem) : reply(200, graded)
  },
)

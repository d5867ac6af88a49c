import { refuse, reply, write } from '#lib/action.ts'
import { draftEntry, gradeDraft } from '#lib/study/grade-draft.ts'

/** Grades an item of the preview, and stores nothing. */
export const POST = write(
  { name: 'write.grade', who: 'author', params: { slug: 'slug' }, body: draftEntry },
  async ({ params, body }) => {
    const graded = await gradeDraft(params.slug, body)
    if (graded === null) return refuse(404, 'not-found', 'The question has no such item any more.')
    return 'problem' in graded ? refuse(400, 'invalid', graded.problem) : reply(200, graded)
  },
)

import { read, refuse, reply, write } from '#lib/action.ts'
import { examples } from '#lib/content/kinds.ts'
import { exampleEntry, gradeExample } from '#lib/study/grade-example.ts'

/** How an author writes the example, key and all: asked for by those who open it. */
export const GET = read(
  { name: 'kinds.source', who: 'nobody', pace: 'free', params: { kind: 'kind' } },
  async ({ params }) => {
    const example = (await examples()).find(({ item }) => item.kind === params.kind)
    return example ? reply(200, { source: example.source }) : unknownKind()
  },
)

/** Grades the example of the gallery, and stores nothing. */
export const POST = write(
  { name: 'kinds.grade', who: 'nobody', params: { kind: 'kind' }, body: exampleEntry },
  async ({ params, body }) => {
    const graded = await gradeExample(params.kind, body.response)
    if (graded === null) return unknownKind()
    if ('problem' in graded) return refuse(400, 'invalid', graded.problem)
    return reply(200, graded)
  },
)

function unknownKind(): Response {
  return refuse(404, 'not-found', 'There is no example of this kind of item.')
}

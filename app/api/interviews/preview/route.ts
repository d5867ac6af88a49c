import { read, refuse, reply } from '#lib/action.ts'
import { blueprintText } from '#lib/study/interview-entry.ts'
import { previewInterview } from '#lib/study/preview-interview.ts'

/** What a blueprint would give, `?blueprint=&seed=`: counts and times, never which questions. */
export const GET = read(
  { name: 'interviews.preview', who: 'anyone' },
  async ({ actor, request }) => {
    const query = new URL(request.url).searchParams
    const blueprint = blueprintText.safeParse(query.get('blueprint') ?? '')
    if (!blueprint.success)
      return refuse(400, 'invalid', 'This blueprint cannot be read. Choose its parts anew.')
    const seed = Number(query.get('seed') ?? 0) | 0
    return reply(200, await previewInterview(actor?.id ?? null, blueprint.data, seed))
  },
)

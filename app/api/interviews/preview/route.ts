import { read, reply } from '#lib/action.ts'
import { previewQuery } from '#lib/study/interview-entry.ts'
import { previewInterview } from '#lib/study/preview-interview.ts'

/** What a blueprint would give, `?blueprint=&seed=`: counts and times, never which questions. */
export const GET = read(
  { name: 'interviews.preview', who: 'anyone', query: previewQuery },
  async ({ actor, query }) =>
    reply(200, await previewInterview(actor?.id ?? null, query.blueprint, query.seed)),
)

import { refuse, reply, write } from '#lib/action.ts'
import { attemptBatch } from '#lib/study/attempt-entry.ts'
import { prepareAttempts } from '#lib/study/prepare-attempts.ts'
import type { Refusal } from '#lib/study/refusal.ts'
import { storeAttempts } from '#lib/study/store-attempts.ts'

const STATUS = { invalid: 400, 'page-changed': 409, 'not-found': 404 }

/** The outbox's endpoint: the same answer for a repeated id, all or none stored. */
export const POST = write(
  { name: 'attempts.submit', who: 'anyone', body: attemptBatch },
  async ({ actor, reader, body }) => {
    const graded = await prepareAttempts(actor?.id ?? null, body.attempts)
    if ('refused' in graded) return refused(graded.refused)
    const result = await storeAttempts((await reader()).id, graded.prepared)
    if ('refused' in result) return refused(result.refused)
    return reply(200, { results: result.stored.map((attempt) => ({ stored: true, ...attempt })) })
  },
)

function refused({ code, id, message }: Refusal): Response {
  return refuse(STATUS[code], code, message, { id })
}

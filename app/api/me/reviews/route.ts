import { refuse, reply, write } from '#lib/action.ts'
import { prepareReviews } from '#lib/study/prepare-reviews.ts'
import type { Refusal } from '#lib/study/refusal.ts'
import { reviewBatch } from '#lib/study/review-entry.ts'
import { storeReviews } from '#lib/study/store-reviews.ts'

const STATUS = { invalid: 400, 'page-changed': 409, 'not-found': 404 }

/** Grades, chosen dates and what is taken back: the cards concerned come back as they are now. */
export const POST = write(
  { name: 'reviews.record', who: 'anyone', body: reviewBatch },
  async ({ actor, reader, body }) => {
    const now = new Date()
    const prepared = await prepareReviews(actor?.id ?? null, body.reviews, now)
    if ('refused' in prepared) return refused(prepared.refused)
    const ids = body.reviews.map(({ id }) => id)
    const result = await storeReviews((await reader()).id, ids, prepared.lines, now)
    if ('refused' in result) return refused(result.refused)
    return reply(200, result)
  },
)

function refused({ code, id, message }: Refusal): Response {
  return refuse(STATUS[code], code, message, { id })
}

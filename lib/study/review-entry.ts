import 'server-only'
import { z } from 'zod'
import { ulid } from './attempt-entry.ts'
import { moment } from './our-time.ts'

const line = {
  id: ulid,
  questionId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** '' is the question itself */
  keyPointId: z
    .string()
    .regex(/^[a-z0-9-]{0,60}$/)
    .default(''),
}

/** Of a line, or of one that came of it: `<ULID>/<key point>`. */
const lineId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}(\/[a-z0-9-]{1,60})?$/)

/** One line of the review log, as a client sends it. */
export const reviewEntry = z.discriminatedUnion('event', [
  z.strictObject({
    ...line,
    event: z.literal('graded'),
    grade: z.int().min(1).max(4),
    /** the rubric or item that suggested a grade */
    attemptId: ulid.nullable().default(null),
  }),
  z.strictObject({ ...line, event: z.enum(['overridden', 'postponed']), dueAt: moment }),
  z.strictObject({ ...line, event: z.literal('undone'), undoes: lineId }),
])

export type ReviewEntry = z.infer<typeof reviewEntry>

export const reviewBatch = z.strictObject({ reviews: z.array(reviewEntry).min(1).max(100) })

import 'server-only'
import { z } from 'zod'
import { type AskedFill, longestFill } from '#lib/quiz/kinds/fill.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { grader, itemFields } from './grader.ts'
import { plainForm } from './plain-form.ts'

const schema = z.strictObject({
  ...itemFields,
  kind: z.literal('fill'),
  /** every form that is right; the first is shown as the answer */
  accept: z
    .array(
      z
        .string()
        .max(longestFill)
        .refine((text) => plainForm(text) !== '', 'nothing is left of it to compare'),
    )
    .min(1)
    .max(20)
    .refine((list) => new Set(list.map(plainForm)).size === list.length, {
      message:
        'two forms are the same: case, spaces, hyphens, accents and a leading article are read alike',
    }),
})

export const fill = grader(schema, {
  asked: ({ kind, id, prompt }): AskedFill => ({ kind, id, prompt }),
  /** Equal to an accepted form once both are plain. Nothing is guessed: a slip of the pen is wrong. */
  score({ accept, why }, response: string) {
    const given = plainForm(response)
    return {
      score: exactly(accept.some((form) => plainForm(form) === given) ? 1 : 0),
      answer: accept[0] ?? '',
      why,
    }
  },
})

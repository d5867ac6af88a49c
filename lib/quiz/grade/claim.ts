import 'server-only'
import { z } from 'zod'
import type { AskedClaim } from '#lib/quiz/kinds/claim.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { expression, grader, itemFields, subjectFields } from './grader.ts'
import { shuffled } from './shuffled.ts'
import { areDistinct, tokenOf } from './token.ts'

const reason = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  right: z.literal(true).optional(),
})

const schema = z.strictObject({
  ...itemFields,
  ...subjectFields,
  kind: z.literal('claim'),
  statement: z.string().min(1),
  truth: z.boolean(),
  /** holds if and only if the statement does: the content check solves it */
  when: expression.optional(),
  /** reasons that people give for either side; one of them is why it is so */
  reasons: z
    .array(reason)
    .min(3)
    .max(6)
    .refine((list) => areDistinct(list.map(({ id }) => id)), 'two reasons have the same id')
    .refine((list) => areDistinct(list.map(({ text }) => text)), 'two reasons have the same text')
    .refine((list) => list.filter(({ right }) => right).length === 1, {
      message: 'exactly one reason must have `right: true`',
    }),
})

export const claim = grader(schema, {
  asked: ({ kind, id, prompt, statement, reasons }, seed): AskedClaim => ({
    kind,
    id,
    prompt,
    statement,
    reasons: shuffled(reasons, seed).map(({ text }) => ({ id: tokenOf(text), text })),
  }),
  /** 0.4 for the truth, 0.6 more for the reason; a good reason for the wrong side earns nothing. */
  score({ truth, reasons, why }, [said, because]: string[]) {
    const options = reasons.map(({ text, right }) => ({ id: tokenOf(text), right: right === true }))
    const isTrueSide = said === String(truth)
    const hasReason = options.some(({ id, right }) => right && id === because)
    const text = reasons.find(({ right }) => right)!.text
    return {
      score: exactly(isTrueSide ? (hasReason ? 1 : 0.4) : 0),
      answer: `${truth ? 'True' : 'False'}: ${text}`,
      why,
      key: [String(truth)],
      options,
      message: `${isTrueSide ? 'Yes, it' : 'It'} is ${truth ? 'true' : 'false'}.`,
    }
  },
})

import 'server-only'
import { z } from 'zod'
import { parseNumber, type AskedNumeric } from '#lib/quiz/kinds/numeric.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { expression, grader, itemFields, subjectFields } from './grader.ts'

const schema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('numeric'),
    ...subjectFields,
    answer: z.number(),
    /** the same as an expression, which the content check compares with `answer` */
    from: expression.optional(),
    abs: z.number().positive().optional(),
    rel: z.number().positive().max(0.5).optional(),
    unit: z.string().optional(),
    named: z.array(z.strictObject({ value: z.number(), message: z.string().min(1) })).default([]),
  })
  .refine((item) => (item.abs === undefined) !== (item.rel === undefined), {
    message: 'give one tolerance: `abs` or `rel`',
    path: ['answer'],
    params: { rule: 'items/tolerance' },
  })
  .refine((item) => item.named.every(({ value }) => !close(item, value, item.answer)), {
    message: 'a named wrong answer lies within the tolerance of the right one',
    path: ['named'],
    params: { rule: 'items/named-too-near' },
  })

type Tolerance = { abs?: number | undefined; rel?: number | undefined }

export const numeric = grader(schema, {
  asked: ({ kind, id, prompt, unit }): AskedNumeric => ({
    kind,
    id,
    prompt,
    ...(unit === undefined ? {} : { unit }),
  }),
  /** A named wrong answer (sign, factor n, forgotten square) carries its own message. */
  score(item, response: string) {
    const given = parseNumber(response)
    const hit = given !== null && close(item, given, item.answer)
    const named = item.named.find(({ value }) => given !== null && close(item, given, value))
    return {
      score: exactly(hit ? 1 : 0),
      answer: [shown(item).replace('-', '−'), item.unit].filter(Boolean).join(' '),
      why: item.why,
      ...(hit || !named ? {} : { message: named.message }),
    }
  },
})

/**
 * As an author wrote it; what was computed, one digit finer than its tolerance tells apart: 0.4082, not
 * 0.40816326530612246.
 */
function shown({ answer, abs, rel }: Tolerance & { answer: number }): string {
  const written = String(answer)
  const reach = abs ?? (rel ?? 0) * Math.abs(answer)
  if (written.length <= LONGEST_WRITTEN || reach === 0) return written
  const digits = Math.max(0, 1 - Math.floor(Math.log10(reach)))
  return String(Number(answer.toFixed(Math.min(digits, 20))))
}

/** Characters of a number that somebody wrote. */
const LONGEST_WRITTEN = 8

/** Within the item's tolerance of `target`, with room for the rounding of binary fractions. */
export function close(item: Tolerance, given: number, target: number): boolean {
  const tolerance = item.abs ?? (item.rel ?? 0) * Math.abs(target)
  return Math.abs(given - target) <= tolerance * (1 + 1e-9)
}

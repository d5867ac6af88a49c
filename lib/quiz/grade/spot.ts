import 'server-only'
import { z } from 'zod'
import { exactly } from '#lib/quiz/kinds/response.ts'
import type { AskedSpot } from '#lib/quiz/kinds/spot.ts'
import { grader, itemFields } from './grader.ts'

const schema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('spot'),
    lines: z.array(z.string().min(1).max(120)).min(3).max(14),
    /** the number of the line that is wrong, counted from 1 */
    wrong: z.int().min(1),
    notation: z.enum(['code', 'maths']).default('code'),
  })
  .refine(({ lines, wrong }) => wrong <= lines.length, {
    message: 'there is no such line; the first has the number 1',
    path: ['wrong'],
  })

export const spot = grader(schema, {
  asked: ({ kind, id, prompt, lines, notation }): AskedSpot => ({
    kind,
    id,
    prompt,
    lines,
    notation,
  }),
  score({ lines, wrong, why }, response: string) {
    return {
      score: exactly(response === String(wrong) ? 1 : 0),
      answer: `line ${wrong}: ${lines[wrong - 1]?.trim()}`,
      why,
      key: [String(wrong)],
    }
  },
})

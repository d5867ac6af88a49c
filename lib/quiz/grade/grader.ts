import 'server-only'
import { z } from 'zod'
import type { AskedItem, Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { Invalid } from '#lib/quiz/kinds/response.ts'

/** What every item has. Ids `answer` and `rubric` are taken by the page's own attempts. */
export const itemFields = {
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, at most 40')
    .refine((id) => id !== 'answer' && id !== 'rubric', 'answer and rubric are reserved'),
  prompt: z.string().min(1),
  why: z.string().min(1),
}

/**
 * One kind of item on the server: what authors write (`schema`), the only form that may leave before
 * submission (`asked`; `seed` decides the order of options), and the grade (`score`; the response has
 * passed the kind's `validate`; what it still cannot grade gets a sentence).
 */
export function grader<
  Schema extends z.ZodObject,
  Asked extends AskedItem,
  Response extends ItemResponse,
>(
  schema: Schema,
  verbs: {
    asked(item: z.infer<Schema>, seed: number): Asked
    score(item: z.infer<Schema>, response: Response): Feedback | Invalid
  },
) {
  return { schema, ...verbs }
}

import 'server-only'
import { z } from 'zod'
import { type FigureId, figures } from '#lib/figures/index.ts'
import type { AskedItem, Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { Invalid } from '#lib/quiz/kinds/response.ts'

const cells = z.array(z.string()).min(2)
const pair = z.tuple([z.number(), z.number()])

const exhibit = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('table'),
      caption: z.string().min(1),
      head: cells,
      rows: z.array(cells).min(1),
    })
    .refine(({ head, rows }) => rows.every((row) => row.length === head.length), {
      message: 'every row has as many cells as the head',
      path: ['rows'],
    }),
  z.strictObject({
    type: z.literal('chart'),
    caption: z.string().min(1),
    x: z.strictObject({
      label: z.string().min(1),
      log: z.literal(true).optional(),
      ticks: z.array(z.number()).optional(),
    }),
    y: z.strictObject({ label: z.string().min(1) }),
    panels: z
      .array(
        z.strictObject({
          label: z.string(),
          lines: z.array(z.strictObject({ label: z.string(), points: z.array(pair).min(2) })),
          bars: z.array(z.tuple([z.number(), z.number(), z.number()])).optional(),
        }),
      )
      .min(1),
  }),
])

/** What every item has. Ids `answer` and `rubric` are taken by the page's own attempts. */
export const itemFields = {
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, at most 40')
    .refine((id) => id !== 'answer' && id !== 'rubric', 'answer and rubric are reserved'),
  prompt: z.string().min(1),
  why: z.string().min(1),
  exhibit: exhibit.optional(),
}

/** In the language of claims. */
export const expression = z.string().min(1).max(500)

/**
 * What an item's key is computed from, where an author says so: the figure and its state that `from` and
 * `when` speak of (numbers alone without them). The content check solves it; nobody else reads it.
 */
export const subjectFields = {
  demo: z.enum(Object.keys(figures) as [FigureId, ...FigureId[]]).optional(),
  state: z.string().max(500).optional(),
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

import 'server-only'
import { z } from 'zod'
import type { AskedOrdering } from '#lib/quiz/kinds/ordering.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { grader, itemFields } from './grader.ts'
import { shuffled } from './shuffled.ts'
import { areDistinct, tokenOf } from './token.ts'

const schema = z.strictObject({
  ...itemFields,
  kind: z.literal('ordering'),
  /** in the right order */
  steps: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), text: z.string().min(1) }))
    .min(3)
    .max(8)
    .refine((list) => areDistinct(list.map(({ text }) => text)), 'two steps have the same text')
    .refine((list) => areDistinct(list.map(({ id }) => id)), 'two steps have the same id'),
})

export const ordering = grader(schema, {
  asked: ({ kind, id, prompt, steps }, seed): AskedOrdering => ({
    kind,
    id,
    prompt,
    steps: disordered(steps, seed).map(({ text }) => ({ id: tokenOf(text), text })),
  }),
  /**
   * max(0, 1 − 2d), d the normalised Kendall distance: the share of pairs that stand the wrong way
   * round. An order drawn by chance has half of them so, and earns nothing on average.
   */
  score({ steps, why }, response: string[]) {
    const key = steps.map(({ text }) => tokenOf(text))
    const pairs = (key.length * (key.length - 1)) / 2
    const wrong = inversions(response.map((id) => key.indexOf(id)))
    return {
      score: exactly(Math.max(0, 1 - (2 * wrong) / pairs)),
      answer: steps.map(({ text }) => text).join(' → '),
      why,
      key,
      ...(wrong > 0 && {
        message: `${pairs - wrong} of ${pairs} pairs of steps stand the right way round.`,
      }),
    }
  },
})

/** A seeded order that is never the right one. */
function disordered<T>(list: readonly T[], seed: number): T[] {
  const order = shuffled(list, seed)
  const isRight = order.every((each, i) => each === list[i])
  return isRight ? [...order.slice(1), order[0]!] : order
}

/** How many pairs stand the wrong way round. @param places the right place of each, as it stands */
function inversions(places: readonly number[]): number {
  return places.reduce(
    (sum, place, i) => sum + places.slice(i + 1).filter((later) => later < place).length,
    0,
  )
}

import 'server-only'
import { z } from 'zod'
import {
  isInvalid,
  validate,
  type AskedItem,
  type Feedback,
  type ItemKind,
} from '#lib/quiz/kinds/item.ts'
import type { Invalid } from '#lib/quiz/kinds/response.ts'
import { draw, kindOf, variantSchema } from '#lib/quiz/variants/index.ts'
import { multiple, single } from './choice.ts'
import { claim } from './claim.ts'
import { fill } from './fill.ts'
import { itemFields } from './grader.ts'
import { matching } from './matching.ts'
import { numeric } from './numeric.ts'
import { ordering } from './ordering.ts'
import { plot } from './plot.ts'
import { predict } from './predict.ts'
import { spot } from './spot.ts'
import { task } from './task.ts'

/** One line a kind. The compiler names the kind that is missing here or in `kinds/item.ts`. */
const graders = {
  single,
  multiple,
  numeric,
  ordering,
  matching,
  fill,
  plot,
  spot,
  claim,
  predict,
  task,
} satisfies Record<ItemKind, unknown>

/** An item with its key. */
export const keyedSchema = z.discriminatedUnion('kind', [
  single.schema,
  multiple.schema,
  numeric.schema,
  ordering.schema,
  matching.schema,
  fill.schema,
  plot.schema,
  spot.schema,
  claim.schema,
  predict.schema,
  task.schema,
])

/** An item that a generator makes from a seed: it has its kind, its words and its key from there. */
const variantItem = z.strictObject({
  kind: z.literal('variant'),
  id: itemFields.id,
  variant: variantSchema,
})

/** An item as authors write it. `kind: variant` need not be written where there is a `variant`. */
export const itemSchema = z.preprocess(
  (item) =>
    typeof item === 'object' && item !== null && 'variant' in item && !('kind' in item)
      ? { kind: 'variant', ...item }
      : item,
  z.discriminatedUnion('kind', [keyedSchema, variantItem]),
)

export type KeyedItem = z.infer<typeof keyedSchema>
export type Item = z.infer<typeof itemSchema>

/** The item as it is for one seed: of a variant the one that is drawn. */
export function concrete(item: Item, seed: number): KeyedItem {
  return item.kind === 'variant'
    ? keyedSchema.parse({ id: item.id, ...draw(item.variant, seed) })
    : item
}

/** What kind of answer an item asks for, whatever the seed. */
export function kindOfItem(item: Item): ItemKind {
  return item.kind === 'variant' ? kindOf(item.variant) : item.kind
}

/** The only form of an item that may leave the server before submission. */
export function asked(item: Item, seed: number): AskedItem {
  const keyed = concrete(item, seed)
  const { exhibit } = keyed
  return {
    ...grader(keyed).asked(keyed, seed),
    ...(exhibit && { exhibit }),
    ...(item.kind === 'variant' && { drawn: true }),
  }
}

/**
 * The grade of a response, or why it cannot be graded. The response comes back normalised.
 * @param seed the one that the item was asked with; only a variant depends on it
 */
export function score(
  item: Item,
  response: unknown,
  seed: number,
): { feedback: Feedback } | Invalid {
  const keyed = concrete(item, seed)
  const valid = validate(asked(item, seed), response)
  if (isInvalid(valid)) return valid
  const graded = grader(keyed).score(keyed, valid)
  return 'problem' in graded ? graded : { feedback: graded }
}

/** TypeScript cannot see that `item` and the grader under its kind belong together. */
function grader(item: KeyedItem) {
  return graders[item.kind] as unknown as {
    asked(item: KeyedItem, seed: number): AskedItem
    score(item: KeyedItem, response: unknown): Feedback | Invalid
  }
}

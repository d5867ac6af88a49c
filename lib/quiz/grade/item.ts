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
import { multiple, single } from './choice.ts'
import { numeric } from './numeric.ts'
import { predict } from './predict.ts'
import { task } from './task.ts'

/** One line a kind. The compiler names the kind that is missing here or in `kinds/item.ts`. */
const graders = { single, multiple, numeric, predict, task } satisfies Record<ItemKind, unknown>

/** An item as authors write it, with its key. */
export const itemSchema = z.discriminatedUnion('kind', [
  single.schema,
  multiple.schema,
  numeric.schema,
  predict.schema,
  task.schema,
])

export type Item = z.infer<typeof itemSchema>

/** The only form of an item that may leave the server before submission. */
export function asked(item: Item, seed: number): AskedItem {
  return grader(item).asked(item, seed)
}

/** The grade of a response, or why it cannot be graded. The response comes back normalised. */
export function score(item: Item, response: unknown): { feedback: Feedback } | Invalid {
  const valid = validate(asked(item, 0), response)
  if (isInvalid(valid)) return valid
  const graded = grader(item).score(item, valid)
  return 'problem' in graded ? graded : { feedback: graded }
}

/** TypeScript cannot see that `item` and the grader under its kind belong together. */
function grader(item: Item) {
  return graders[item.kind] as unknown as {
    asked(item: Item, seed: number): AskedItem
    score(item: Item, response: unknown): Feedback | Invalid
  }
}

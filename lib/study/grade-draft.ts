import 'server-only'
import { z } from 'zod'
import { openSource } from '#lib/content/workbench.ts'
import { score } from '#lib/quiz/grade/item.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { Invalid } from '#lib/quiz/kinds/response.ts'

export const draftEntry = z.strictObject({
  item: z.string(),
  seed: z.int32(),
  response: z.unknown(),
})

/** Grades an item of a file as it lies there, whatever its status, and stores nothing. null: there is none. */
export async function gradeDraft(
  slug: string,
  { item: id, seed, response }: z.infer<typeof draftEntry>,
): Promise<{ feedback: Feedback } | Invalid | null> {
  const question = (await openSource(slug))?.file.question
  const item = question?.items.find((each) => each.id === id)
  return item ? score(item, response, seed) : null
}

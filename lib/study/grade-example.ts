import 'server-only'
import { z } from 'zod'
import { examples } from '#lib/content/kinds.ts'
import { score } from '#lib/quiz/grade/item.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { Invalid } from '#lib/quiz/kinds/response.ts'

export const exampleEntry = z.strictObject({ response: z.unknown() })

/**
 * Grades an example as a question's item is graded, and stores nothing: it belongs to no question.
 * @returns null if there is no example of this kind
 */
export async function gradeExample(
  kind: string | undefined,
  response: unknown,
): Promise<{ feedback: Feedback } | Invalid | null> {
  const example = (await examples()).find(({ item }) => item.kind === kind)
  return example ? score(example.item, response, 0) : null
}

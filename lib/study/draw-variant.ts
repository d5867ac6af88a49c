import 'server-only'
import { z } from 'zod'
import { questionById } from '#lib/content/questions.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import type { AskedItem } from '#lib/quiz/kinds/item.ts'

/** A seed is a whole number of 32 bits. */
const seed = z.coerce.number().pipe(z.int32())
export const variantQuery = z.object({ seed })

/** Another item like one on the page. The key stays here: it is drawn again to grade the answer. */
export async function drawVariant(
  questionId: string,
  itemId: string,
  seed: number,
): Promise<{ item: AskedItem; contentHash: string } | null> {
  const question = await questionById(questionId)
  const item = question?.items.find(({ id }) => id === itemId)
  if (!question || item?.kind !== 'variant') return null
  return { item: asked(item, seed), contentHash: question.contentHash }
}

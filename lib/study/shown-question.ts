import 'server-only'
import { z } from 'zod'
import { asked, itemSchema } from '#lib/quiz/grade/item.ts'
import type { AskedItem } from '#lib/quiz/kinds/item.ts'

/** What a screen of an interview needs of a question, read back from the version that was kept. */
const shown = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  asked: z.string(),
  topic: z.string(),
  levels: z.array(z.string()),
  followUps: z.array(z.object({ ask: z.string() })),
  items: z.array(itemSchema),
})

export type ShownQuestion = z.infer<typeof shown>

export function readShown(question: unknown): ShownQuestion {
  return shown.parse(question)
}

/** What is asked, in the only form that may leave before the end: words, or an item without its key. */
export type Ask = { text: string; after?: string } | { item: AskedItem }

export function askOf(
  question: ShownQuestion,
  { itemId, seed }: { itemId: string; seed: number },
): Ask {
  if (itemId === 'answer') return { text: question.asked }
  const item = question.items.find(({ id }) => id === itemId)
  if (item) return { item: asked(item, seed) }
  return { text: followUpOf(question, itemId), after: question.asked }
}

/** @param itemId `follow-up-<n>` */
export function followUpOf({ followUps }: ShownQuestion, itemId: string): string {
  const nth = Number(/^follow-up-(\d+)$/.exec(itemId)?.[1])
  const found = followUps[nth]
  if (!found) throw new Error(`an interview asks for ${itemId}, which its question does not have`)
  return found.ask
}

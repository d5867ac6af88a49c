import 'server-only'
import { reviewers } from '#lib/db/review.ts'
import { rebuildCards } from './rebuild-cards.ts'

/**
 * Derives every derived row of everybody anew. Cards are the only table that is derived: attempts,
 * reviews, interviews and what readers wrote or chose are sources.
 * @returns `mended`: readers whose rows were not what their log amounts to
 */
export async function rebuildAll(): Promise<{ readers: number; cards: number; mended: string[] }> {
  const ids = await reviewers()
  const mended: string[] = []
  let cards = 0
  for (const id of ids) {
    const rebuilt = await rebuildCards(id)
    cards += rebuilt.cards
    if (!rebuilt.asStored) mended.push(id)
  }
  return { readers: ids.length, cards, mended }
}

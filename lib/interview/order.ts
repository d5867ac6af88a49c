import type { Candidate } from './candidates.ts'
import { draw } from './draw.ts'

/**
 * Shuffled, with one rule: a question is asked in words before its items are, since their options
 * would give away what an answer should say.
 */
export function inOrder(chosen: readonly Candidate[], seed: number): Candidate[] {
  const place = ({ question, screens }: Candidate) =>
    draw(seed, `${question.id}/${screens[0]!.itemId} place`)
  const shuffled = chosen.toSorted((a, b) => place(a) - place(b))
  for (const written of chosen.filter(({ isWritten }) => isWritten)) {
    const first = shuffled.findIndex(({ question }) => question.id === written.question.id)
    const now = shuffled.indexOf(written)
    ;[shuffled[first], shuffled[now]] = [shuffled[now]!, shuffled[first]!]
  }
  return shuffled
}

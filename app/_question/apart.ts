import type { Span } from '#lib/quiz/kinds/rubric.ts'

/** In the order of the text; what overlaps is left out. */
export function apart(spans: readonly Span[]): Span[] {
  let reached = 0
  return spans
    .toSorted((a, b) => a[0] - b[0])
    .filter(([start, end]) => {
      if (start < reached) return false
      reached = end
      return true
    })
}

import type { Fix } from './problem.ts'

/** "Did you mean": the candidate a slip of the fingers away from `word`, if there is one. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: { candidate: string; distance: number } | null = null
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (!best || distance < best.distance) best = { candidate, distance }
  }
  return best && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : null
}

/**
 * The hint after an unknown word: the nearest one, or all when they are few. A slip of one letter that
 * leads to one word alone is certain enough to be mended by itself; between numbers nothing is.
 */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
): { hint?: string; fix?: Fix } {
  const all = [...new Set(candidates)]
  const candidate = nearest(word, all)
  if (candidate) {
    const hint = `did you mean “${candidate}”?`
    return isCertain(word, all) ? { hint, fix: { was: word, put: candidate } } : { hint }
  }
  return all.length > 0 && all.length <= 12 ? { hint: `known are ${all.join(', ')}` } : {}
}

function isCertain(word: string, candidates: readonly string[]): boolean {
  const letters = (text: string) => text.toLowerCase().replaceAll(/\d/g, '')
  const near = candidates.filter(
    (each) => editDistance(word.toLowerCase(), each.toLowerCase()) <= 1,
  )
  return word.length >= 4 && near.length === 1 && letters(word) !== letters(near[0]!)
}

/** Optimal string alignment: insert, delete, replace, swap two neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        at(previous, j) + 1,
        at(row, j - 1) + 1,
        at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Infinity,
      )
    }
    before = previous
    previous = row
  }
  return at(previous, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}

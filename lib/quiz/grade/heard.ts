import 'server-only'
import type { Span } from '#lib/quiz/kinds/rubric.ts'

/** What listens for literal phrases: a key point, a misconception. */
type Listener = { id: string; cues: readonly string[] }
/** Whether what the cue says at these words is taken back by what stands around them (denied.ts). */
type TakenBack = (text: string, span: Span) => boolean

/**
 * Where the author's literal cues stand in an answer. They are looked for as whole words, whatever
 * the case, and may end in a plural s; hyphens, minus signs and breaks count as spaces. This only
 * points at words: whether they earn the point, or claim the misconception, is the reader's to say.
 * @returns spans by the listener's id, in the order of the text, for those that have any
 */
export function heard<L extends Listener>(
  text: string,
  listeners: readonly L[],
  takenBackFor: (listener: L) => TakenBack = () => () => false,
): Record<string, Span[]> {
  const found = listeners.flatMap((listener) => {
    const { id, cues } = listener
    const isTakenBack = takenBackFor(listener)
    const spans = apart(
      cues.flatMap((cue) => occurrences(text, cue)).filter((span) => !isTakenBack(text, span)),
    )
    return spans.length > 0 ? [[id, spans] as const] : []
  })
  return Object.fromEntries(found)
}

function occurrences(text: string, cue: string): Span[] {
  const words = cue.match(/[^\s\u2010-\u2015\u2212-]+/g) ?? []
  if (words.length === 0 || !isLikely(text, words)) return []
  const phrase = words.map(literally).join('[\\s\\u2010-\\u2015\\u2212-]+')
  const begin = /^[\p{L}\p{N}]/u.test(cue.trim()) ? '(?<![\\p{L}\\p{N}])' : ''
  const end = /[\p{L}\p{N}]$/u.test(cue.trim()) ? '(?:e?s)?(?![\\p{L}\\p{N}])' : ''
  const pattern = new RegExp(begin + phrase + end, 'giu')
  return [...text.matchAll(pattern)].map((at) => [at.index, at.index + at[0].length])
}

/** Most cues are not there at all, and to make a pattern costs more than to look for their longest word. */
function isLikely(text: string, words: readonly string[]): boolean {
  const plain = words.filter((word) => !/['’]/.test(word))
  const longest = plain.reduce((best, word) => (word.length > best.length ? word : best), '')
  return folded(text).includes(folded(longest))
}

/** The same for all letters that a pattern takes for one whatever their case: K and its sign for kelvin too. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase()
}

/** Escaped for a pattern; an apostrophe of either kind. */
function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/['’]/g, "['’]")
}

/** Sorted, and those that touch or overlap joined to one. */
function apart(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

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
  const plain = folded(text)
  const found = listeners.flatMap((listener) => {
    const { id, cues } = listener
    const isTakenBack = takenBackFor(listener)
    const spans = apart(
      cues
        .flatMap((cue) => occurrences(text, plain, cue))
        .filter((span) => !isTakenBack(text, span)),
    )
    return spans.length > 0 ? [[id, spans] as const] : []
  })
  return Object.fromEntries(found)
}

/** @param plain the text, folded */
function occurrences(text: string, plain: string, cue: string): Span[] {
  const words = cue.match(/[^\s\u2010-\u2015\u2212-]+/g) ?? []
  if (words.length === 0 || !isLikely(plain, words)) return []
  const phrase = new RegExp(words.map(literally).join('[\\s\\u2010-\\u2015\\u2212-]+'), 'giu')
  const [isBegun, isEnded] = [BEGINS.test(cue.trim()), ENDS.test(cue.trim())]
  const spans: Span[] = []
  for (let at = phrase.exec(text); at; at = phrase.exec(text)) {
    const start = at.index
    const end = isEnded ? wordEnd(text, phrase.lastIndex) : phrase.lastIndex
    if (end !== null && !(isBegun && isAt(IN_A_WORD, text, start))) spans.push([start, end])
    // What is no word of its own may hold the first letter of one.
    phrase.lastIndex = spans.at(-1)?.[0] === start ? end! : start + letterAt(text, start).length
  }
  return spans
}

/* Made once: a pattern that knows all letters takes longer to make than an answer to read. */
const BEGINS = /^[\p{L}\p{N}]/u
const ENDS = /[\p{L}\p{N}]$/u
const IN_A_WORD = /(?<=[\p{L}\p{N}])/uy
const WORD_END = /(?:e?s)?(?![\p{L}\p{N}])/iuy

/** Where the word ends, behind the s of a plural; null if it goes on. */
function wordEnd(text: string, from: number): number | null {
  return isAt(WORD_END, text, from) ? WORD_END.lastIndex : null
}

/** @param pattern sticky */
function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function letterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!)
}

/** Most cues are not there at all, and to make a pattern costs more than to look for their longest word. */
function isLikely(plain: string, words: readonly string[]): boolean {
  const certain = words.filter((word) => !/['’]/.test(word))
  const longest = certain.reduce((best, word) => (word.length > best.length ? word : best), '')
  return plain.includes(folded(longest))
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

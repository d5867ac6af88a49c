import type { Query } from 'minisearch'
import { termsIn } from './words.ts'

/**
 * What a reader typed, as queries: one for each word or known phrase. `may` holds words that so many
 * answers have that the index does not keep them.
 */
export function asked(
  text: string,
  synonyms: readonly (readonly string[])[],
  common: ReadonlySet<string>,
): { must: Query[]; may: Query[] } {
  const terms = termsIn(text)
  const phrases = new Map(
    synonyms.flatMap((group) => group.map((phrase) => [termsIn(phrase).join(' '), group] as const)),
  )
  const must: Query[] = []
  const may: Query[] = []
  for (let at = 0; at < terms.length;) {
    const length = longestPhrase(terms.slice(at), phrases)
    const words = terms.slice(at, at + Math.max(1, length))
    at += words.length
    const isLast = at === terms.length
    if (length > 0) must.push(anyOf(words, phrases.get(words.join(' '))!, isLast))
    else (common.has(words[0]!) ? may : must).push(typed(words[0]!, isLast))
  }
  return { must, may }
}

/** How many of the first terms are a phrase that has synonyms. */
function longestPhrase(terms: readonly string[], phrases: ReadonlyMap<string, unknown>): number {
  const lengths = [4, 3, 2, 1].filter((length) => length <= terms.length)
  return lengths.find((length) => phrases.has(terms.slice(0, length).join(' '))) ?? 0
}

/** The words themselves, or what means the same. */
function anyOf(words: readonly string[], group: readonly string[], isLast: boolean): Query {
  const own = words.map((word) => typed(word, isLast))
  const others = group
    .map(termsIn)
    .filter((phrase) => phrase.join(' ') !== words.join(' '))
    .map((phrase): Query => ({
      combineWith: 'AND',
      queries: phrase,
      prefix: false,
      fuzzy: false,
      boostTerm: () => 0.8,
    }))
  return { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: own }, ...others] }
}

/** One word, which may have a slip in it, and may still be growing if it is the last. */
function typed(word: string, isLast: boolean): Query {
  return {
    queries: [word],
    prefix: isLast || word.length > 3,
    fuzzy: word.length < 4 ? false : word.length < 8 ? 1 : 2,
  }
}

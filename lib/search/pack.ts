import { encodePostings, encodeTerms } from './coding.ts'
import { type Findable, levels } from './entry.ts'
import { termsIn, wordsIn } from './words.ts'

/**
 * Everything that a browser needs to list, filter and search the bank, small: one JSON text. Questions
 * stand in the order of their topics, in which neighbours share words. Of an answer (its summary and key
 * points) only those terms are kept that its title and tags do not have, each once.
 */
export type Packed = {
  /** titles, one a line; so are tags and ids */
  titles: string
  tags: string
  ids: string
  /** one a line; a number at its head stands for that many words of the title */
  slugs: string
  /** of each question its place in the bank, which is newest first */
  places: number[]
  /** what the columns below point into */
  vocabulary: string[]
  topics: number[]
  kinds: number[]
  minutes: number[]
  /** bits: 1 intern, 2 mid, 4 senior, 8 a live figure */
  flags: number[]
  roles: number[][]
  companies: number[][]
  /** of answers, sorted, and which questions have them: see coding.ts */
  terms: string
  postings: string
  /** words that so many answers have that they tell none apart: they are not kept */
  common: string[]
  /** groups of words or phrases that mean the same */
  synonyms: string[][]
}

/** @param questions as in the bank, newest first */
export function pack(
  questions: readonly Findable[],
  synonyms: readonly (readonly string[])[],
): Packed {
  const order = [...questions.entries()].toSorted(
    ([, a], [, b]) => compare(a.topic, b.topic) || compare(a.slug, b.slug),
  )
  const all = order.map(([, question]) => question)
  const vocabulary = [
    ...new Set(all.flatMap((each) => [each.topic, each.kind, ...each.roles, ...each.companies])),
  ].toSorted(compare)
  const point = (word: string) => vocabulary.indexOf(word)
  const { kept, common } = answerTerms(all)
  return {
    titles: lines(all.map(({ title }) => title)),
    tags: lines(all.map(({ tags }) => tags)),
    ids: lines(all.map(({ id }) => id)),
    slugs: lines(all.map(shortSlug)),
    places: order.map(([place]) => place),
    vocabulary,
    topics: all.map(({ topic }) => point(topic)),
    kinds: all.map(({ kind }) => point(kind)),
    minutes: all.map(({ minutes }) => minutes),
    flags: all.map(flagsOf),
    roles: all.map(({ roles }) => roles.map(point)),
    companies: all.map(({ companies }) => companies.map(point)),
    terms: encodeTerms(kept.map(([term]) => term)),
    postings: encodePostings(kept.map(([, places]) => places)),
    common,
    synonyms: synonyms.map((group) => [...group]),
  }
}

/** A word of more than this share of the answers, and of more than thirty, is common. */
const COMMON = 1 / 20

function answerTerms(all: readonly Findable[]) {
  const places = new Map<string, number[]>()
  all.forEach(({ title, tags, summary, points }, place) => {
    const known = new Set(termsIn(`${title} ${tags}`))
    for (const term of new Set(termsIn(`${summary} ${points}`))) {
      if (known.has(term)) continue
      const those = places.get(term) ?? []
      places.set(term, [...those, place])
    }
  })
  const isCommon = (those: readonly number[]) => those.length > Math.max(30, COMMON * all.length)
  const sorted = [...places].toSorted(([a], [b]) => compare(a, b))
  return {
    kept: sorted.filter(([, those]) => !isCommon(those)),
    common: sorted.filter(([, those]) => isCommon(those)).map(([term]) => term),
  }
}

function shortSlug({ slug, title }: Findable): string {
  const words = slug.split('-')
  const titled = slugWords(title)
  const differs = words.findIndex((word, at) => word !== titled[at])
  const shared = differs < 0 ? words.length : differs
  return [shared, ...words.slice(shared)].join('-')
}

/** A title in the words of an address. */
export function slugWords(title: string): string[] {
  return wordsIn(title.toLowerCase())
}

function flagsOf({ levels: those, figure }: Findable): number {
  return (
    levels.reduce((bits, level, at) => bits | (those.includes(level) ? 1 << at : 0), 0) |
    (figure ? 8 : 0)
  )
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('\n', ' ')).join('\n')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

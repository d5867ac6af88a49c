import MiniSearch, { type AsPlainObject, type Query, type SearchResult } from 'minisearch'
import type { Entry } from './entry.ts'
import type { Packed } from './pack.ts'
import { asked } from './asked.ts'
import { unpack } from './unpack.ts'
import { termsIn } from './words.ts'

export type Engine = {
  /** newest first */
  entries: readonly Entry[]
  /** @returns null for a text that has no word to search by */
  find: (text: string) => Findings | null
}

export type Findings = {
  hits: Hit[]
  /** false: no question has all of the words, and these have some of them */
  all: boolean
}

export type Hit = {
  entry: Entry
  /** what was matched, as `termOf` writes it: what is to be highlighted */
  terms: ReadonlySet<string>
  /** those that only its answer has: they are to be named, since nothing shows them */
  inAnswer: string[]
}

/** Searches an index as it was fetched. Building takes some 50 ms for 600 questions, a search 1 to 5. */
export function makeEngine(packed: Packed): Engine {
  const { entries, terms } = unpack(packed)
  const search = MiniSearch.loadJS(indexOf(entries, terms), OPTIONS)
  const common = new Set(packed.common)
  return {
    entries,
    find(text) {
      const { must, may } = asked(text, packed.synonyms, common)
      if (must.length + may.length === 0) return null
      const found = search.search(allOf(must.length > 0 ? must : may))
      const loose = found.length === 0 && must.length > 1
      const results = loose ? search.search({ combineWith: 'OR', queries: must }) : found
      const raised = must.length > 0 && may.length > 0 ? search.search(allOf(may)) : []
      const extra = new Map(raised.map(({ id, score }) => [id as number, score]))
      const relevance = ({ id, score }: SearchResult) => score + (extra.get(id as number) ?? 0)
      const order = results.toSorted(
        (a, b) => relevance(b) - relevance(a) || Number(a.id) - Number(b.id),
      )
      return { hits: order.map((each) => hitOf(each, entries)), all: !loose }
    },
  }
}

const FIELDS = { title: 0, tags: 1, answer: 2 }
/** Terms come as they are to be compared, one at a time. */
const OPTIONS = {
  fields: Object.keys(FIELDS),
  tokenize: (term: string) => [term],
  processTerm: (term: string) => term,
  searchOptions: { boost: { title: 4, tags: 2 }, weights: { prefix: 0.6, fuzzy: 0.4 } },
}

function allOf(queries: Query[]): Query {
  return { combineWith: 'AND', queries }
}

function hitOf({ id, match }: SearchResult, entries: readonly Entry[]): Hit {
  const onlyInAnswer = Object.entries(match).filter(([, fields]) =>
    fields.every((each) => each === 'answer'),
  )
  return {
    entry: entries[Number(id)]!,
    terms: new Set(Object.keys(match)),
    inAnswer: onlyInAnswer.map(([term]) => term),
  }
}

/** The index in MiniSearch's own serialised form, which it takes in far faster than 600 texts. */
function indexOf(
  entries: readonly (Entry & { tags: string })[],
  answers: [string, number[]][],
): AsPlainObject {
  const index = new Map<string, Record<string, Record<string, number>>>()
  const lengths = entries.map(() => [0, 0, 0])
  const add = (term: string, field: number, place: number) => {
    const fields = index.get(term) ?? {}
    index.set(term, fields)
    const places = (fields[field] ??= {})
    places[place] = (places[place] ?? 0) + 1
    lengths[place]![field]! += 1
  }
  entries.forEach(({ title, tags }, place) => {
    for (const term of termsIn(title)) add(term, FIELDS.title, place)
    for (const term of termsIn(tags)) add(term, FIELDS.tags, place)
  })
  for (const [term, places] of answers) for (const place of places) add(term, FIELDS.answer, place)
  const count = entries.length
  const numbers = entries.map((_entry, place) => place)
  return {
    index: [...index],
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(numbers.map((place) => [place, place])),
    fieldIds: FIELDS,
    fieldLength: Object.fromEntries(lengths.map((each, place) => [place, each])),
    averageFieldLength: [0, 1, 2].map(
      (field) => lengths.reduce((sum, each) => sum + each[field]!, 0) / Math.max(1, count),
    ),
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  } as unknown as AsPlainObject
}

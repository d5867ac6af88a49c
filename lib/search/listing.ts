import type { Engine, Hit } from './engine.ts'
import type { Entry } from './entry.ts'
import { type Around, chosen, type Facet, facets, type Filters, valuesOf } from './filters.ts'

/** One question in a list, with what of the search was found in it. */
export type Row = Entry & { terms: string[]; inAnswer: string[] }

/** How many questions each value would show, with the other facets as they are. */
export type Counts = Record<Facet, Record<string, number>>

export type Listing = {
  rows: Row[]
  /** also those beyond `rows` */
  total: number
  counts: Counts
  /** of a search: false if no question has all of its words */
  all: boolean
  /** when nothing is found: what to leave out, and how much that shows */
  relax: { leave: Facet | 'q'; total: number }[]
}

/** The list that the filters ask for: newest first, or the best match first. */
export function list(engine: Engine, filters: Filters, around: Around): Listing {
  const found = engine.find(filters.q)
  const hits = found?.hits ?? engine.entries.map(unsearched)
  const asked = chosen(filters, around)
  const missed = hits.map((hit) => [hit, missedBy(hit.entry, asked, filters, around)] as const)
  const matching = missed.filter(([, facet]) => facet === null).map(([hit]) => hit)
  return {
    rows: matching.slice(0, filters.show).map(({ entry, terms, inAnswer }) => ({
      ...entry,
      terms: [...terms],
      inAnswer,
    })),
    total: matching.length,
    counts: countsOf(missed, around),
    all: found?.all ?? true,
    relax: matching.length > 0 ? [] : relaxations(engine, filters, missed, asked, around),
  }
}

type Missed = readonly (readonly [Hit, Facet | 'several' | null])[]

/** The only facet that keeps a question out; null if none does. */
function missedBy(
  entry: Entry,
  asked: Facet[],
  filters: Filters,
  around: Around,
): Missed[number][1] {
  const missing = asked.filter(
    (facet) => !valuesOf(entry, facet, around).some((value) => filters[facet].includes(value)),
  )
  return missing.length > 1 ? 'several' : (missing[0] ?? null)
}

function countsOf(missed: Missed, around: Around): Counts {
  const counts = Object.fromEntries(facets.map((facet) => [facet, {}])) as Counts
  for (const [{ entry }, missing] of missed) {
    if (missing === 'several') continue
    for (const facet of missing === null ? facets : [missing]) {
      for (const value of valuesOf(entry, facet, around)) {
        counts[facet][value] = (counts[facet][value] ?? 0) + 1
      }
    }
  }
  return counts
}

/** Each thing that was asked for, left out alone, if that shows something. */
function relaxations(
  engine: Engine,
  filters: Filters,
  missed: Missed,
  asked: Facet[],
  around: Around,
) {
  const facet = asked.map((leave) => ({
    leave,
    total: missed.filter(([, missing]) => missing === leave).length,
  }))
  const unasked = engine.entries.filter((entry) => missedBy(entry, asked, filters, around) === null)
  const q = filters.q.trim() === '' ? [] : [{ leave: 'q' as const, total: unasked.length }]
  return [...facet, ...q].filter(({ total }) => total > 0)
}

function unsearched(entry: Entry): Hit {
  return { entry, terms: new Set(), inAnswer: [] }
}

import type { Entry } from './entry.ts'

/** In the order in which they stand on the page and in the address. */
export const facets = ['topic', 'status', 'level', 'kind', 'role', 'company', 'demo'] as const

export type Facet = (typeof facets)[number]

/** What a list is asked for: of each facet any of the values, of all facets together. */
export type Filters = Record<Facet, string[]> & {
  q: string
  /** how many rows are shown; more come by a link */
  show: number
}

/** Of a question without a sourced encounter, and of one with a live figure. */
export const NO_COMPANY = 'none'
export const WITH_FIGURE = 'yes'
export const PAGE = 60
const LIMITS = { text: 200, values: 30 }

/** @param address the part after `?`; what it should not hold is left out or cut off */
export function readFilters(address: string): Filters {
  const params = new URLSearchParams(address)
  const values = (facet: Facet) =>
    [...new Set(params.getAll(facet).filter((value) => /^[\w-]{1,60}$/.test(value)))].slice(
      0,
      LIMITS.values,
    )
  const show = Math.ceil(Number(params.get('show')) / PAGE) * PAGE
  return {
    ...(Object.fromEntries(facets.map((facet) => [facet, values(facet)])) as Record<
      Facet,
      string[]
    >),
    q: (params.get('q') ?? '').slice(0, LIMITS.text),
    show: show > PAGE && show <= 100 * PAGE ? show : PAGE,
  }
}

/** @returns `?…`, or nothing when nothing is asked for */
export function writeFilters(filters: Filters): string {
  const params = new URLSearchParams()
  if (filters.q.trim() !== '') params.set('q', filters.q.trim())
  for (const facet of facets) for (const value of filters[facet]) params.append(facet, value)
  if (filters.show > PAGE) params.set('show', String(filters.show))
  return params.size === 0 ? '' : `?${params}`
}

/** With a value put in or taken out; a list that changes begins at its head. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const has = filters[facet].includes(value)
  const values = has ? filters[facet].filter((each) => each !== value) : [...filters[facet], value]
  return { ...filters, [facet]: values, show: PAGE }
}

/** What a question is of, beyond itself: its topic's parents, and where its reader stands with it. */
export type Around = {
  /** topic → its parent */
  parents: Readonly<Record<string, string>>
  /** question → statuses; absent for a reader who is not known yet, whose status filters nothing */
  statuses: Readonly<Record<string, readonly string[]>> | null
}

/** Everything that a question can be found under. */
export function valuesOf(
  entry: Entry,
  facet: Facet,
  { parents, statuses }: Around,
): readonly string[] {
  switch (facet) {
    case 'topic': {
      const trail = [entry.topic]
      for (let at = parents[entry.topic]; at !== undefined; at = parents[at]) trail.push(at)
      return trail
    }
    case 'level':
      return entry.levels
    case 'kind':
      return [entry.kind]
    case 'role':
      return entry.roles
    case 'company':
      return entry.companies.length > 0 ? entry.companies : [NO_COMPANY]
    case 'demo':
      return entry.figure ? [WITH_FIGURE] : []
    case 'status':
      return statuses?.[entry.id] ?? ['new']
  }
}

/** Facets in which something is chosen. */
export function chosen(filters: Filters, { statuses }: Around): Facet[] {
  return facets.filter(
    (facet) => filters[facet].length > 0 && (facet !== 'status' || statuses !== null),
  )
}

import { companies, roles, topics } from '#lib/content/questions.ts'
import { searchEngine } from '#lib/content/search-index.ts'
import type { Entry } from '#lib/search/entry.ts'
import { readFilters, WITH_FIGURE, NO_COMPANY } from '#lib/search/filters.ts'
import { list, type Listing, type Row } from '#lib/search/listing.ts'
import { type Names, type Option, sentenceCase } from './names.ts'

/**
 * The list that an address asks for, as the server draws it.
 * @param statuses of the reader, by question; null to leave them out of account
 */
export async function openList(
  address: string,
  names: Names,
  statuses: Record<string, string[]> | null,
): Promise<Listing> {
  return list(await searchEngine(), readFilters(address), { parents: names.parents, statuses })
}

/** Questions as lists show them, newest first. */
export async function rowsWhere(test: (entry: Entry) => boolean): Promise<Row[]> {
  const { entries } = await searchEngine()
  return entries.filter(test).map((entry) => ({ ...entry, terms: [], inAnswer: [] }))
}

/** Words for everything that a list can hold, and the values that at least one question has. */
export async function allNames(): Promise<Names> {
  const { entries } = await searchEngine()
  const all = await topics()
  const parents = Object.fromEntries(
    [...all.values()].flatMap(({ id, parent }) => (parent ? [[id, parent]] : [])),
  )
  const trail = (topic: string | undefined): string[] =>
    topic === undefined ? [] : [topic, ...trail(parents[topic])]
  const used = (pick: (entry: Entry) => readonly string[]) => new Set(entries.flatMap(pick))
  const words = (known: Iterable<{ id: string; title: string }>, values: ReadonlySet<string>) =>
    [...known]
      .filter(({ id }) => values.has(id))
      .map(({ id, title }): Option => ({ value: id, label: title }))
  const inUse = used(({ topic }) => trail(topic))
  const topicOptions = words(all.values(), inUse).map((option) => ({
    ...option,
    depth: trail(option.value).length - 1,
  }))
  return {
    parents,
    options: {
      topic: topicOptions,
      status: plain(['due', 'learning', 'new', 'known', 'starred', 'parked']),
      level: plain(['intern', 'mid', 'senior']),
      kind: plain([...used(({ kind }) => [kind])].toSorted()),
      role: words(
        (await roles()).values(),
        used((entry) => entry.roles),
      ),
      company: [
        ...words(
          (await companies()).values(),
          used((entry) => entry.companies),
        ),
        { value: NO_COMPANY, label: 'No named source' },
      ],
      demo: [{ value: WITH_FIGURE, label: 'Has a live figure' }],
    },
  }
}

function plain(values: readonly string[]): Option[] {
  return values.map((value) => ({ value, label: sentenceCase(value) }))
}

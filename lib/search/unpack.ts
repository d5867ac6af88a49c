import { decodePostings, decodeTerms } from './coding.ts'
import { type Entry, levels } from './entry.ts'
import { type Packed, slugWords } from './pack.ts'

export type Unpacked = {
  /** as in the bank, newest first; `place` below is an index into it */
  entries: (Entry & { tags: string })[]
  /** terms of answers, sorted, and the places of the questions that have them */
  terms: [string, number[]][]
}

export function unpack(packed: Packed): Unpacked {
  const { places, vocabulary } = packed
  const [titles, tags, ids, slugs] = (['titles', 'tags', 'ids', 'slugs'] as const).map((column) =>
    packed[column].split('\n'),
  ) as [string[], string[], string[], string[]]
  const entries: Unpacked['entries'] = []
  places.forEach((place, nth) => {
    const word = (at: number) => vocabulary[at]!
    const flags = packed.flags[nth]!
    entries[place] = {
      id: ids[nth]!,
      slug: longSlug(slugs[nth]!, titles[nth]!),
      title: titles[nth]!,
      tags: tags[nth]!,
      topic: word(packed.topics[nth]!),
      kind: word(packed.kinds[nth]!),
      minutes: packed.minutes[nth]!,
      levels: levels.filter((_level, at) => flags & (1 << at)),
      figure: (flags & 8) > 0,
      roles: packed.roles[nth]!.map(word),
      companies: packed.companies[nth]!.map(word),
    }
  })
  const lists = decodePostings(packed.postings)
  return {
    entries,
    terms: decodeTerms(packed.terms).map((term, nth) => [
      term,
      (lists[nth] ?? []).map((at) => places[at]!),
    ]),
  }
}

function longSlug(short: string, title: string): string {
  const [shared, ...words] = short.split('-')
  return [...slugWords(title).slice(0, Number(shared)), ...words].join('-')
}

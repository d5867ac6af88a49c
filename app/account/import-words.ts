import type { Tallies } from '#lib/study/import-everything.ts'

type Kind = keyof Tallies

const NOUNS: Record<Kind, [one: string, many: string]> = {
  attempts: ['answer', 'answers'],
  reviews: ['review', 'reviews'],
  interviews: ['interview', 'interviews'],
  drafts: ['draft', 'drafts'],
  notes: ['note', 'notes'],
  marks: ['star or parked question', 'stars and parked questions'],
  reports: ['problem reported', 'problems reported'],
  settings: ['your settings', 'your settings'],
}

/** "sample.json holds 12 answers and 3 interviews that are not here yet." Without a name: what was done. */
export function willAdd(tallies: Tallies, name: string | null): string {
  const added = listed(tallies, 'added')
  if (name === null) return added ? `Imported: ${added}.` : 'Nothing was new.'
  return added
    ? `${name} holds ${added} that ${total(tallies, 'added') === 1 ? 'is' : 'are'} not here yet.`
    : `All that ${name} holds is here already.`
}

/** "12 answers are here already." or nothing */
export function here(tallies: Tallies): string {
  const known = listed(tallies, 'here')
  if (!known || nothingNew(tallies)) return ''
  return `Here already, and left as it is: ${known}.`
}

/** What this site cannot show, and so does not take. */
export function left(tallies: Tallies): string {
  const without = listed(tallies, 'leftOut')
  return without
    ? `Left out: ${without}. They belong to versions of questions that this site does not have, or cannot be read. They stay in the file.`
    : ''
}

export function nothingNew(tallies: Tallies): boolean {
  return total(tallies, 'added') === 0
}

function total(tallies: Tallies, which: 'added' | 'here' | 'leftOut'): number {
  return Object.values(tallies).reduce((sum, tally) => sum + tally[which], 0)
}

function listed(tallies: Tallies, which: 'added' | 'here' | 'leftOut'): string {
  const parts = (Object.keys(NOUNS) as Kind[])
    .filter((kind) => tallies[kind][which] > 0)
    .map((kind) => {
      const count = tallies[kind][which]
      const [one, many] = NOUNS[kind]
      return kind === 'settings'
        ? one
        : `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
    })
  return new Intl.ListFormat('en-GB').format(parts)
}

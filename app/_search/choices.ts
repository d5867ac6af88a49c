import type { Engine } from '#lib/search/engine.ts'
import { termsIn } from '#lib/search/words.ts'
import { recent } from './recent.ts'
import { places } from './shortcuts.ts'

/** One line of the palette: it leads somewhere, or does something. */
export type Choice = { name: string; keys?: string; terms?: string[] } & (
  { href: string } | { act: 'theme' | 'keys' }
)
export type Group = { title: string; choices: Choice[] }

const MOST = 8

const actions: Choice[] = [
  ...Object.entries(places).map(([key, place]) => ({ ...place, keys: `G ${key.toUpperCase()}` })),
  { href: '/mock/new', name: 'Create a mock interview' },
  { href: '/account', name: 'Account and settings' },
  { act: 'theme', name: 'Light or dark', keys: 'Shift D' },
  { act: 'keys', name: 'What the keyboard does', keys: '?' },
]

/**
 * What there is to choose from: questions first, then what can be done. Without a text what was used
 * last.
 * @param engine null while the index is on its way
 */
export function choicesFor(text: string, engine: Engine | null): Group[] {
  const hits = engine?.find(text)?.hits ?? []
  const groups: Group[] = [
    { title: 'Used last', choices: text.trim() === '' ? recent() : [] },
    {
      title: 'Questions',
      choices: hits.slice(0, MOST).map(({ entry, terms }) => ({
        href: `/questions/${entry.slug}`,
        name: entry.title,
        terms: [...terms],
      })),
    },
    { title: 'All of them', choices: inTheList(text, engine && hits.length) },
    { title: 'Do', choices: actions.filter(({ name }) => isMeant(name, text)) },
  ]
  return groups.filter(({ choices }) => choices.length > 0)
}

/** The list of questions takes the search over where there is more of it, or where it cannot be made here. */
function inTheList(text: string, hits: number | null): Choice[] {
  const asked = text.trim()
  if (asked === '' || (hits !== null && hits <= MOST)) return []
  const name = hits === null ? `Search the questions for “${asked}”` : `All ${hits} with “${asked}”`
  return [{ href: `/questions?q=${encodeURIComponent(asked)}`, name }]
}

/** Every word that was typed begins a word of the name. */
function isMeant(name: string, text: string): boolean {
  const words = name.toLowerCase().split(/\W+/)
  const typed = text.toLowerCase().split(/\W+/).filter(Boolean)
  return (
    typed.every((part) => words.some((word) => word.startsWith(part))) || isSameTerm(name, text)
  )
}

function isSameTerm(name: string, text: string): boolean {
  const [typed, named] = [termsIn(text), termsIn(name)]
  return typed.length > 0 && typed.every((term) => named.includes(term))
}

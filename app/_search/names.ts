import type { Facet } from '#lib/search/filters.ts'

/** A value of a facet as a reader sees it; a topic below another stands `depth` further in. */
export type Option = { value: string; label: string; depth?: number }

/** Words for what lists and filters hold, and which values there are to choose from. */
export type Names = {
  options: Record<Facet, Option[]>
  /** topic → its parent */
  parents: Record<string, string>
}

export const facetTitles: Record<Facet, string> = {
  topic: 'Topic',
  status: 'Your status',
  level: 'Level',
  kind: 'Kind',
  role: 'Role',
  company: 'Asked at',
  demo: 'Figure',
}

export function labelOf(names: Names, facet: Facet, value: string): string {
  return names.options[facet].find((option) => option.value === value)?.label ?? value
}

export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll('-', ' ')
}

export function countOf(questions: number): string {
  return questions === 1 ? '1 question' : `${questions} questions`
}

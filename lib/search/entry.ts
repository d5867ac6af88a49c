export const levels = ['intern', 'mid', 'senior'] as const

export type Level = (typeof levels)[number]

/** What a list says of a question, and what it can be filtered by. */
export type Entry = {
  id: string
  slug: string
  title: string
  topic: string
  levels: Level[]
  roles: string[]
  kind: string
  minutes: number
  /** only those with a sourced encounter */
  companies: string[]
  /** whether there is a live figure on its page */
  figure: boolean
}

/** An entry with the texts that are searched. `tags` is its topics, its kind and its companies in words. */
export type Findable = Entry & { tags: string; summary: string; points: string }

import { bank } from './bank.ts'
import type { Entry } from './entry.ts'
import { solved } from './solved.ts'
import { items } from './items.ts'
import { prose } from './prose.ts'
import { schema } from './schema.ts'

/** Every rule of the content check by its id: what it asks for, and how it is broken. */
export const book = { ...schema, ...prose, ...solved, ...items, ...bank }

export type RuleId = keyof typeof book

export const rules: ReadonlyMap<RuleId, Entry> = new Map(Object.entries(book) as [RuleId, Entry][])

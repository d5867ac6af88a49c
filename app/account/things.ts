import type { Held, Place } from '#app/_outbox/ahead.ts'
import { type Entry, OUT } from '#app/_outbox/outbox.ts'

/** Something that is kept on this device, as its reader is shown it. */
export type Thing = Place & {
  key: string
  /** "Answer", "Draft" */
  name: string
  /** for the clipboard: the words themselves where there are any */
  text: string
  /** of what is on its way to the server */
  entryId?: string
  refused?: string
}

const ENTRIES: Record<Entry['what'], string> = {
  answer: 'Answer',
  grades: 'Review',
  mark: 'Star or park',
  report: 'Report of a problem',
}
const KEPT: Record<string, string> = {
  draft: 'Draft of an answer',
  note: 'Note',
  interview: 'Answer in an interview',
  again: 'Answer in a minute, not finished',
  marking: 'Marks of a rubric, not saved',
  report: 'Report of a problem, not sent',
}

/** @param held by key, in order; what is no work of the reader's is left out */
export function thingsIn(held: ReadonlyMap<string, Held>): Thing[] {
  return [...held].flatMap(([key, { value, about, page }]): Thing[] => {
    if (key.startsWith(OUT)) {
      const entry = value as Entry
      const { id: entryId, refused, what, body } = entry
      return [
        {
          key,
          entryId,
          name: ENTRIES[what],
          about: title(entry.about),
          page: entry.page,
          text: words(body),
          ...(refused !== undefined && { refused }),
        },
      ]
    }
    const name = KEPT[key.split('.', 1)[0]!]
    return name === undefined ? [] : [{ key, name, about: title(about), page, text: words(value) }]
  })
}

function title(of: string): string {
  return of.replace(/ · Ridgeline$/, '')
}

/** The reader's own words in it, else all of it. */
function words(value: unknown): string {
  if (typeof value === 'string') return value
  const { text, response, value: inner } = (value ?? {}) as Record<string, unknown>
  if (typeof text === 'string') return text
  if (response !== undefined) return words(response)
  if (inner !== undefined) return words(inner)
  return JSON.stringify(value)
}

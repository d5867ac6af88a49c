import { keepAhead } from './ahead.ts'
import type { Local } from './draft-copy.ts'
import { type Entry, OUT, type Waiting } from './outbox.ts'

/** What versions before the shelf kept in localStorage under keys of its own: moved, never lost. */
export function renameOldKeys(): void {
  let keys: string[]
  try {
    keys = Object.keys(localStorage)
  } catch {
    return // Storage is refused: there is nothing.
  }
  for (const old of keys) {
    const [, box, kind = box, name = ''] = OLD.exec(old) ?? []
    const text = kind === undefined ? null : localStorage.getItem(old)
    if (text === null) continue
    const moved = kind === 'again' ? [[`again.${name}`, text]] : parsed(text, kind!, name)
    if (!moved) continue // Nobody's handwriting: it is left where it is.
    const place = { about: `Question ${name}`, page: '/questions' }
    for (const [key, value] of moved)
      keepAhead(key as string, value, kind === 'interview' ? INTERVIEW : place)
    localStorage.removeItem(old)
  }
}

const INTERVIEW = { about: 'An interview', page: '/mock' }
const OLD = /^ridgeline\.(?:(outbox)$|(?:(draft|note|interview|again)\.(.+)))/

function parsed(text: string, kind: string, name: string): [string, unknown][] | null {
  try {
    const value: unknown = JSON.parse(text)
    return kind === 'outbox'
      ? (value as Waiting[]).map((each) => [OUT + each.id, entryOf(each)])
      : [[`${kind}.${name}`, value as Local]]
  } catch {
    return null
  }
}

function entryOf({ refused, ...body }: Waiting): Entry {
  const place = { about: `Question ${body.itemId.split('/')[0]}`, page: '/questions' }
  return {
    id: body.id,
    what: 'answer',
    body,
    ...place,
    ...(refused && { refused }),
  }
}

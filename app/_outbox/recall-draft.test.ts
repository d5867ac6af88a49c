import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepAhead } from './ahead.ts'
import { ahead } from './left-ahead.ts'
import { recallDraft } from './recall-draft.ts'

// Without IndexedDB, as where a browser refuses it: everything is read from localStorage.

beforeEach(() => {
  const kept: Record<string, string> = {}
  vi.stubGlobal('document', { title: 'A question · Ridgeline' })
  vi.stubGlobal('location', { pathname: '/questions/a' })
  vi.stubGlobal(
    'localStorage',
    Object.defineProperties(kept, {
      getItem: { value: (key: string) => kept[key] ?? null },
      setItem: { value: (key: string, value: string) => void (kept[key] = value) },
      removeItem: { value: (key: string) => void delete kept[key] },
    }),
  )
})
afterEach(() => vi.unstubAllGlobals())

const local = (text: string, base = 0) => ({ text, base, isSaved: false })

test.each([
  ['nothing was kept', null, null, '', null],
  ['nothing was kept, and something is typed', null, null, 'abc', null],
  ['a text was kept', local('kept', 3), null, '', local('kept', 3)],
  ['it stands under what is typed', local('kept', 3), null, 'abc', local('kept', 3)],
  ['early words of this page are its own', local('kept', 3), local('ab'), 'abc', local('kept', 3)],
  ['those of a page that is gone are not', null, local('early'), '', local('early')],
  ['and follow what was kept', local('kept', 3), local('early'), '', local('kept\n\nearly', 3)],
  ['whatever is typed', local('kept'), local('early'), 'abc', local('kept\n\nearly')],
])('%s', async (_name, kept, early, typed, expected) => {
  if (kept) keepAhead('draft.a', kept)
  if (early) keepAhead('draft.a+', early)
  expect(await recallDraft('draft.a', () => typed)).toEqual(expected)
  // Once more it is the same: early words are not added a second time.
  const again = await recallDraft('draft.a', () => typed)
  if (kept) expect(again).toEqual(expected)
  expect(ahead().has('draft.b')).toBe(false)
})

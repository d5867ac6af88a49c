import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ahead } from './left-ahead.ts'
import { renameOldKeys } from './old-keys.ts'

const parcel = { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', itemId: 'reg-0001/answer', response: 'a' }

beforeEach(() => {
  vi.stubGlobal('document', { title: 'Account · Ridgeline' })
  vi.stubGlobal('location', { pathname: '/account' })
})
afterEach(() => vi.unstubAllGlobals())

test.each([
  ['ridgeline.outbox', [parcel], { [`out.${parcel.id}`]: { id: parcel.id, body: parcel } }],
  [
    'ridgeline.outbox',
    [{ ...parcel, refused: 'No.' }],
    { [`out.${parcel.id}`]: { refused: 'No.', body: parcel } },
  ],
  ['ridgeline.draft.reg-0001', { text: 'half', base: 3 }, { 'draft.reg-0001': { text: 'half' } }],
  ['ridgeline.note.reg-0001', { text: 'x', base: 0 }, { 'note.reg-0001': { base: 0 } }],
  ['ridgeline.interview.I.2.T', { value: 'v' }, { 'interview.I.2.T': { value: 'v' } }],
])('%s %j is moved', (key, value, expected) => {
  const storage = stub({ [key]: JSON.stringify(value), theme: 'dark', 'ridgeline.visits.x': '2' })
  renameOldKeys()
  const held = [...ahead()].map(([name, raw]) => [name, JSON.parse(raw).value])
  expect(Object.fromEntries(held)).toMatchObject(expected)
  expect(storage.getItem(key)).toBeNull()
  expect(storage.getItem('theme')).toBe('dark')
  expect(storage.getItem('ridgeline.visits.x')).toBe('2')
})

test('words said in a minute are plain text', () => {
  stub({ 'ridgeline.again.reg-0001': 'In a word: zeros.' })
  renameOldKeys()
  expect(JSON.parse(ahead().get('again.reg-0001')!).value).toBe('In a word: zeros.')
})

test('what cannot be read is left where it is', () => {
  const storage = stub({ 'ridgeline.outbox': '[{' })
  renameOldKeys()
  expect(ahead().size).toBe(0)
  expect(storage.getItem('ridgeline.outbox')).toBe('[{')
})

/** A storage whose keys are its own properties, as a browser's are. */
function stub(begin: Record<string, string>) {
  const methods: ThisType<Record<string, string>> = {
    getItem(key: string) {
      return Object.hasOwn(this, key) ? this[key] : null
    },
    setItem(key: string, value: string) {
      this[key] = value
    },
    removeItem(key: string) {
      delete this[key]
    },
  }
  const storage: Storage = Object.assign(Object.create(methods), begin)
  vi.stubGlobal('localStorage', storage)
  return storage
}

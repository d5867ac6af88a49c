import { expect, test } from 'vitest'
import type { Tallies } from '#lib/study/import-everything.ts'
import { here, left, nothingNew, willAdd } from './import-words.ts'

const none = { added: 0, here: 0, leftOut: 0 }
const empty: Tallies = {
  attempts: none,
  reviews: none,
  interviews: none,
  drafts: none,
  notes: none,
  marks: none,
  reports: none,
  settings: none,
}

test.each([
  [
    { ...empty, attempts: { ...none, added: 12 }, interviews: { ...none, added: 3 } },
    'a.json holds 12 answers and 3 interviews that are not here yet.',
    'Imported: 12 answers and 3 interviews.',
  ],
  [
    { ...empty, notes: { ...none, added: 1 } },
    'a.json holds 1 note that is not here yet.',
    'Imported: 1 note.',
  ],
  [
    { ...empty, attempts: { ...none, added: 1_200 }, settings: { ...none, added: 1 } },
    'a.json holds 1,200 answers and your settings that are not here yet.',
    'Imported: 1,200 answers and your settings.',
  ],
  [
    { ...empty, attempts: { ...none, here: 5 } },
    'All that a.json holds is here already.',
    'Nothing was new.',
  ],
])('%#: what is in a file, before and after', (tallies, before, after) => {
  expect(willAdd(tallies, 'a.json')).toBe(before)
  expect(willAdd(tallies, null)).toBe(after)
})

test('what is here, and what is left out, is said where there is some', () => {
  const some = { ...empty, attempts: { added: 1, here: 5, leftOut: 0 } }
  expect(here(some)).toBe('Here already, and left as it is: 5 answers.')
  expect(here({ ...empty, attempts: { ...none, here: 5 } })).toBe('')
  expect(left(some)).toBe('')
  expect(left({ ...empty, interviews: { ...none, leftOut: 1 } })).toMatch(
    /^Left out: 1 interview\. /,
  )
  expect(nothingNew(some)).toBe(false)
  expect(nothingNew(empty)).toBe(true)
})

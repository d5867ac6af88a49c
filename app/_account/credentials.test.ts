import { expect, test } from 'vitest'
import { missing } from './credentials.ts'

const mira = { email: 'mira@example.com', password: 'correct horse' }

test.each([
  [mira, true, []],
  [{ ...mira, password: 'short' }, false, []],
  [{ ...mira, password: 'nine char' }, true, ['password']],
  [{ ...mira, password: 'ten chars!' }, true, []],
  [{ ...mira, password: '😀😀😀😀😀' }, true, ['password']],
  [{ ...mira, email: '' }, false, ['email']],
  [{ ...mira, email: 'mira' }, false, ['email']],
  [{ ...mira, email: 'mira@a@b' }, false, ['email']],
  [{ ...mira, email: 'mira @example.com' }, false, ['email']],
  [{ email: '', password: '' }, true, ['email', 'password']],
] as const)('%j, new: %s, lacks %j', (typed, isNew, fields) => {
  expect(Object.keys(missing(typed, isNew)?.fields ?? {})).toEqual(fields)
})

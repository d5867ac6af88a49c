import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  ['/questions/l1-vs-l2-regularization', '/questions/l1-vs-l2-regularization'],
  ['/questions?topic=trees#regularization', '/questions?topic=trees#regularization'],
  ['/demos/geometry?s=1.rho~0.9', '/demos/geometry?s=1.rho~0.9'],
  ['/a/../account', '/account'],
])('%s is a path on this site', (value, path) => {
  expect(nextPath(value, '/home')).toBe(path)
})

test.each<[string | null, string]>([
  [null, 'nothing asked'],
  ['', 'empty'],
  ['questions', 'no leading slash'],
  ['//evil.example', 'another host'],
  ['///evil.example', 'another host, once more'],
  ['/\\evil.example', 'a backslash is read as a slash'],
  ['\\\\evil.example', 'two of them'],
  ['/\t/evil.example', 'a tab is dropped'],
  ['/\n/evil.example', 'a newline is dropped'],
  ['/.//evil.example', 'dots leave two slashes'],
  ['/..//evil.example', 'dots leave two slashes'],
  ['/%2e//evil.example', 'encoded dots too'],
  ['https://evil.example/', 'a whole address'],
  ['javascript:alert(1)', 'a script'],
  [' /questions', 'a space before'],
])('%j leads nowhere: %s', (value) => {
  expect(nextPath(value, '/home')).toBe('/home')
})

test('whatever is asked, the answer stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\n',
    '%2e',
    '%5c',
    'evil',
    ':',
    '@',
    '?',
    '#',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => all.join('')),
      ),
      (value) => {
        const here = 'https://here.example'
        expect(new URL(nextPath(value), `${here}/sign-in`).origin).toBe(here)
      },
    ),
    { numRuns: 2000 },
  )
})

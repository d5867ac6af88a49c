import { expect, test } from 'vitest'
import { isOwnOrigin } from './origin.ts'

test.each<[string | null, boolean, boolean]>([
  ['https://site.test', true, true],
  ['https://site.test', false, true], // a proxy ends TLS, and nobody has said so
  ['http://site.test', false, true],
  ['http://site.test', true, false], // whoever sits between can write such a page
  ['https://site.test:8443', true, false],
  ['https://site.test.evil.example', true, false],
  ['https://evil.example', true, false],
  ['null', true, false],
  ['', true, false],
  [null, false, false],
])('from %s, over TLS: %s, is ours: %s', (origin, isSecure, isOurs) => {
  expect(isOwnOrigin(origin, 'site.test', isSecure)).toBe(isOurs)
})

test('without a host nothing is', () => {
  expect(isOwnOrigin('https://site.test', null, false)).toBe(false)
})

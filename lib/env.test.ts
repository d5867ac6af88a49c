import { expect, test } from 'vitest'
import { check, siteUrl } from './env.ts'

const whole = {
  DATABASE_URL: 'postgresql://user:word@127.0.0.1:5433/ridgeline',
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

test('a complete environment passes', () => {
  expect(check(whole)).toMatchObject({ secureCookies: false, trustProxy: false })
  expect(check({ ...whole, NEXTAUTH_URL: 'https://r.example', TRUST_PROXY: '1' })).toMatchObject({
    secureCookies: true,
    trustProxy: true,
  })
})

test.each([
  [{ ...whole, NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET'],
  [{ ...whole, DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  [{ NEXTAUTH_SECRET: whole.NEXTAUTH_SECRET }, 'DATABASE_URL'],
])('%#: what is missing is named, and no value is printed', (source, name) => {
  expect(() => check(source)).toThrow(name)
  expect(() => check(source)).not.toThrow(/mysql:|short/)
})

test.each([
  [{}, null],
  [{ SITE_URL: '' }, null],
  [{ NEXTAUTH_URL: 'https://r.example/base' }, 'https://r.example'],
  [{ SITE_URL: 'https://s.example/', NEXTAUTH_URL: 'https://r.example' }, 'https://s.example'],
])('the site of %j is at %j', (source, url) => {
  expect(siteUrl(source)).toBe(url)
})

test('an address that is none is refused by name', () => {
  expect(() => siteUrl({ SITE_URL: 'ridgeline.example' })).toThrow('SITE_URL must be')
})

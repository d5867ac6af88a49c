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
  [{ ...whole, SMTP_URL: 'mail.example' }, 'SMTP_URL'],
  [{ ...whole, SMTP_URL: 'smtp://m.example', SITE_URL: 'https://r.example' }, 'MAIL_FROM'],
  [
    { ...whole, SMTP_URL: 'smtp://m.example', MAIL_FROM: 'us@r.example' },
    'NEXTAUTH_URL or SITE_URL',
  ],
  [{ ...whole, METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must be at least 16 characters'],
  [{ ...whole, GITHUB_CLIENT_ID: 'id' }, 'GITHUB_CLIENT_SECRET'],
  [{ ...whole, GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: '' }, 'GOOGLE_CLIENT_SECRET'],
])('%#: what is missing is named, and no value is printed', (source, name) => {
  expect(() => check(source)).toThrow(name)
  expect(() => check(source)).not.toThrow(/mysql:|short/)
})

test('what is set to nothing is not set', () => {
  const empty = { ...whole, NEXTAUTH_URL: '', SMTP_URL: '', GITHUB_URL: '' }
  expect(check(empty)).toMatchObject({ GITHUB_URL: 'https://github.com', secureCookies: false })
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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseEmail } from './email.ts'
import { signGuest, verifyGuest } from './guest.ts'
import { checkPassword, hashPassword, MOST_WAITING, TooManyWait } from './password.ts'

const SECRET = 'a secret of at least thirty-two bytes'

test.each([
  ['Ada@Example.org', 'ada@example.org'],
  ['  ada@example.org ', 'ada@example.org'],
  ['ａｄａ@example.org', 'ada@example.org'],
  ["o'ada+a_b.c!#$%&*/=?^`{|}~-d@example.org", "o'ada+a_b.c!#$%&*/=?^`{|}~-d@example.org"],
])('%j is kept as %j', (given, kept) => {
  expect(normaliseEmail(given)).toBe(kept)
})

test.each([
  ['ada@evil.example@example.org', 'two @'],
  ['аda@example.org', 'a Cyrillic letter'],
  ['ada@example', 'no dot'],
  ['ada example@example.org', 'a space'],
  ['@example.org', 'nobody'],
  [`${'a'.repeat(65)}@example.org`, 'longer than RFC 5321 allows'],
  ['ada@example.org\u0000', 'NUL'],
  ['ada@example.org, bob@example.org', 'two addresses'],
  ['1,ada@example.org', 'a mail program reads two, and fills one mailbox past its limit'],
  ['1;ada@example.org', 'likewise'],
  ['(1)ada@example.org', 'a comment, which it leaves out'],
  ['ada<bob@example.org', 'a name and an address'],
  ['"ada"@example.org', 'in quotes'],
])('%j is refused: %s', (given) => {
  expect(normaliseEmail(given)).toBeNull()
})

test('a guest cookie holds, and no change of it does', () => {
  const cookie = signGuest('0b9d', SECRET)
  expect(verifyGuest(cookie, SECRET)).toBe('0b9d')
  expect(verifyGuest(cookie, `${SECRET}!`)).toBeNull()
  fc.assert(
    fc.property(fc.nat(cookie.length - 1), fc.constantFrom('a', 'Z', '0', '.', ''), (at, other) => {
      const forged = cookie.slice(0, at) + other + cookie.slice(at + 1)
      fc.pre(forged !== cookie)
      expect(verifyGuest(forged, SECRET)).toBeNull()
    }),
  )
  for (const text of ['', '.', 'x', signGuest('', SECRET)]) {
    expect(verifyGuest(text, SECRET)).toBeNull()
  }
})

test('a password is checked against its argon2id hash, and against nothing', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  expect(await checkPassword('correct horse battery', hash)).toBe(true)
  expect(await checkPassword('correct horse', hash)).toBe(false)
  // An unknown e-mail: the same work is done, and even the decoy's own password does not open it.
  expect(await checkPassword('a password that nobody has', null)).toBe(false)
})

test('of a crowd some wait, and the rest are told at once; then there is room again', async () => {
  const crowd = Array.from({ length: MOST_WAITING + 20 }, () => checkPassword('x', QUICK))
  const outcomes = await Promise.allSettled(crowd)
  const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(refused).toHaveLength(18) // two are at it, a hundred wait
  for (const reason of refused) expect(reason).toBeInstanceOf(TooManyWait)
  expect(await checkPassword('x', QUICK)).toBe(false)
})

/** Of a hash that takes no time to look at. */
const QUICK =
  '$argon2id$v=19$m=64,t=1,p=1$3Hd+ADAGgIMGALDAtCN8pg$uSay5Nb/sjYqfk79tCWUa5Z/witmUu3+ycgD79zY2gQ'

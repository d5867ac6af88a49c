import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { countTry, sweepLimits } from '#lib/db/limit.ts'
import {
  forgiveSignIns,
  networkAddress,
  tooManySignIns,
  tooManySignUps,
  waitInWords,
} from './limit.ts'

// A real PostgreSQL, which is what several instances share.

const somebody = () => `${randomUUID()}@example.org`
const somewhere = () => randomUUID()

describe('S4: tries are counted', () => {
  test('of thirty tries at once exactly ten are looked at, and the rest are told when to come back', async () => {
    const [email, place] = [somebody(), somewhere()]
    const waits = await Promise.all(Array.from({ length: 30 }, () => tooManySignIns(email, place)))
    expect(waits.filter((wait) => wait === null)).toHaveLength(10)
    for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(890)
    // Nobody else is shut out: not the same account from another place, not another account from there.
    expect(await tooManySignIns(email, somewhere())).toBeNull()
    expect(await tooManySignIns(somebody(), place)).toBeNull()
  })

  test('the right password begins the account’s count anew; the window ends by the database’s clock', async () => {
    const [email, place] = [somebody(), somewhere()]
    for (let i = 0; i < 10; i++) await tooManySignIns(email, place)
    expect(await tooManySignIns(email, place)).not.toBeNull()
    await forgiveSignIns(email, place)
    expect(await tooManySignIns(email, place)).toBeNull()

    const key = randomUUID()
    await countTry(key, 60)
    expect(await countTry(key, 60)).toMatchObject({ hits: 2 })
    await db().$executeRaw`update limits set until = now() - interval '1 second' where key = ${key}`
    expect(await countTry(key, 60)).toEqual({ hits: 1, seconds: 60 })
    // The end is kept in milliseconds, rounded: no window seems longer than it is.
    const fresh = await Promise.all(Array.from({ length: 40 }, () => countTry(randomUUID(), 60)))
    expect(fresh.every(({ seconds }) => seconds === 60)).toBe(true)
  })

  test('one place may fail at a hundred accounts an hour, and make three hundred', async () => {
    const place = somewhere()
    const signIns: (number | null)[] = []
    for (let i = 0; i < 101; i++) signIns.push(await tooManySignIns(somebody(), place))
    expect(signIns.indexOf(signIns.find((wait) => wait !== null)!)).toBe(100)
    // As many at once as there are connections: what waits for one longer than three seconds is let go.
    const signUps: (number | null)[] = []
    for (let i = 0; i < 31; i++)
      signUps.push(...(await Promise.all(Array.from({ length: 10 }, () => tooManySignUps(place)))))
    expect(signUps.filter((wait) => wait === null)).toHaveLength(300)
  })

  test('the control: who signs in a hundred times with the right password is no attacker', async () => {
    const [email, place] = [somebody(), somewhere()]
    for (let i = 0; i < 110; i++) {
      expect(await tooManySignIns(email, place)).toBeNull()
      await forgiveSignIns(email, place)
    }
  })

  test('neither e-mails nor addresses are kept, and windows that are over go', async () => {
    const [email, place] = [somebody(), somewhere()]
    await tooManySignIns(email, place)
    const rows = await db().limit.findMany()
    expect(JSON.stringify(rows)).not.toContain(email)
    expect(JSON.stringify(rows)).not.toContain(place)
    await db().$executeRaw`update limits set until = now() - interval '1 second'`
    expect(await sweepLimits()).toBeGreaterThanOrEqual(rows.length)
  })
})

test.each([
  [{ 'x-forwarded-for': '10.0.0.1' }, '10.0.0.1'],
  [new Headers({ 'x-forwarded-for': '10.0.0.2' }), '10.0.0.2'],
  [{ 'x-forwarded-for': '::ffff:10.0.0.3' }, '10.0.0.3'],
  [{ 'x-forwarded-for': '2001:db8:1:2:3:4:5:6' }, '2001:db8:1:2::/64'],
  [{ 'x-forwarded-for': '2001:0DB8:0001:2::9' }, '2001:db8:1:2::/64'],
  [{ 'x-forwarded-for': '2001:db8::1' }, '2001:db8:0:0::/64'],
  [{ 'x-forwarded-for': 'fe80::1%eth0' }, 'fe80:0:0:0::/64'],
  [{ 'x-forwarded-for': '::1' }, '0:0:0:0::/64'],
  [{ 'x-forwarded-for': '64:ff9b::10.0.0.1' }, '64:ff9b:0:0::/64'],
  [{ 'x-forwarded-for': 'unix' }, 'unix'],
  [{}, null],
  [undefined, null],
])('the address in %o is %j', (headers, address) => {
  expect(networkAddress(headers)).toBe(address)
})

test.each([
  [1, 'in 1 second'],
  [40, 'in 40 seconds'],
  [840, 'in 14 minutes'],
])('%j seconds are %j', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words)
})

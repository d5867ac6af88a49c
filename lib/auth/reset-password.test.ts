import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openMailbox, type Mailbox } from '#lib/boot/mailbox.mjs'
import { db } from '#lib/db/client.ts'
import { createSession, sessionUser } from '#lib/db/session.ts'
import { findPassword, registerUser } from '#lib/db/user.ts'
import { changePassword } from './change-password.ts'
import { checkPassword, hashPassword } from './password.ts'
import { isResetOpen, resetPassword, sendReset } from './reset-password.ts'
import { hashToken } from './token.ts'

// A real PostgreSQL and a real conversation over SMTP.

const SITE = 'https://ridgeline.example.org'
const NEW = 'another horse, another battery'
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
  vi.stubEnv('NEXTAUTH_URL', SITE)
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('MAIL_FROM', 'Ridgeline <no-reply@ridgeline.example.org>')
})
afterAll(() => mailbox.close())

async function somebody() {
  const email = `${randomUUID()}@example.org`
  const passwordHash = await hashPassword('correct horse battery')
  const account = { email, name: null, passwordHash, isVerified: false }
  const user = await registerUser(randomUUID(), account)
  return { id: user!.id, email }
}

/** Asks as a page would and reads the mail. The link names the site, whatever the page claimed. */
async function linkFor(email: string): Promise<string> {
  expect(await sendReset(email, 'https://evil.example')).toBe(true)
  const { text } = await mailbox.next(email)
  const link = /https:\S+/.exec(text)![0]
  expect(link).toMatch(new RegExp(`^${SITE}/reset/[\\w-]{43}$`))
  return link.split('/').at(-1)!
}

describe('S3: a link to a new password', () => {
  test('the link in the mail sets a new password, once, and ends every session', async () => {
    const { id, email } = await somebody()
    const sid = randomUUID()
    await createSession(sid, id, 3600)
    expect(await sessionUser(sid, id)).not.toBeNull()
    const token = await linkFor(email)
    expect(await isResetOpen(token)).toBe(true)
    expect(await resetPassword({ token, password: NEW })).toBe(true)
    expect(await sessionUser(sid, id)).toBeNull()
    const stored = (await findPassword(email))!.passwordHash
    expect(await checkPassword(NEW, stored)).toBe(true)
    expect(await checkPassword('correct horse battery', stored)).toBe(false)
    // Read mail proves the address.
    expect((await db().user.findUnique({ where: { id } }))?.emailVerified).not.toBeNull()

    expect(await isResetOpen(token)).toBe(false)
    expect(await resetPassword({ token, password: 'a third password' })).toBe(false)
    expect((await findPassword(email))!.passwordHash).toBe(stored)
  })

  test('of twenty who come with one link at once, one gets in', async () => {
    const { email } = await somebody()
    const token = await linkFor(email)
    const passwords = Array.from({ length: 20 }, (_, nth) => `a password, the ${nth}th`)
    const good = await Promise.all(passwords.map((password) => resetPassword({ token, password })))
    expect(good.filter(Boolean)).toHaveLength(1)
    const stored = (await findPassword(email))!.passwordHash
    expect(await checkPassword(passwords[good.indexOf(true)]!, stored)).toBe(true)
  })

  test('a new link makes the old one void; a link is over after half an hour', async () => {
    const { id, email } = await somebody()
    const old = await linkFor(email)
    const token = await linkFor(email)
    expect(await resetPassword({ token: old, password: NEW })).toBe(false)
    const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select extract(epoch from expires_at - now())::int as seconds
    from one_time_tokens where user_id = ${id}`
    expect(row!.seconds).toBeGreaterThan(1790)
    expect(row!.seconds).toBeLessThanOrEqual(1800)
    await db().$executeRaw`
    update one_time_tokens set expires_at = now() - interval '1 second' where user_id = ${id}`
    expect(await resetPassword({ token, password: NEW })).toBe(false)
    expect(await isResetOpen(token)).toBe(false)
  })

  test('of links asked for at once, one is good', async () => {
    const { id, email } = await somebody()
    await Promise.all(Array.from({ length: 6 }, () => sendReset(email, SITE)))
    expect(await db().oneTimeToken.count({ where: { userId: id } })).toBe(1)
  })

  test('what is kept is a hash: no row leads to a link', async () => {
    const { id, email } = await somebody()
    const token = await linkFor(email)
    const rows = await db().oneTimeToken.findMany({ where: { userId: id } })
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows[0]!.hash).toBe(hashToken(token))
    expect(await resetPassword({ token: hashToken(token), password: NEW })).toBe(false)
  })

  test('an unknown address gets no mail; a token of another purpose is none', async () => {
    const before = mailbox.mails.length
    expect(await sendReset(`${randomUUID()}@example.org`, SITE)).toBe(false)
    expect(mailbox.mails).toHaveLength(before)
    const { email } = await somebody()
    const token = await linkFor(email)
    await db().$executeRaw`
    update one_time_tokens set purpose = 'signUp' where hash = ${hashToken(token)}`
    expect(await resetPassword({ token, password: NEW })).toBe(false)
  })

  test('a mail server that refuses is an error, whose code says nothing of the address', async () => {
    const { email } = await somebody()
    mailbox.refuse(true)
    await expect(sendReset(email, SITE)).rejects.toMatchObject({ code: 'EENVELOPE' })
    mailbox.refuse(false)
    // Asked for again, it arrives.
    await linkFor(email)
  })

  test('what was connected before the address was proved opens nothing; what comes later stays', async () => {
    const { id, email } = await somebody()
    const connect = () =>
      db().account.create({
        data: { userId: id, type: 'oauth', provider: 'github', providerAccountId: randomUUID() },
      })
    await connect()
    expect(await resetPassword({ token: await linkFor(email), password: NEW })).toBe(true)
    expect(await db().account.count({ where: { userId: id } })).toBe(0)
    await connect()
    expect(await resetPassword({ token: await linkFor(email), password: NEW })).toBe(true)
    expect(await db().account.count({ where: { userId: id } })).toBe(1)
  })

  test('a link that was mailed is void once the password is changed by who knows it', async () => {
    const { id, email } = await somebody()
    const token = await linkFor(email)
    const actor = {
      id,
      email,
      name: null,
      role: 'reader',
      mergedIntoId: null,
      guest: false,
    } as const
    const change = (current: string) =>
      changePassword(actor, null, { current, password: NEW }, randomUUID())
    expect(await change('not the password')).toBe('wrong-password')
    expect(await isResetOpen(token)).toBe(true)
    expect(await change('correct horse battery')).toBe('changed')
    expect(await isResetOpen(token)).toBe(false)
  })
})

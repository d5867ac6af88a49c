import { randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { withClient } from '#lib/boot/connection.mjs'
import { migrate } from '#lib/boot/migrate.mjs'
import { db } from '#lib/db/client.ts'
import { findPeople, lockRoles, type Role } from '#lib/db/role.ts'
import { createSession, sessionUser } from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { auditName } from './audit.ts'
import { deleteEverything, LEAVE_PHRASE } from './delete-everything.ts'
import { becomeFirstAdmin, changeRole, inviteFirstAdmin } from './roles.ts'
import { claimedSession, renewSession } from './session.ts'
import { hashToken } from './token.ts'

// A real PostgreSQL. Whether there is an administrator is a fact of the whole database: this file has
// one of its own, and each test begins without.

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}))
vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')

const shared = process.env['DATABASE_URL']!
const own = new URL(shared)
own.pathname = `/roles_${randomUUID().slice(0, 8)}`
vi.stubEnv('DATABASE_URL', own.href)
const onShared = (sql: string) => withClient(shared, (client) => client.query(sql))

beforeAll(async () => {
  await onShared(`create database ${own.pathname.slice(1)}`)
  await migrate(own.href)
})
afterAll(async () => {
  await db().$disconnect()
  await onShared(`drop database ${own.pathname.slice(1)}`)
})

beforeEach(async () => {
  jar.clear()
  await db().user.updateMany({ where: { role: 'admin' }, data: { role: 'reader' } })
  await db().oneTimeToken.deleteMany({ where: { purpose: 'firstAdmin' } })
})

const password = 'correct horse battery'

async function account(role: Role = 'reader') {
  const id = randomUUID()
  const email = `${id}@example.org`
  // Made quickly: what it costs is not what is looked at here.
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 })
  await db().user.create({ data: { id, email, role, credential: { create: { passwordHash } } } })
  return { id, email, name: null, role, mergedIntoId: null, guest: false }
}

/** A session as a browser elsewhere holds it. */
async function signedIn(userId: string): Promise<string> {
  const sid = randomUUID()
  await createSession(sid, userId, 3600)
  return sid
}

const roleNow = async (id: string) => (await db().user.findUnique({ where: { id } }))!.role

test('S3: the token from the log makes one administrator, once, whose session gets another id', async () => {
  const [ada, mira] = [await account(), await account()]
  const token = (await inviteFirstAdmin())!
  const rows = await db().oneTimeToken.findMany({ where: { purpose: 'firstAdmin' } })
  expect(JSON.stringify(rows)).not.toContain(token)
  await renewSession(ada.id)
  const before = (await claimedSession())!
  expect(await becomeFirstAdmin(ada, { token: hashToken(token) })).toBe('over')
  expect(await becomeFirstAdmin(ada, { token })).toBe('done')
  expect(await roleNow(ada.id)).toBe('admin')
  const after = (await claimedSession())!
  expect(after).not.toBe(before)
  expect(await sessionUser(before, ada.id)).toBeNull()
  expect(await sessionUser(after, ada.id)).toMatchObject({ role: 'admin' })
  expect(await becomeFirstAdmin(mira, { token })).toBe('over')
  expect(await inviteFirstAdmin()).toBeNull()
  const lines = await db().auditLine.findMany({ where: { actor: auditName(ada.id) } })
  expect(lines.map(({ event, detail }) => [event, detail])).toEqual([['role-change', 'admin']])
})

test('of two instances’ tokens, used at once by two people, one makes an administrator', async () => {
  const tokens = [(await inviteFirstAdmin())!, (await inviteFirstAdmin())!]
  const people = [await account(), await account()]
  const outcomes = await Promise.all(
    people.map((each, nth) => becomeFirstAdmin(each, { token: tokens[nth]! })),
  )
  expect(outcomes.toSorted()).toEqual(['done', 'over'])
  expect(await db().user.count({ where: { role: 'admin' } })).toBe(1)
})

test('a day later the token is void', async () => {
  const token = (await inviteFirstAdmin())!
  await db().$executeRaw`update one_time_tokens set expires_at = now() - interval '1 second'`
  expect(await becomeFirstAdmin(await account(), { token })).toBe('over')
})

test('S3: a new role ends every session of its bearer, and the old role is gone at once', async () => {
  const [admin, reader] = [await account('admin'), await account()]
  const sids = [await signedIn(reader.id), await signedIn(reader.id)]
  const bystander = await signedIn(admin.id)
  expect(await changeRole(admin, reader.id, { role: 'author' })).toBe('changed')
  expect(await roleNow(reader.id)).toBe('author')
  for (const sid of sids) expect(await sessionUser(sid, reader.id)).toBeNull()
  expect(await sessionUser(bystander, admin.id)).not.toBeNull()
  // The same again changes nothing and signs nobody out.
  const sid = await signedIn(reader.id)
  expect(await changeRole(admin, reader.id, { role: 'author' })).toBe('changed')
  expect(await sessionUser(sid, reader.id)).not.toBeNull()
  const lines = await db().auditLine.findMany({ where: { subject: auditName(reader.id) } })
  expect(lines).toMatchObject([
    { event: 'role-change', actor: auditName(admin.id), detail: 'author' },
  ])
})

test('nobody else gives roles, not even whoever was an administrator a moment ago', async () => {
  const [admin, other, reader] = [await account('admin'), await account('admin'), await account()]
  for (const who of [reader, await account('author'), { ...reader, role: 'admin' as const }])
    expect(await changeRole(who, reader.id, { role: 'admin' })).toBe('not-found')
  expect(await changeRole(admin, other.id, { role: 'reader' })).toBe('changed')
  expect(await changeRole(other, admin.id, { role: 'reader' })).toBe('not-found')
  expect(await changeRole(admin, randomUUID(), { role: 'author' })).toBe('not-found')
})

test('a guest gets no role; the last administrator stays one, also when two take it at once', async () => {
  const [admin, other] = [await account('admin'), await account('admin')]
  const guest = randomUUID()
  await db().user.create({ data: { id: guest } })
  expect(await changeRole(admin, guest, { role: 'author' })).toBe('not-found')
  const outcomes = await Promise.all([
    changeRole(admin, other.id, { role: 'reader' }),
    changeRole(other, admin.id, { role: 'reader' }),
  ])
  expect(outcomes).toContain('changed')
  expect(await db().user.count({ where: { role: 'admin' } })).toBe(1)
  const last = (await roleNow(admin.id)) === 'admin' ? admin : other
  expect(await changeRole(last, last.id, { role: 'reader' })).toBe('last-admin')
})

test('the only administrator of others says so before leaving them alone, or names a successor', async () => {
  const [admin, heir] = [await account('admin'), await account()]
  const leave = (confirm: 'delete everything' | typeof LEAVE_PHRASE, who = admin) =>
    deleteEverything(who, { confirm, password }, null)
  const isThere = async (id: string) => (await db().user.count({ where: { id } })) === 1
  expect(await leave('delete everything')).toBe('last-admin')
  expect(await isThere(admin.id)).toBe(true)
  expect(await changeRole(admin, heir.id, { role: 'admin' })).toBe('changed')
  // Of two who leave at once the later is the only one.
  const both = await Promise.all([leave('delete everything'), leave('delete everything', heir)])
  expect(both.toSorted()).toEqual(['deleted', 'last-admin'])
  const last = both[0] === 'deleted' ? heir : admin
  expect(await leave(LEAVE_PHRASE, last)).toBe('deleted')
  expect(await isThere(last.id)).toBe(false)
  expect(await inviteFirstAdmin()).not.toBeNull()
})

test('search takes the text as it is, and says when there is more', async () => {
  const mark = randomUUID().slice(0, 8)
  for (const name of ['a_b', 'axb', '100%'])
    await db().user.create({
      data: { id: randomUUID(), email: `${randomUUID()}@x.org`, name: `${mark}${name}` },
    })
  const names = async (text: string) =>
    (await findPeople(text, 50)).people.map(({ name }) => name?.slice(8)).toSorted()
  expect(await names(`${mark}a_b`)).toEqual(['a_b'])
  expect(await names(`${mark}100%`)).toEqual(['100%'])
  expect(await names(mark.toUpperCase())).toEqual(['100%', 'a_b', 'axb'])
  expect(await findPeople(mark, 2)).toMatchObject({ isCut: true, people: [{}, {}] })
})

test('who is deleted waits for a role that is being given; a role for somebody deleted finds nobody', async () => {
  const admin = await account('admin')
  const leaving = await account()
  const isThere = async () => (await db().user.count({ where: { id: leaving.id } })) === 1
  let deletion: Promise<unknown> | undefined
  await transaction(async (tx) => {
    await lockRoles(tx)
    deletion = deleteEverything(leaving, { confirm: 'delete everything', password }, null)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await isThere()).toBe(true)
  })
  expect(await deletion).toBe('deleted')
  expect(await isThere()).toBe(false)
  expect(await changeRole(admin, leaving.id, { role: 'author' })).toBe('not-found')
})

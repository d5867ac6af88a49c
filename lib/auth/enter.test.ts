import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '#lib/db/client.ts'
import { createGuest, registerUser } from '#lib/db/user.ts'
import { deleteEverything } from './delete-everything.ts'
import { enter } from './enter.ts'
import { writeGuestCookie } from './guest.ts'
import { renewSession } from './session.ts'
import { showWays, unlinkService } from './ways.ts'

// Who gets into whose account by another service. A real PostgreSQL; the services themselves are
// played in e2e/services.spec.ts.

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => void jar.set(name, value),
  }),
}))
vi.stubEnv('NEXTAUTH_SECRET', 'a secret of at least thirty-two bytes')
beforeEach(() => jar.clear())

const somebody = () => ({ id: randomUUID(), name: 'Ada', email: `${randomUUID()}@example.org` })

async function account(email: string, more: { isVerified: boolean; password?: boolean }) {
  const passwordHash = more.password === false ? null : 'a hash'
  const data = { email, name: null, passwordHash, isVerified: more.isVerified }
  return (await registerUser(randomUUID(), data))!.id
}

const linksOf = async (userId: string) =>
  (await db().account.findMany({ where: { userId } })).map(({ provider }) => provider).toSorted()

test('a new face becomes an account with a proved address, and is known the next time', async () => {
  const ada = somebody()
  const first = (await enter('github', ada)) as { userId: string }
  expect(await db().user.findUnique({ where: { id: first.userId } })).toMatchObject({
    email: ada.email,
    name: 'Ada',
    emailVerified: expect.any(Date),
    role: 'reader',
  })
  // Known by the service's id: another address there, or none, is the same person.
  expect(await enter('github', { ...ada, email: 'new@example.org' })).toEqual(first)
  expect(await enter('github', { ...ada, email: null })).toEqual(first)
  // Nothing is kept of the service but the name.
  const [link] = await db().account.findMany({ where: { userId: first.userId } })
  expect(link).toMatchObject({ access_token: null, refresh_token: null, id_token: null })
})

test('a guest becomes the account', async () => {
  const guest = await createGuest(randomUUID())
  await writeGuestCookie(guest.id)
  expect(await enter('google', somebody())).toEqual({ userId: guest.id })
})

test.each([null, '', 'nobody', 'аda@example.org'])('%j is no proved address', async (email) => {
  const before = await db().user.count()
  expect(await enter('google', { ...somebody(), email })).toEqual({ closed: 'NoVerifiedEmail' })
  expect(await db().user.count()).toBe(before)
})

test('an account with the same address opens only if its address was proved too', async () => {
  const [sure, unsure] = [somebody(), somebody()]
  const mine = await account(sure.email, { isVerified: true })
  expect(await enter('github', { ...sure, email: sure.email.toUpperCase() })).toEqual({
    userId: mine,
  })
  expect(await linksOf(mine)).toEqual(['github'])
  const theirs = await account(unsure.email, { isVerified: false })
  expect(await enter('github', unsure)).toEqual({ closed: 'LinkFirst' })
  expect(await linksOf(theirs)).toEqual([])
})

test('whoever is signed in adds a service, whatever address it has', async () => {
  const [ada, mira] = [somebody(), somebody()]
  const mine = await account(ada.email, { isVerified: false })
  await renewSession(mine)
  expect(await enter('github', { ...mira, email: null })).toEqual({ userId: mine })
  expect(await enter('google', mira)).toEqual({ userId: mine })
  expect(await linksOf(mine)).toEqual(['github', 'google'])
  // To somebody else it does not lead any more.
  await renewSession(await account(mira.email, { isVerified: true }))
  expect(await enter('github', mira)).toEqual({ closed: 'LinkedElsewhere' })
})

test('a session that began long ago adds nothing, also under another name; a new one does', async () => {
  const mine = await account(somebody().email, { isVerified: true })
  const long = (minutes: number) =>
    db().$executeRaw`update sessions set created_at = now() - make_interval(mins => ${minutes}::int)
      where user_id = ${mine} and revoked_at is null`
  await renewSession(mine)
  await long(9)
  expect(await enter('github', somebody())).toEqual({ userId: mine })
  await long(11)
  expect(await enter('google', somebody())).toEqual({ closed: 'SignInAgain' })
  // A change of role gives the session another id, and no other age.
  await renewSession(mine)
  expect(await enter('google', somebody())).toEqual({ closed: 'SignInAgain' })
  expect(await linksOf(mine)).toEqual(['github'])
  jar.clear()
  await renewSession(mine)
  expect(await enter('google', somebody())).toEqual({ userId: mine })
})

test('who has no password deletes everything only after signing in', async () => {
  const { email } = somebody()
  const mine = await account(email, { isVerified: true, password: false })
  await renewSession(mine)
  const me = {
    id: mine,
    email,
    name: null,
    role: 'reader',
    mergedIntoId: null,
    guest: false,
  } as const
  const leave = () => deleteEverything(me, { confirm: 'delete everything' }, null)
  await db().$executeRaw`update sessions set created_at = now() - interval '11 minutes'
    where user_id = ${mine}`
  expect(await leave()).toBe('sign-in-again')
  jar.clear()
  await renewSession(mine)
  expect(await leave()).toBe('deleted')
  expect(await db().user.count({ where: { id: mine } })).toBe(0)
})

test('ten at once make one account', async () => {
  const ada = somebody()
  const all = await Promise.all(Array.from({ length: 10 }, () => enter('github', ada)))
  expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1)
  expect(await db().user.count({ where: { email: ada.email } })).toBe(1)
})

test('the only way in stays, also when two are taken away at once', async () => {
  const mine = await account(somebody().email, { isVerified: true, password: false })
  await renewSession(mine)
  const ada = somebody()
  await enter('github', ada)
  await enter('google', ada)
  const outcomes = await Promise.all(
    (['github', 'google'] as const).map((service) => unlinkService(mine, { service })),
  )
  expect(outcomes.filter((outcome) => outcome === 'last-way')).toHaveLength(1)
  expect(await linksOf(mine)).toHaveLength(1)
  expect((await showWays(mine)).hasPassword).toBe(false)
  const other = await account(somebody().email, { isVerified: true })
  await renewSession(other)
  await enter('github', somebody())
  expect(await unlinkService(other, { service: 'github' })).toMatchObject({ hasPassword: true })
  expect(await linksOf(other)).toEqual([])
})

import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { ulid } from 'ulid'
import { PASSWORD_HASH, specimens, type Wanted } from '#app/api/_faults/specimens.ts'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'

// R5: the same request two to twenty times at once, to two servers on one database; and once more after
// its answer was lost on the way. One effect, and the same answer each time.

const PAIRS = faultSize(200, 10_000)

/** Routes that store something under an id that the client has made, or a state that it names. */
const REPEATED = [
  'attempts.submit',
  'drafts.save',
  'interviews.again',
  'interviews.clock',
  'interviews.end',
  'interviews.place',
  'interviews.save',
  'interviews.share',
  'interviews.start',
  'interviews.take',
  'marks.set',
  'notes.save',
  'reports.add',
  'reviews.record',
  'settings.save',
]
/** Each call is meant to be another one, or can be made once only: one of many at once succeeds. */
const ONCE: Record<string, number> = {
  'account.confirm': 410,
  'account.reset': 410,
  'account.sign-up': 409,
}
/** Store nothing, or end what is there: twice is as good as once. */
const HARMLESS = [
  'account.change-password',
  'account.forgot',
  'import.json', // over random histories: lib/study/import.test.ts
  'kinds.grade',
  'me.delete',
  'people.first-admin',
  'people.set-role',
  'services.unlink',
  'sessions.end',
  'sessions.end-others',
  'write.fix',
  'write.grade',
]

test('R5: every route that writes is among those that are repeated', () => {
  const writing = Object.keys(specimens).filter((name) => specimens[name]!.method !== 'GET')
  expect([...REPEATED, ...Object.keys(ONCE), ...HARMLESS].toSorted()).toEqual(writing.toSorted())
})

test(`R5: ${PAIRS} pairs at two servers: one effect, one answer`, async () => {
  test.setTimeout(120_000 + PAIRS * 300)
  const ground = await makeGround()
  try {
    let pairs = 0
    for (let round = 0; pairs < PAIRS; round++)
      for (const [index, name] of REPEATED.entries()) {
        const times = 2 + ((round * REPEATED.length + index * 7) % 19)
        pairs += times - 1
        await repeat(ground, name, times)
      }
    for (const [name, status] of Object.entries(ONCE)) await race(ground, name, status)
    await expectTwoAreTwo(ground)
    console.log(`R5: ${pairs} pairs, one effect each`)
  } finally {
    await ground.leave()
  }
})

test('R5: an answer that is lost, and the same request at the other server', async () => {
  test.setTimeout(180_000)
  const ground = await makeGround()
  const proxy = await cuttingProxy(ground.urls[0]!)
  try {
    for (const name of REPEATED) await loseAnswer(ground, proxy, name)
  } finally {
    await proxy.close()
    await ground.leave()
  }
})

type Ground = Awaited<ReturnType<typeof makeGround>>
type Person = { cookies: Map<string, string> }
type Answer = { status: number; body: string }

async function makeGround() {
  const database = await migratedDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 2 })
  pool.on('error', () => {})
  const env = {
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  const start = async () => startServer({ ...env, PORT: String(await freePort()) })
  const servers = await Promise.all([start(), start()])
  return {
    pool,
    urls: servers.map(({ url }) => url),
    leave: async () => {
      await pool.end()
      for (const server of servers) await server.stop()
      await database.leave()
    },
  }
}

/** Somebody new, a request of theirs, the same many times at once: what came of it is there once. */
async function repeat(ground: Ground, name: string, times: number) {
  const { person, wanted, place } = await prepare(ground, name, times)
  const before = await rows(ground)
  const answers = await Promise.all(
    Array.from({ length: times }, (_, nth) => call(ground.urls[nth % 2]!, person, name, wanted)),
  )
  expect(
    answers.map(({ status }) => status),
    place,
  ).toEqual(answers.map(() => 200))
  expect(new Set(answers.map(({ body }) => steady(body))).size, place).toBe(1)
  const after = await rows(ground)
  // The control: it did something, and what it did is done once.
  const once = await effectOf(ground, name)
  expect(difference(before, after), place).toEqual(once)
}

/** What one request of this kind does, by tables: found by making one. */
const effects = new Map<string, Record<string, number>>()

async function effectOf(ground: Ground, name: string) {
  const known = effects.get(name)
  if (known) return known
  const { person, wanted } = await prepare(ground, name, 1)
  const before = await rows(ground)
  expect((await call(ground.urls[0]!, person, name, wanted)).status, name).toBe(200)
  const effect = difference(before, await rows(ground))
  effects.set(name, effect)
  return effect
}

/** Of many that want the same thing at once one gets it. */
async function race(ground: Ground, name: string, refused: number) {
  const { person, wanted, place } = await prepare(ground, name, 8)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, nth) =>
      call(ground.urls[nth % 2]!, { cookies: new Map(person.cookies) }, name, wanted),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(
    statuses.filter((status) => status < 300),
    place,
  ).toHaveLength(1)
  expect(
    statuses.filter((status) => status === refused),
    place,
  ).toHaveLength(7)
}

/** The control: what is not the same request is done twice, and counted. */
async function expectTwoAreTwo(ground: Ground) {
  const { person, wanted } = await prepare(ground, 'reports.add', 1)
  const other = { ...wanted, body: { ...(wanted.body as object), id: ulid() } }
  const before = await rows(ground)
  for (const each of [wanted, other]) await call(ground.urls[0]!, person, 'reports.add', each)
  expect(difference(before, await rows(ground))).toEqual({ reports: 2 })
}

/** Cut off in the middle of the answer, then sent again to the server that has not seen it. */
async function loseAnswer(ground: Ground, proxy: CuttingProxy, name: string) {
  const { person, wanted, place } = await prepare(ground, name, 1)
  const before = await rows(ground)
  const sent = JSON.stringify(wanted.body).length
  proxy.cutAfter(sent + 700)
  const lost = await call(proxy.url, person, name, wanted).catch(() => null)
  expect(lost, `${place}: its answer came through`).toBeNull()
  proxy.mend()
  const answer = await call(ground.urls[1]!, person, name, wanted)
  expect(answer.status, `${place}: ${answer.body}`).toBe(200)
  expect(difference(before, await rows(ground)), place).toEqual(await effectOf(ground, name))
}

/** A guest with what the request needs; made through the first server. */
async function prepare(ground: Ground, name: string, times: number) {
  const person: Person = { cookies: new Map() }
  const [url] = ground.urls as [string]
  const ask = async (other: string, request?: Wanted) => {
    const { status, body } = await call(url, person, other, request ?? {})
    if (status >= 300) throw new Error(`${other}: ${status} ${body}`)
    return JSON.parse(body) as unknown
  }
  if (!specimens[name]!.alone)
    await ask('marks.set', { params: { id: 'reg-0001' }, body: { kind: 'parked', on: true } })
  const wanted = await specimens[name]!.make(ask, (purpose) => letter(ground, purpose))
  return { person, wanted, place: `${name}, ${times} times` }
}

async function call(
  url: string,
  { cookies }: Person,
  name: string,
  wanted: Wanted,
): Promise<Answer> {
  const { method, path } = specimens[name]!
  const address = path.replaceAll(/\[(\w+)\]/g, (_, key: string) => wanted.params?.[key] ?? '')
  const response = await fetch(url + address, {
    method,
    headers: {
      'Content-Type': 'application/json',
      Origin: url,
      Cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
    body: JSON.stringify(wanted.body),
  })
  const body = await response.text()
  for (const cookie of response.headers.getSetCookie()) {
    const [, key, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
    cookies.set(key!, value!)
  }
  return { status: response.status, body }
}

/** The dates of a card say when it was looked at. */
function steady(body: string): string {
  return body.replaceAll(/"(asOf|choices)":(\[[^\]]*\]|"[^"]*")/g, '')
}

async function rows({ pool }: Ground): Promise<Record<string, number>> {
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('limits', 'content_versions')`,
  )
  const counts = tables.rows.map(
    ({ name }) => `select '${name}' as name, count(*)::int as n from "${name}"`,
  )
  const found = await pool.query<{ name: string; n: number }>(counts.join(' union all '))
  return Object.fromEntries(found.rows.map(({ name, n }) => [name, n]))
}

function difference(before: Record<string, number>, after: Record<string, number>) {
  const changed = Object.keys(after).filter((table) => after[table] !== before[table])
  return Object.fromEntries(changed.map((table) => [table, after[table]! - before[table]!]))
}

/** As a letter would have brought it: the database keeps a hash of it. */
async function letter({ pool }: Ground, purpose: 'reset' | 'signUp'): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const email = `${ulid().toLowerCase()}@example.org`
  const pending = JSON.stringify({ name: null, passwordHash: PASSWORD_HASH })
  if (purpose === 'reset')
    await pool.query(`insert into users (id, email) values ($1, $2)`, [email, email])
  await pool.query(
    `insert into one_time_tokens (hash, purpose, user_id, email, pending, expires_at)
     values ($1, $2::"TokenPurpose", $3, $4, $5, now() + interval '1 hour')`,
    purpose === 'reset'
      ? [hash, purpose, email, null, null]
      : [hash, purpose, null, email, pending],
  )
  return token
}

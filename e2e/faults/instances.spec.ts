import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, type Page } from '@playwright/test'
import { withClient } from '#lib/boot/connection.mjs'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { loadBalancer } from './load-balancer.ts'
import { newReader, post } from './writers.ts'

// Three servers on one database, behind a load balancer that asks who is ready and never asks twice.
// R14: they are restarted one after the other under load, and nobody notices. R10: interviews that
// nobody came back to are closed once, by whichever is left. Sessions and limits are of all of them.
const RESTARTS = faultSize(2, 100)
// More than a server looks for at once, which is 50.
const INTERVIEWS = faultSize(60, 1000)
/** Seconds that a server goes on while it says that it is not ready: longer than three looks. */
const NOTICE = 3
/** From SIGTERM to the end, in ms. */
const STOPS_WITHIN = 10_000

test.describe.configure({ mode: 'serial' })

type Server = Awaited<ReturnType<typeof startServer>>
let database: Awaited<ReturnType<typeof migratedDatabase>>
let balancer: Awaited<ReturnType<typeof loadBalancer>>
const envs: Record<string, string>[] = []
const servers: Server[] = []

test.beforeAll(async () => {
  test.setTimeout(180_000)
  database = await migratedDatabase()
  const secret = randomBytes(32).toString('base64url')
  for (let nth = 0; nth < 3; nth++) {
    envs.push({
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      NEXTAUTH_SECRET: secret,
      STOP_NOTICE: String(NOTICE),
      TRUST_PROXY: '1',
    })
  }
  servers.push(...(await Promise.all(envs.map(startServer))))
  balancer = await loadBalancer(servers.map(({ url }) => url))
})

test.afterAll(async () => {
  await balancer?.close()
  for (const server of servers) await server.stop().catch(() => {})
  await database?.leave()
})

test('S3: who signs in with one server is signed in with the others, and out of all at once', async ({
  page,
}) => {
  const [first, second, third] = servers.map(({ url }) => url)
  await signUp(page, first!)
  // Cookies do not look at ports.
  for (const url of [second, third]) {
    const me = await page.request.get(`${url}/api/me`)
    expect((await me.json()).user).toMatchObject({ email: 'ada@example.org' })
  }
  const kept = await page.context().cookies()
  const { csrfToken } = await (await page.request.get(`${second}/api/auth/csrf`)).json()
  await page.request.post(`${second}/api/auth/signout`, {
    headers: { origin: second! },
    form: { csrfToken, json: 'true' },
  })
  // Also for who has kept a copy of the cookie.
  const Cookie = kept.map(({ name, value }) => `${name}=${value}`).join('; ')
  for (const url of [first, second, third]) {
    const me = await fetch(`${url}/api/me`, { headers: { Cookie } })
    expect((await me.json()).user).toBeFalsy()
  }
})

test('S4: tries to guess a password are counted by all servers together', async () => {
  const outcomes: string[] = []
  for (let nth = 0; nth < 12; nth++) outcomes.push(await guess(servers[nth % 3]!.url))
  expect(outcomes.slice(0, 10).every((each) => !each.includes('TooManyTries'))).toBe(true)
  expect(outcomes.slice(10)).toEqual([
    expect.stringContaining('TooManyTries'),
    expect.stringContaining('TooManyTries'),
  ])
})

test(`R14: ${RESTARTS} restarts under load, and not one request fails`, async () => {
  test.setTimeout(120_000 + RESTARTS * 30_000)
  const load = ask(balancer.url)
  for (let nth = 0; nth < RESTARTS; nth++) {
    const at = nth % servers.length
    const before = load.answered()
    const began = Date.now()
    const stopped = servers[at]!.stop()
    await sleep(NOTICE * 200)
    // Told to stop, it says so and goes on answering.
    const ready = await fetch(`${servers[at]!.url}/api/ready`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', failed: 'stopping' },
    ])
    expect((await fetch(`${servers[at]!.url}/api/health`)).status).toBe(200)
    await stopped
    expect(Date.now() - began).toBeLessThan(NOTICE * 1000 + STOPS_WITHIN)
    servers[at] = await startServer(envs[at]!)
    await expect.poll(() => balancer.ready(), { timeout: 60_000 }).toBe(servers.length)
    expect(load.answered()).toBeGreaterThan(before)
  }
  expect(load.failed()).toEqual([])
  // The control: one that is killed instead takes requests down with it, and they are counted.
  await servers[0]!.kill()
  await expect.poll(() => load.failed().length, { timeout: 10_000 }).toBeGreaterThan(0)
  await load.stop()
  console.log(`${RESTARTS} restarts, ${load.answered()} requests`)
  servers[0] = await startServer(envs[0]!)
})

test(`R10: ${INTERVIEWS} interviews that nobody came back to are closed once, though a server is killed`, async ({
  page,
}) => {
  const AT_ONCE = 200
  test.setTimeout(120_000 + (INTERVIEWS / AT_ONCE) * 120_000)
  await page.goto(`${servers[1]!.url}/mock/new?blueprint=1.forms~written_length~1`)
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await page.getByRole('textbox', { name: 'Your answer' }).fill('And then the train came.')
  await expect(page.locator('[data-saving]')).toHaveText('Saved')
  await page.close()
  let done = 0
  while (done < INTERVIEWS) {
    const count = Math.min(AT_ONCE, INTERVIEWS - done)
    const began = Date.now()
    await abandon(database.url, count, done)
    // In the middle of it one goes, which may hold a lock; the lock goes with its connection.
    await expect.poll(() => closed(), { timeout: 90_000, intervals: [20] }).not.toBe(done)
    await servers[0]!.kill()
    await expect.poll(() => closed(), { timeout: 90_000 }).toBe(done + count)
    expect(Date.now() - began).toBeLessThan(90_000)
    done += count
    servers[0] = await startServer(envs[0]!)
  }
  // Closed once: each has the one attempt and the one review that come of it.
  const theirs = 'where user_id in (select user_id from interviews)'
  expect(
    await query(`select (select count(*)::int from interviews where closed_at is not null) as interviews,
      (select count(*)::int from attempts ${theirs}) as attempts,
      (select count(*)::int from reviews ${theirs}) as reviews`),
  ).toEqual([{ interviews: INTERVIEWS, attempts: INTERVIEWS, reviews: INTERVIEWS }])
  // With what was saved, and nothing else.
  expect(await query(`select distinct response->>'text' as text from attempts ${theirs}`)).toEqual([
    { text: 'And then the train came.' },
  ])
})

/** Pages and answers, by several at once, through the load balancer. */
function ask(url: string) {
  let answered = 0
  const failed: string[] = []
  const over = new AbortController()
  const count = (what: string, status: number | null) => {
    answered += 1
    if (status !== 200) failed.push(`${what} ${status}`)
  }
  const all = newReader().then(async (reader) => {
    count('first', (await post(url, reader)).status)
    const askers = Array.from({ length: 6 }, async (_, nth) => {
      while (!over.signal.aborted) {
        if (nth === 0) count('post', (await post(url, reader)).status)
        else {
          const path = nth % 2 === 0 ? '/api/me' : '/questions/l1-vs-l2-regularization'
          count(path, await statusOf(url + path))
        }
        await sleep(10)
      }
    })
    await Promise.all(askers)
  })
  return {
    answered: () => answered,
    failed: () => failed,
    stop: () => {
      over.abort()
      return all
    },
  }
}

async function statusOf(url: string): Promise<number | null> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

/** Says where the answer to a wrong password leads. */
async function guess(url: string): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await asked.json()) as { csrfToken: string }
  const cookie = asked.headers.getSetCookie().map((each) => each.split(';', 1)[0])
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: url,
      Cookie: cookie.join('; '),
    },
    body: new URLSearchParams({
      csrfToken,
      email: 'somebody@example.org',
      password: 'a wrong password',
      json: 'true',
    }),
    redirect: 'manual',
  })
  return `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`
}

/** Makes so many more of the one interview there is, each with a reader of its own, and ends their time. */
async function abandon(url: string, count: number, done: number) {
  await withClient(url, async (client) => {
    const first = done === 0 ? 1 : 0
    for (let nth = first; nth < count; nth++) {
      const tag = `-${done + nth}`
      await client.query('begin')
      await copyRows(
        client,
        'users',
        `id in (select user_id from interviews where length(id) = 26)`,
        tag,
        ['id'],
      )
      await copyRows(client, 'interviews', ORIGINAL, tag, ['id', 'user_id'])
      await copyRows(client, 'interview_items', `interview_${ORIGINAL}`, tag, ['interview_id'])
      await copyRows(client, 'response_revisions', `interview_${ORIGINAL}`, tag, [
        'id',
        'interview_id',
      ])
      await client.query('commit')
    }
    await client.query(
      `update interviews set closes_at = now() - interval '13 seconds' where closed_at is null`,
    )
  })
}

/** The one that was taken in the browser: its id is a ULID, those of the copies are longer. */
const ORIGINAL = `id in (select id from interviews where length(id) = 26)`

async function copyRows(
  client: import('pg').Client,
  table: string,
  where: string,
  tag: string,
  renamed: string[],
) {
  const changes = renamed.map((name) => `'${name}', t.${name} || '${tag}'`).join(', ')
  const anew = {
    users: `|| jsonb_build_object('email', null)`,
    interviews: `|| jsonb_build_object('closed_at', null, 'closed_by', null)`,
  }[table]
  await client.query(
    `insert into ${table} select (jsonb_populate_record(null::${table},
       to_jsonb(t) || jsonb_build_object(${changes}) ${anew ?? ''})).* from ${table} t where ${where}`,
  )
}

async function closed(): Promise<number> {
  const [row] = await query('select count(*)::int as n from interviews where closed_at is not null')
  return row!['n']!
}

function query<Value = number>(sql: string): Promise<Record<string, Value>[]> {
  return withClient(database.url, async (client) => (await client.query(sql)).rows)
}

async function signUp(page: Page, url: string) {
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).not.toHaveURL(/sign-up/)
}

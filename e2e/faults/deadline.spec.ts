import { randomBytes } from 'node:crypto'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { ulid } from 'ulid'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { type CuttingProxy, cuttingProxy } from './cutting-proxy.ts'

// R9: answers that are on their way when the time is over. What has come before the end of the grace counts,
// what comes after does not, whatever held it up; the clock is the database's. That clocks of the reader's
// machine and of the server's change nothing is in e2e/mock-rules.spec.ts and lib/study/interviews.test.ts.

const HELD = faultSize(3, 100)

test.describe.configure({ mode: 'serial', timeout: 120_000 + HELD * 10_000 })

let database: Awaited<ReturnType<typeof migratedDatabase>>
let server: Awaited<ReturnType<typeof startServer>>
let proxy: CuttingProxy
let client: pg.Client

test.beforeAll(async () => {
  test.setTimeout(120_000)
  database = await migratedDatabase()
  server = await startServer({
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  })
  proxy = await cuttingProxy(server.url)
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})

test.afterAll(async () => {
  await client?.end()
  await proxy?.close()
  await server?.stop()
  await database?.leave()
})

test(`R9: held up by the network past the deadline, ${HELD} times: within the grace it counts, after it not`, async () => {
  for (let nth = 0; nth < HELD; nth++) {
    const interview = await start()
    expect(await interview.save('Before.', 0)).toEqual({ status: 200, seq: 1 })

    const inFlight = await heldUp(() => interview.save('In flight.', 1))
    await graceEnds(interview.id, 45)
    proxy.release()
    expect(await inFlight.reply).toEqual({ status: 200, seq: 2 })

    // The control: held up in the same manner, but for longer than the grace.
    const tooLate = await heldUp(() => interview.save('Too late.', 2))
    await graceEnds(interview.id, -1)
    proxy.release()
    expect(await tooLate.reply).toEqual({ status: 409, code: 'closed' })

    await graceEnds(interview.id, -15)
    expect(await interview.open()).toMatchObject({ closedBy: 'time', screens: [] })
    expect(await texts(interview.id)).toEqual(['Before.', 'In flight.'])
    const { rows } = await client.query(
      `select response->>'text' as text from attempts
       where user_id = (select user_id from interviews where id = $1)`,
      [interview.id],
    )
    expect(rows).toEqual([{ text: 'In flight.' }])
  }
})

test('R9: held up in the server itself until after the grace it counts, since it had come before', async () => {
  const interview = await start()
  // Who asks cannot be looked up for a moment, so its transaction begins after the end.
  await client.query('begin; lock table users in access exclusive mode')
  const reply = interview.save('Was here in time.', 0)
  await expect.poll(waiting, { intervals: [20] }).toBeGreaterThan(0)
  await client.query(
    `update interviews set deadline = clock_timestamp() - interval '60 s', closes_at = clock_timestamp()
     where id = $1`,
    [interview.id],
  )
  await client.query('commit')
  expect(await reply).toEqual({ status: 200, seq: 1 })
  // The control: what comes now is refused.
  expect(await interview.save('Came after.', 1)).toEqual({ status: 409, code: 'closed' })
  expect(await texts(interview.id)).toEqual(['Was here in time.'])
})

/** An interview of one question in words, of a new guest, by way of the proxy. */
async function start() {
  const id = ulid()
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    Origin: proxy.url,
  }
  const post = (path: string, body: object) =>
    fetch(`${proxy.url}/api/interviews${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
  const begun = await post('', { id, blueprint: '1.forms~written_length~1', seed: 7 })
  expect(begun.status).toBe(200)
  headers['Cookie'] = begun.headers.getSetCookie()[0]!.split(';', 1)[0]!
  return {
    id,
    /** @returns the number that it got, or why it was refused */
    async save(text: string, base: number) {
      const value = { response: text, confidence: null }
      const revision = { id: ulid(), position: 0, base, value, tab: 'tab-1' }
      const reply = await post(`/${id}/responses`, revision)
      const body = (await reply.json()) as { seq?: number; error?: { code: string } }
      return { status: reply.status, ...(body.error ? { code: body.error.code } : body) }
    },
    async open(): Promise<unknown> {
      return (await fetch(`${proxy.url}/api/interviews/${id}`, { headers })).json()
    },
  }
}

/** Begins a save, and holds it before it has reached the server. */
async function heldUp<Reply>(save: () => Promise<Reply>): Promise<{ reply: Promise<Reply> }> {
  proxy.hold()
  const reply = save()
  await expect.poll(() => proxy.held(), { intervals: [20] }).toMatch(/^POST \S+\/responses /m)
  return { reply }
}

/** The end of the grace, in so many seconds from the database's now. */
async function graceEnds(id: string, seconds: number) {
  await client.query(
    `update interviews set closes_at = now() + make_interval(secs => $2),
       deadline = now() + make_interval(secs => $2 - 60) where id = $1`,
    [id, seconds],
  )
}

async function texts(id: string): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(
    `select value->>'response' as text from response_revisions where interview_id = $1 order by seq`,
    [id],
  )
  return rows.map(({ text }) => text)
}

/** How many statements wait for a lock. */
async function waiting(): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`,
  )
  return rows[0]!.n
}

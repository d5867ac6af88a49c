import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { ulid } from 'ulid'
import { temporaryDatabase } from '#lib/boot/database.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { compare, type Sent } from './journal.ts'

// R1: the server is killed (SIGKILL) in the middle of writes, again and again. What it had
// acknowledged is there, whole, and nothing else is. 5 times here; CRASH_CYCLES=25 before a release.
const CYCLES = Number(process.env['CRASH_CYCLES'] ?? 5)
const WRITERS = 8
const QUESTION = 'content/questions/regularization/l1-vs-l2-regularization.mdx'
const NOTHING = { lost: [], phantom: [], torn: [] }

test(`nothing acknowledged is lost in ${CYCLES} kills of the server`, async () => {
  test.setTimeout(60_000 + CYCLES * 20_000)
  const database = await temporaryDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  // It outlives the servers, but not the database, whose end it need not be told.
  pool.on('error', () => {})
  try {
    const env = {
      DATABASE_URL: database.url,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    }
    const sent: Sent[] = []
    const reader: Reader = { cookie: null, contentHash: await hashOfQuestion() }
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      sent.push(...(await writeUntilKilled(await startServer(env), reader)))
      expect(compare(sent, await stored(pool)), `after kill ${cycle + 1}`).toEqual(NOTHING)
    }
    const acknowledged = sent.filter(({ isAcknowledged }) => isAcknowledged)
    // Each kill came in the middle: there were requests before it, and some that it cut off.
    expect(acknowledged.length).toBeGreaterThan(CYCLES * WRITERS)
    expect(sent.length).toBeGreaterThan(acknowledged.length)
    console.log(`${CYCLES} kills, ${acknowledged.length} of ${sent.length} requests acknowledged`)

    await expectRepeatIsHarmless(await startServer(env), reader, acknowledged, pool)
    await expectComparisonCanFail(pool, sent, acknowledged[0]?.ids[0] ?? '')
  } finally {
    await pool.end()
    await database.leave()
  }
})

type Server = Awaited<ReturnType<typeof startServer>>
type Reader = { cookie: string | null; contentHash: string }

/** Several at once, each sending its next request as soon as it has the answer to the last. */
async function writeUntilKilled(server: Server, reader: Reader): Promise<Sent[]> {
  const sent: Sent[] = []
  // The first answer names the guest whom all the others then write for.
  sent.push(await send(server, reader, [ulid(), ulid()]))
  const killed = new AbortController()
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!killed.signal.aborted) sent.push(await send(server, reader, [ulid(), ulid(), ulid()]))
  })
  // Counted in answers and not in seconds, so that a slow machine kills in the middle as well.
  const enough = 10 + Math.random() * 50
  while (sent.length < enough) await sleep(2)
  await sleep(Math.random() * 20)
  await server.kill()
  killed.abort()
  await Promise.all(writers)
  return sent
}

async function send({ url }: Server, reader: Reader, ids: string[]): Promise<Sent> {
  const { contentHash } = reader
  const attempts = ids.map((id) => ({
    id,
    itemId: 'reg-0001/answer',
    contentHash,
    response: { text: `written as ${id}`, skipped: false },
    confidence: 2,
    elapsedMs: 1234,
  }))
  try {
    const answer = await fetch(`${url}/api/attempts`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: url,
        ...(reader.cookie && { Cookie: reader.cookie }),
      },
      body: JSON.stringify({ attempts }),
    })
    const body = (await answer.json()) as { results?: { id: string; stored: boolean }[] }
    reader.cookie ??= answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? null
    expect([answer.status, body]).toEqual([
      200,
      { results: ids.map((id) => expect.objectContaining({ id, stored: true })) },
    ])
    return { ids, isAcknowledged: true }
  } catch (error) {
    // Cut off: the connection was reset, or refused, or ended in the middle of the answer.
    if (error instanceof TypeError || error instanceof SyntaxError) {
      return { ids, isAcknowledged: false }
    }
    throw error
  }
}

/** A client that lost the answer sends again: the same answer, and no second row. */
async function expectRepeatIsHarmless(server: Server, reader: Reader, sent: Sent[], pool: pg.Pool) {
  const before = await stored(pool)
  for (const { ids } of sent.slice(-3)) {
    expect(await send(server, reader, ids)).toEqual({ ids, isAcknowledged: true })
  }
  expect(await stored(pool)).toEqual(before)
  await server.stop()
}

/** The comparison is worth something only if it sees a loss, and a row from nowhere. */
async function expectComparisonCanFail(pool: pg.Pool, sent: Sent[], id: string) {
  await pool.query('delete from attempts where id = $1', [id])
  expect(compare(sent, await stored(pool))).toEqual({ lost: [id], phantom: [], torn: [id] })
  const nobodys = new Set([...(await stored(pool)), 'from nowhere'])
  expect(compare(sent, nobodys).phantom).toEqual(['from nowhere'])
}

async function stored(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>('select id from attempts')
  return new Set(rows.map(({ id }) => id))
}

async function hashOfQuestion() {
  const text = (await readFile(QUESTION, 'utf8')).replaceAll('\r\n', '\n')
  return createHash('sha256').update(text).digest('hex')
}

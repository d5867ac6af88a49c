import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { compare } from './journal.ts'
import { newReader, post, type Posted, type Reader, stored } from './writers.ts'

// R1: of two servers on one database one is killed (SIGKILL) in the middle of writes, again and again.
// What either had acknowledged is there, whole, and nothing else is; the other goes on.
const CYCLES = faultSize(5, 1000)
const WRITERS = 8
const NOTHING = { lost: [], phantom: [], torn: [] }

type Server = Awaited<ReturnType<typeof startServer>>

test(`R1: nothing acknowledged is lost in ${CYCLES} kills of one of two servers`, async () => {
  test.setTimeout(90_000 + CYCLES * 20_000)
  const database = await migratedDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  // It outlives the servers, but not the database, whose end it need not be told.
  pool.on('error', () => {})
  const common = {
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  const spare = async () => startServer({ ...common, PORT: String(await freePort()) })
  const servers: Server[] = []
  let next = spare()
  try {
    servers.push(...(await Promise.all([spare(), spare()])))
    const sent: Posted[] = []
    const reader = await newReader()
    // The first answer names the guest whom all the others then write for.
    sent.push(await post(servers[0]!.url, reader))
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const victim = Math.random() < 0.5 ? 0 : 1
      sent.push(...(await writeThroughKill(servers, victim, reader)))
      expect(compare(sent, await stored(pool)), `after kill ${cycle + 1}`).toEqual(NOTHING)
      // Another takes its place, and while it writes the next one gets ready.
      servers[victim] = await next
      next = spare()
    }
    const acknowledged = sent.filter(({ isAcknowledged }) => isAcknowledged)
    // Each kill came in the middle: there were requests before it, and some that it cut off.
    expect(acknowledged.length).toBeGreaterThan(CYCLES * WRITERS)
    expect(sent.length).toBeGreaterThan(acknowledged.length)
    console.log(`${CYCLES} kills, ${acknowledged.length} of ${sent.length} requests acknowledged`)
    await expectRepeatIsHarmless(servers[0]!, reader, acknowledged, pool)
    await expectComparisonCanFail(pool, sent, acknowledged[0]?.ids[0] ?? '')
  } finally {
    // Also when one of them has just been killed.
    await Promise.allSettled([...servers, next].map(async (server) => (await server).stop()))
    await pool.end()
    await database.leave()
  }
})

/** Several at once, half of them with each server; the other goes on acknowledging after the kill. */
async function writeThroughKill(servers: Server[], victim: number, reader: Reader) {
  const sent: Posted[] = []
  const strange: Posted[] = []
  const over = new AbortController()
  const writers = Array.from({ length: WRITERS }, async (_, nth) => {
    while (!over.signal.aborted) {
      const answer = await post(servers[nth % 2]!.url, reader)
      sent.push(answer)
      const isVictims = nth % 2 === victim
      // On a busy machine a server may ask to come back; only the killed one may be gone.
      const may = [200, 503, ...(isVictims ? [null] : [])]
      if (!may.includes(answer.status)) strange.push(answer)
      if (isVictims && answer.status === null) return
      if (!answer.isAcknowledged) await sleep(50)
    }
  })
  // Counted in answers and not in seconds, so that a slow machine kills in the middle as well.
  const enough = 10 + Math.random() * 50
  while (sent.length < enough) await sleep(2)
  await sleep(Math.random() * 20)
  await servers[victim]!.kill()
  const saved = () => sent.filter(({ isAcknowledged }) => isAcknowledged).length
  const before = saved()
  while (saved() < before + WRITERS) await sleep(2)
  over.abort()
  await Promise.all(writers)
  expect(strange).toEqual([])
  return sent
}

/** A client that lost the answer sends again, also to the other server: the same answer, no second row. */
async function expectRepeatIsHarmless(
  { url }: Server,
  reader: Reader,
  sent: Posted[],
  pool: pg.Pool,
) {
  const before = await stored(pool)
  for (const { ids } of sent.slice(-3)) {
    expect(await post(url, reader, ids)).toMatchObject({ ids, isAcknowledged: true })
  }
  expect(await stored(pool)).toEqual(before)
}

/** The control: the comparison is worth something only if it sees a loss, and a row from nowhere. */
async function expectComparisonCanFail(pool: pg.Pool, sent: Posted[], id: string) {
  await pool.query('delete from attempts where id = $1', [id])
  expect(compare(sent, await stored(pool))).toEqual({ lost: [id], phantom: [], torn: [id] })
  const nobodys = new Set([...(await stored(pool)), 'from nowhere'])
  expect(compare(sent, nobodys).phantom).toEqual(['from nowhere'])
}

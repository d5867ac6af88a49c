import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { canLogIn, withClient } from '#lib/boot/connection.mjs'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { compare } from './journal.ts'
import { newReader, post as postTo, type Posted, type Reader, stored } from './writers.ts'

// R2: PostgreSQL is killed (SIGKILL) under load: one of its backends, its postmaster, or all of it at
// once. Through HTTP: nothing acknowledged is lost, who asks meanwhile is told when to come back, and
// the server finds its way back alone. The control: with synchronous_commit off the same driver, in the
// same way, must report losses.
const CYCLES = faultSize(5, 1000)
const WRITERS = 6
/** After the database lets anybody in again, in ms. */
const BACK_WITHIN = 5000
const NOTHING = { lost: [], phantom: [], torn: [] }
const WAYS = ['all', 'backend', 'postmaster'] as const

test(`R2: nothing acknowledged is lost in ${CYCLES} kills of the database`, async () => {
  test.setTimeout(90_000 + CYCLES * 40_000)
  const site = await ground()
  const waits: number[] = []
  try {
    site.database.watch(() => {})
    const writers = write(site)
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      await moreAnswers(writers, 30)
      const way = WAYS[cycle % WAYS.length]!
      await kill(site.database.url, way)
      while ((await canLogIn(site.database.url)) !== null) await sleep(20)
      const back = Date.now()
      const before = writers.acknowledged()
      const wait = () => Date.now() - back
      // `expect` keeps each time it is asked, and looks through all of them: it is asked once a kill.
      while (writers.acknowledged() === before && wait() < BACK_WITHIN) await sleep(10)
      waits.push(wait())
      expect(waits.at(-1), `after ${way} ${cycle + 1}`).toBeLessThan(BACK_WITHIN)
    }
    await moreAnswers(writers, 30)
    await writers.stop()
    expect(compare(writers.sent, await rows(site.database.url))).toEqual(NOTHING)
    const refused = writers.sent.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    // What was not foreseen stands in the log, by its code.
    const unforeseen = site.server
      .output()
      .split('\n')
      .filter((line) => line.includes('"err"'))
    expect(unforeseen).toEqual([])
    // Thousands, and all alike but for the number of the request.
    const answers = new Map(
      refused.map(({ status, text, retryAfter }) => {
        const alike = text.replace(/[\da-f]{8}-[\da-f-]{27}/, 'id')
        return [`${status} ${retryAfter} ${alike}`, { status, text, retryAfter }]
      }),
    )
    for (const { status, text, retryAfter } of answers.values()) {
      expect([status, text]).toEqual([503, expect.stringContaining('"database-away"')])
      expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(text).not.toMatch(/\n\s+at |node_modules|postgres(ql)?:/)
    }
    const slowest = Math.max(...waits)
    console.log(
      `${CYCLES} kills, ${writers.acknowledged()} of ${writers.sent.length} requests ` +
        `acknowledged, ${refused.length} told to come back; serving again after at most ${slowest} ms`,
    )
  } finally {
    await site.server.stop()
    await site.database.leave()
  }
})

test('R2: the control, with synchronous_commit off 1 kill loses what was acknowledged', async () => {
  test.setTimeout(120_000)
  const site = await ground()
  try {
    // A server refuses to start on such a database, so it is changed under it.
    await withClient(site.database.url, async (client) => {
      await client.query('alter system set synchronous_commit = off')
      await client.query(`alter system set wal_writer_delay = '10s'`)
      await client.query('select pg_reload_conf()')
    })
    const writers = write(site)
    await moreAnswers(writers, 100)
    await kill(site.database.url, 'all')
    await writers.stop()
    site.database.watch(() => {})
    while ((await canLogIn(site.database.url)) !== null) await sleep(20)
    const { lost, phantom } = compare(writers.sent, await rows(site.database.url))
    expect(phantom).toEqual([])
    expect(lost.length).toBeGreaterThan(0)
    console.log(`with synchronous_commit off: ${lost.length} attempts lost of 1 kill`)
  } finally {
    await site.server.stop()
    await site.database.leave()
  }
})

type Site = Awaited<ReturnType<typeof ground>>

async function ground() {
  const database = await migratedDatabase()
  const server = await startServer({
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  })
  return { database, server }
}

/** Each sends its next request when it has the answer to the last, a refused one a moment later. */
function write({ server }: Site) {
  const sent: Posted[] = []
  let acknowledged = 0
  const post = async (reader: Reader) => {
    const answer = await postTo(server.url, reader)
    sent.push(answer)
    if (answer.isAcknowledged) acknowledged++
    return answer
  }
  const over = new AbortController()
  const all = newReader().then(async (reader) => {
    await post(reader)
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!over.signal.aborted) {
        const answer = await post(reader)
        if (!answer.isAcknowledged) await sleep(50)
      }
    })
    await Promise.all(writers)
  })
  return {
    sent,
    /** so many; counted, since it is asked for a hundred times a second */
    acknowledged: () => acknowledged,
    stop: () => {
      over.abort()
      return all
    },
  }
}

/** Waits in answers and not in seconds, so that a slow machine is killed in the middle as well. */
async function moreAnswers({ acknowledged }: ReturnType<typeof write>, count: number) {
  const until = acknowledged() + count
  while (acknowledged() < until) await sleep(5)
  await sleep(Math.random() * 20)
}

/** Without a farewell to anybody, as when memory runs out. */
async function kill(url: string, way: (typeof WAYS)[number]) {
  const { postmaster, others, backends } = await withClient(url, async (client) => {
    const { rows: folder } = await client.query('show data_directory')
    const { rows: pids } = await client.query(
      `select pid, backend_type = 'client backend' as "isClient" from pg_stat_activity
       where pid <> pg_backend_pid()`,
    )
    const file = `${folder[0].data_directory}/postmaster.pid`
    return {
      postmaster: Number.parseInt(readFileSync(file, 'utf8'), 10),
      others: pids.map(({ pid }) => Number(pid)),
      backends: pids.filter(({ isClient }) => isClient).map(({ pid }) => Number(pid)),
    }
  })
  const victims = { all: [postmaster, ...others], postmaster: [postmaster], backend: backends }[way]
  for (const pid of way === 'backend' ? victims.slice(0, 1) : victims) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

async function rows(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  pool.on('error', () => {})
  try {
    return await stored(pool)
  } finally {
    await pool.end()
  }
}

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import pg from 'pg'
import { temporaryDatabase } from '#lib/boot/database.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'

// R3 and R10 for an interview: its database is killed under its reader, and its reader never comes
// back. Nothing typed is lost, and it is closed once. What happens without the copy on the device is in
// e2e/mock.spec.ts, beside the journey without the network.

const ONE = '/mock/new?blueprint=1.forms~written_length~1'
const RESTARTS = Number(process.env['MOCK_RESTARTS'] ?? 3)

test(`the database is killed ${RESTARTS} times under an interview: text stays, and is saved`, async ({
  page,
}) => {
  test.setTimeout(90_000 + RESTARTS * 40_000)
  const { database, server } = await ground()
  try {
    await begin(page, server.url)
    const field = page.getByRole('textbox', { name: 'Your answer' })
    await field.fill('Before.')
    await expect(status(page)).toHaveText('Saved')
    for (let nth = 1; nth <= RESTARTS; nth++) {
      await killPostmaster(database.url)
      await field.fill(`Typed in outage ${nth}.`)
      if (nth === 1) {
        await expect(status(page)).toHaveText('Not saved yet (kept on this device)')
        database.watch(() => {}) // which brings it back from now on
      }
      await expect(status(page)).toHaveText('Saved', { timeout: 45_000 })
      await expect(field).toHaveValue(`Typed in outage ${nth}.`)
      expect(await newest(database.url)).toBe(`Typed in outage ${nth}.`)
    }
    // What was acknowledged is one row each: no retry has been counted twice.
    const texts = await query<{ text: string }>(
      database.url,
      `select value->>'response' as text from response_revisions order by seq`,
    )
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length)
    expect(server.output()).not.toContain('Typed in outage')
  } finally {
    await server.stop()
    await database.leave()
  }
})

test('an interview that nobody comes back to is closed once, by whichever server is left', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { database, server, env } = await ground()
  const others = [
    await startServer({ ...env, PORT: String(await freePort()) }),
    await startServer({ ...env, PORT: String(await freePort()) }),
  ]
  try {
    await begin(page, server.url)
    await page.getByRole('textbox', { name: 'Your answer' }).fill('And then the train came.')
    await expect(status(page)).toHaveText('Saved')
    await page.close()
    // The one that it was taken on is killed; nobody has asked the others for anything.
    await server.kill()
    expect(await closed(database.url)).toEqual([{ closed: false, attempts: 0 }])
    await query(database.url, `update interviews set closes_at = now() - interval '1 second'`)
    await expect
      .poll(() => closed(database.url), { timeout: 60_000 })
      .toEqual([{ closed: true, attempts: 1 }])
    const [row] = await query<{ text: string; reviews: number }>(
      database.url,
      `select response->>'text' as text, (select count(*)::int from reviews) as reviews from attempts`,
    )
    expect(row).toEqual({ text: 'And then the train came.', reviews: 1 })
  } finally {
    for (const other of others) await other.stop()
    await database.leave()
  }
})

async function ground() {
  const database = await temporaryDatabase()
  const env = {
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  return { database, env, server: await startServer(env) }
}

async function begin(page: Page, url: string) {
  await page.goto(url + ONE)
  await expect(page.getByText(/^1 question, [\d.]+ minutes?$/)).toBeVisible()
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await expect(page.getByText(/^Question 1 of 1/)).toBeVisible()
}

function status(page: Page) {
  return page.locator('[data-saving]')
}

async function newest(url: string): Promise<string | undefined> {
  const [row] = await query<{ text: string }>(
    url,
    `select value->>'response' as text from response_revisions order by seq desc limit 1`,
  )
  return row?.text
}

function closed(url: string) {
  return query<{ closed: boolean; attempts: number }>(
    url,
    `select closed_at is not null as closed,
            (select count(*)::int from attempts) as attempts from interviews`,
  )
}

/** SIGKILL, as when memory runs out: no farewell to its clients. */
async function killPostmaster(url: string) {
  const [row] = await query<{ setting: string }>(url, 'show data_directory')
  const folder = Object.values(row!)[0]
  const [pid] = (await readFile(`${folder}/postmaster.pid`, 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  client.on('error', () => {})
  const { rows } = await client.query<Row>(sql)
  await client.end()
  return rows
}

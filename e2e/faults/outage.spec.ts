import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import pg from 'pg'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'

// The database dies under a reader, and the server is restarted between two visits: R2 and R3 for one
// reader. Pages go on, writes say so, nothing typed is lost, and everything recovers by itself.

const QUESTION = '/questions/l1-vs-l2-regularization'

test('R2 and R3: the database goes away and comes back: pages serve, writes wait, nothing is lost', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const { database, env } = await ground()
  const server = await startServer(env)
  try {
    await page.goto(server.url + QUESTION)
    await page.locator('#your-answer textarea').fill('Before the outage.')
    await expect(page.locator('#your-answer')).toContainText('Draft saved')

    await killPostmaster(database.url)
    expect((await request.get(server.url + QUESTION)).status()).toBe(200)
    // A process of the database lives until it looks up from what it is doing: some milliseconds.
    const health = async () => (await request.get(`${server.url}/api/health`)).status()
    await expect.poll(health).toBe(503)
    const unready = await request.get(`${server.url}/api/ready`)
    expect([unready.status(), await unready.json()]).toEqual([
      503,
      { status: 'not ready', failed: 'database' },
    ])
    // The control: it is really away, and nothing is said to be saved that is not.
    const write = await request.put(`${server.url}/api/me/questions/reg-0001/draft`, {
      headers: { origin: server.url },
      data: { base: 0, text: 'x' },
    })
    expect(write.status()).toBe(503)
    expect(Number(write.headers()['retry-after'])).toBeGreaterThan(0)
    const { error } = await write.json()
    expect(error).toEqual({
      code: 'database-away',
      message: expect.stringMatching(/cannot be reached.*kept on this device/),
    })

    await page.locator('#your-answer textarea').fill('Typed during the outage.')
    await expect(page.locator('#your-answer')).toContainText('kept on this device')
    await page.getByRole('button', { name: 'Show the short answer' }).click()
    await expect(page.locator('#your-answer')).toContainText('Not saved yet')
    await expect(page.locator('#short-answer')).toBeVisible()

    database.watch(() => {})
    await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /, { timeout: 45_000 })
    expect((await request.get(`${server.url}/api/health`)).status()).toBe(200)
    expect((await request.get(`${server.url}/api/ready`)).status()).toBe(200)
    expect(await answers(database.url)).toEqual(['Typed during the outage.'])
    expect(server.output()).not.toContain('Typed during the outage')
  } finally {
    await server.stop()
    await database.leave()
  }
})

test('R3: after a restart of the server the reader is signed in and finds everything', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { database, env } = await ground()
  let server = await startServer(env)
  try {
    await page.goto(server.url + QUESTION)
    await page.locator('#your-answer textarea').fill('Written before the restart.')
    await page.getByRole('button', { name: 'Show the short answer' }).click()
    await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
    await signUp(page, server.url)
    await server.stop()
    server = await startServer(env)
    await page.goto(server.url + QUESTION)
    await expect(page.locator('#your-answer blockquote')).toHaveText('Written before the restart.')
    const me = await page.request.get(`${server.url}/api/me`)
    expect((await me.json()).user).toMatchObject({ email: 'ada@example.org' })
  } finally {
    await server.stop()
    await database.leave()
  }
})

async function ground() {
  const database = await migratedDatabase()
  const env = {
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  return { database, env }
}

/** SIGKILL, as when memory runs out: no farewell to its clients. */
async function killPostmaster(url: string) {
  const [row] = await query<{ setting: string }>(url, 'show data_directory')
  const folder = Object.values(row!)[0]
  const [pid] = (await readFile(`${folder}/postmaster.pid`, 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

async function answers(url: string): Promise<string[]> {
  const rows = await query<{ text: string }>(url, `select response->>'text' as text from attempts`)
  return rows.map(({ text }) => text)
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  client.on('error', () => {})
  const { rows } = await client.query<Row>(sql)
  await client.end()
  return rows
}

async function signUp(page: Page, url: string) {
  await page.goto(`${url}/sign-up`)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).not.toHaveURL(/sign-up/)
}

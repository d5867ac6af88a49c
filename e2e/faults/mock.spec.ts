import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Browser, expect, test, type Page } from '@playwright/test'
import pg from 'pg'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { goAndComeBack } from './come-back.ts'
import { cuttingProxy } from './cutting-proxy.ts'
import { punctual, type Punctual } from './punctual.ts'

// R3, R7 and R8 for an interview: its database is killed under its reader, its network is cut in the middle
// of a message, and its tab goes. Nothing typed is lost. That it is closed when its reader never comes back
// is in instances.spec.ts; what happens without the copy on the device in e2e/mock-rules.spec.ts, beside the
// journey without the network.

// Without a clock: at full size it takes longer than any interview.
const ONE = '/mock/new?blueprint=1.clock~none_forms~written_length~1'
const RESTARTS = faultSize(3, 500)
const CUTS = faultSize(20, 5000)
/** At once: most of a cut is waiting. */
const READERS = CUTS > 100 ? 3 : 1
const CRASHES = faultSize(12, 300)

test(`R3: the database is killed ${RESTARTS} times under an interview: text stays, and is saved`, async ({
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

test(`R7: the network is cut ${CUTS} times in the middle of a message: nothing typed is lost`, async ({
  browser,
}) => {
  test.setTimeout(90_000 + CUTS * 15_000)
  const { database, server } = await ground()
  const each = Math.ceil(CUTS / READERS)
  try {
    const waits = { told: punctual(2_000), saved: punctual(3_000) }
    const told = await Promise.all(
      Array.from({ length: READERS }, (_, reader) =>
        cutAgainAndAgain(browser, server.url, database.url, `reader${reader}`, each, waits),
      ),
    )
    // The control: there were cuts that cost a receipt.
    expect(Math.min(...told)).toBeGreaterThan(0)
    const { told: said, saved } = waits
    console.log(`${each * READERS} cuts; told: ${said.judge()}; saved: ${saved.judge()}`)
    // What had arrived without its receipt is not stored a second time.
    const [row] = await query<{ rows: number; texts: number }>(
      database.url,
      `select count(*)::int as rows, count(distinct value->>'response')::int as texts
       from response_revisions`,
    )
    expect(row).toEqual({ rows: each * READERS, texts: each * READERS })
  } finally {
    await server.stop()
    await database.leave()
  }
})

/** A reader, who begins each text with `name`, is cut off `cuts` times. @returns how often it was told so */
async function cutAgainAndAgain(
  browser: Browser,
  serverUrl: string,
  databaseUrl: string,
  name: string,
  cuts: number,
  waits: Record<'told' | 'saved', Punctual>,
) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const proxy = await cuttingProxy(serverUrl)
  try {
    await begin(page, proxy.url)
    const field = page.getByRole('textbox', { name: 'Your answer' })
    let [words, told]: [string[], number] = [[], 0]
    for (let nth = 1; nth <= cuts; nth++) {
      // From the first byte of the request to somewhere in the reply: stored or not, it is not known.
      proxy.cutAfter(1 + ((nth * 617) % 2600))
      // The last hundred: an answer has an end, and the full size has not.
      words = [...words.slice(-99), `word${nth}`]
      const text = [name, ...words].join(' ')
      await field.fill(text)
      await waits.told.wait((timeout) =>
        status(page)
          .filter({ hasText: /^\s*(Not saved yet|Saved\s*$)/ })
          .waitFor({ timeout }),
      )
      if ((await status(page).textContent()) !== 'Saved') told++
      proxy.mend()
      await waits.saved.wait((timeout) =>
        status(page)
          .filter({ hasText: /^\s*Saved\s*$/ })
          .waitFor({ timeout }),
      )
      await expect(field).toHaveValue(text)
      expect(await newest(databaseUrl, name)).toBe(text)
    }
    return told
  } finally {
    await proxy.close()
    await context.close()
  }
}

test(`R8: the tab goes ${CRASHES} times, in four ways: answer, place and time come back`, async ({
  page: first,
  context,
}) => {
  test.setTimeout(90_000 + CRASHES * 10_000)
  const { database, server } = await ground()
  try {
    await first.goto(`${server.url}/mock/new?blueprint=1.forms~written_length~3`)
    await first.getByRole('button', { name: 'Start the interview' }).click()
    await expect(first.getByText(/^Question 1 of 3/)).toBeVisible()
    let page = first
    const written = ['', '', '']
    for (let nth = 0; nth < CRASHES; nth++) {
      const at = nth % 3
      await page
        .getByRole('navigation', { name: 'This interview' })
        .getByRole('button')
        .nth(at)
        .click()
      await expect(page.getByText(new RegExp(`^Question ${at + 1} of 3`))).toBeVisible()
      const field = page.getByRole('textbox', { name: 'Your answer' })
      written[at] = `${written[at]} round${nth}`.trim()
      await field.fill(written[at])
      const before = seconds((await page.getByRole('timer').textContent())!)
      const since = Date.now()
      page = await goAndComeBack(page, nth, context)
      await expect(page.getByText(new RegExp(`^Question ${at + 1} of 3`))).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue(written[at])
      await expect(status(page)).toHaveText('Saved')
      const gone = before - seconds((await page.getByRole('timer').textContent())!)
      expect(Math.abs(gone - (Date.now() - since) / 1000)).toBeLessThan(2.5)
    }
  } finally {
    await server.stop()
    await database.leave()
  }
})

/** "19:58" in seconds. */
function seconds(face: string): number {
  return face.split(':').reduce((sum, part) => 60 * sum + Number(part), 0)
}

async function ground() {
  const database = await migratedDatabase()
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

/** The text that was stored last, of those that begin so. */
async function newest(url: string, beginning = ''): Promise<string | undefined> {
  const [row] = await query<{ text: string }>(
    url,
    `select value->>'response' as text from response_revisions
     where starts_with(value->>'response', $1) order by seq desc limit 1`,
    [beginning],
  )
  return row?.text
}

/** SIGKILL, as when memory runs out: no farewell to its clients. */
async function killPostmaster(url: string) {
  const [row] = await query<{ setting: string }>(url, 'show data_directory')
  const folder = Object.values(row!)[0]
  const [pid] = (await readFile(`${folder}/postmaster.pid`, 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  client.on('error', () => {})
  const { rows } = await client.query<Row>(sql, values)
  await client.end()
  return rows
}

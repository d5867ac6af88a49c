import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { temporaryDatabase } from '#lib/boot/database.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'

// What an operator sees: every answer has its headers and its id (S6), metrics are there by token and
// name nobody, and the log holds nothing that a reader wrote or is known by (S11).
const TOKEN = randomBytes(24).toString('base64url')
/** Words that stand for what must not get out; none occurs by itself. */
const CANARY = {
  answer: 'qzanswerqz',
  note: 'qznoteqz',
  email: 'qzmailqz@example.org',
  password: 'qzpasswordqz 42',
  search: 'qzsearchqz',
  agent: 'qzagentqz',
}

test.describe.configure({ mode: 'serial' })

let database: Awaited<ReturnType<typeof temporaryDatabase>>
let server: Awaited<ReturnType<typeof startServer>>

test.beforeAll(async () => {
  test.setTimeout(120_000)
  database = await temporaryDatabase()
  server = await startServer({
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: undefined,
    METRICS_TOKEN: TOKEN,
    LOG_LEVEL: 'debug',
  })
})

test.afterAll(async () => {
  await server?.stop()
  await database?.leave()
})

test('the metrics are shown to who has the token, and to nobody else', async () => {
  const url = `${server.url}/api/metrics`
  const ask = (authorization?: string) =>
    fetch(url, { headers: { ...(authorization && { authorization }) } })
  expect((await ask()).status).toBe(401)
  expect((await ask()).headers.get('www-authenticate')).toBe('Bearer')
  for (const wrong of [`Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`, 'Bearer x']) {
    expect((await ask(wrong)).status).toBe(403)
  }
  await fetch(`${server.url}/questions/l1-vs-l2-regularization?q=${CANARY.search}`)
  // The look for overdue interviews comes every 20 seconds.
  await expect
    .poll(async () => (await ask(`Bearer ${TOKEN}`)).text(), { timeout: 30_000, intervals: [1000] })
    .toMatch(/^ridgeline_sweeps_total\{result="ok"\} [1-9]/m)
  const answer = await ask(`Bearer ${TOKEN}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  for (const line of [
    /^ridgeline_http_requests_total\{route="\/questions\/\[slug\]",status="2xx"\} [1-9]/m,
    /^ridgeline_http_requests_total\{route="\/api\/metrics",status="4xx"\} 5$/m,
    /^ridgeline_http_request_seconds_bucket\{le="0\.25",route="\/questions\/\[slug\]"\} \d/m,
    /^ridgeline_database_connections [1-9]/m,
    /^ridgeline_database_waiting 0$/m,
    /^ridgeline_database_up 1$/m,
    /^ridgeline_interviews_open 0$/m,
    /^ridgeline_interviews_overdue 0$/m,
    /^nodejs_eventloop_lag_p99_seconds \d/m,
    /^process_resident_memory_bytes \d{7}/m,
  ]) {
    expect(text).toMatch(line)
  }
  expect(text).not.toContain(CANARY.search)
  // Of ours: no label that could tell one reader from another.
  const labels = [...text.matchAll(/^ridgeline_\w+\{([^}]*)\}/gm)].flatMap(([, all = '']) =>
    [...all.matchAll(/(\w+)="/g)].map(([, name]) => name),
  )
  expect([...new Set(labels)].toSorted()).toEqual(['le', 'result', 'route', 'status'])
})

test('without a token set there is no such page', async () => {
  const other = await startServer({
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    METRICS_TOKEN: '',
  })
  try {
    const answer = await fetch(`${other.url}/api/metrics`, {
      headers: { authorization: 'Bearer ' },
    })
    expect(answer.status).toBe(404)
  } finally {
    await other.stop()
  }
})

test('a setting that is wrong ends the start, with its name', async () => {
  const starting = startServer({
    DATABASE_URL: database.url,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    METRICS_TOKEN: 'short',
  })
  await expect(starting).rejects.toThrow(/METRICS_TOKEN must be at least 16 characters/)
})

test('S11: the log tells each request by its id, and nothing of what readers write or are called', async ({
  page,
}) => {
  await page.setExtraHTTPHeaders({ 'X-Request-Id': CANARY.agent })
  await page.goto(`${server.url}/questions/l1-vs-l2-regularization`)
  await page.locator('#your-answer textarea').fill(`First ${CANARY.answer}.`)
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  await page.goto(`${server.url}/questions?q=${CANARY.search}`)
  await page.goto(`${server.url}/sign-up`)
  await page.getByLabel('E-mail').fill(CANARY.email)
  await page.getByLabel('Password', { exact: true }).fill(CANARY.password)
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).not.toHaveURL(/sign-up/)
  const request = page.request
  const headers = { origin: server.url }
  // What is refused is not quoted either.
  for (const data of [
    { base: 0, text: 7, [CANARY.answer]: CANARY.note },
    { base: -1, text: CANARY.note },
    { base: 0, text: CANARY.note.repeat(9000) },
  ]) {
    await request.put(`${server.url}/api/me/questions/reg-0001/note`, { headers, data })
  }
  await request.get(`${server.url}/api/interviews/shared/${CANARY.search}`)
  await request.get(`${server.url}/${CANARY.search}`)
  await request.post(`${server.url}/api/auth/callback/credentials`, {
    headers,
    form: { email: CANARY.email, password: CANARY.password },
  })
  const answer = await request.get(`${server.url}/api/me`)
  const id = answer.headers()['x-request-id']
  expect(id).toMatch(/^[\da-f-]{36}$/)

  const session = (await page.context().cookies()).map(({ value }) => value)
  const log = server.output()
  const lines = log.split('\n').filter((line) => line.startsWith('{'))
  const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(said.find(({ request: of }) => of === id)).toMatchObject({
    level: 'info',
    method: 'GET',
    route: '/api/me',
    status: 200,
    msg: 'answered',
  })
  expect(said.map(({ route }) => route)).toContain('/api/me/questions/[id]/note')
  // Nothing of the canaries: their middle alone is looked for, in case something is cut or escaped.
  for (const secret of [...Object.values(CANARY).map((word) => word.slice(0, 6)), TOKEN]) {
    expect(log).not.toContain(secret)
  }
  for (const value of session.filter(({ length }) => length > 20)) {
    expect(log).not.toContain(value.slice(0, 20))
  }
  expect(log).not.toMatch(/[\w.]+@[\w.]+\.\w+/)
  // The control: a word that is meant to be there is found by the same search.
  expect(log).toContain('answered')
})

test('S6: every route answers with its headers and an id, whatever it answers', async () => {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    readFileSync('.next/routes-manifest.json', 'utf8'),
  ) as Record<'staticRoutes' | 'dynamicRoutes', { page: string }[]>
  const pages = [...staticRoutes, ...dynamicRoutes].map(({ page }) => page)
  const slugs: Record<string, string> = { slug: 'l1-vs-l2-regularization', topic: 'regularization' }
  const paths = pages
    .filter((page) => !page.startsWith('/_'))
    .map((page) =>
      page.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => slugs[name] ?? 'x'),
    )
  const also = ['/nowhere', '/a%00b', '/_next/static/nowhere.js', '/questions/nowhere']
  const wanted = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'content-security-policy': expect.stringMatching(/frame-ancestors '(none|self)'/),
    'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
  }
  expect(paths.length).toBeGreaterThan(60)
  const bad: string[] = []
  for (const path of [...paths, ...also]) {
    const answer = await fetch(server.url + path, { redirect: 'manual' })
    await answer.arrayBuffer()
    const headers = Object.fromEntries(answer.headers)
    expect.soft(headers, path).toMatchObject(wanted)
    const scripts = /script-src [^;]*/.exec(headers['content-security-policy'] ?? '')?.[0] ?? ''
    if (/unsafe/.test(scripts) || headers['x-powered-by']) bad.push(path)
    if (answer.status >= 500) bad.push(`${path} ${answer.status}`)
  }
  expect(bad).toEqual([])
})

test('a page that was asked for is not copied: once drawn anew, the old one cannot be told', async () => {
  const reply = await fetch(`${server.url}/demos`)
  expect(reply.headers.get('x-nextjs-cache')).toBe('HIT')
  await reply.text()
  // Next writes it behind the answer; the next answer of the same kind comes after that.
  await (await fetch(`${server.url}/about/scoring`)).text()
  expect(existsSync('.next/server/app/demos.html')).toBe(true)
  expect(existsSync('.next/server/route-cache')).toBe(false)
})

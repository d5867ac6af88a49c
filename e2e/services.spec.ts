import { randomBytes, randomUUID } from 'node:crypto'
import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import pg from 'pg'
import { openMailbox } from '#lib/boot/mailbox.mjs'
import { freePort } from '#lib/boot/postmaster.mjs'
import { startServer } from '#lib/boot/server-process.mjs'
import { migratedDatabase } from '#lib/boot/template.mjs'
import { type Face, openServices } from './fake-services.ts'
import { chooseTheme, expect, test as base } from './fixtures.ts'
import { signInByRequest as signInAt } from './signing-in.ts'

// What an operator may set up and the suite's own site has not: mail, GitHub, Google, an administrator.
// One site of its own for all of it, with a mail server and both services on loopback.

const PASSWORD = 'correct horse battery'
const NEW = 'another horse, another battery'
const QUESTION = '/questions/l1-vs-l2-regularization'

let ground: Awaited<ReturnType<typeof build>>
const test = base.extend<object, { site: typeof ground }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
    async ({}, use) => {
      ground = await build()
      await use(ground)
      await ground.leave()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.url)
  },
})
test.describe.configure({ mode: 'default' })

async function build() {
  const [database, mailbox, services] = [
    await migratedDatabase(),
    await openMailbox(),
    await openServices(),
  ]
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const env = {
    DATABASE_URL: database.url,
    PORT: port,
    HOST: '127.0.0.1',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: url,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Ridgeline <no-reply@example.org>',
    GITHUB_CLIENT_ID: 'a github client',
    GITHUB_CLIENT_SECRET: 'x',
    GITHUB_URL: services.url,
    GOOGLE_CLIENT_ID: 'a google client',
    GOOGLE_CLIENT_SECRET: 'x',
    GOOGLE_ISSUER: services.url,
  }
  const server = await startServer(env)
  const leave = async () => {
    await server.stop()
    await Promise.all([mailbox.close(), services.close(), database.leave()])
  }
  return { url, env, server, mailbox, services, database, leave }
}

const newEmail = () => `${randomUUID()}@example.org`
const face = (more: Partial<Face> = {}): Face => ({
  id: Math.floor(Math.random() * 1e9),
  name: 'Mira',
  email: newEmail(),
  isVerified: true,
  ...more,
})

/** A browser of its own: the services are other sites, which a watched page may not speak to. */
async function fresh(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: ground.url })
  return context.newPage()
}

async function signUp(page: Page, email: string) {
  await page.goto(`${ground.url}/sign-up`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).press('Enter')
  await expect(page.getByText('One more step: look into your mail.')).toBeVisible()
}

async function linkIn(email: string): Promise<string> {
  const { text } = await ground.mailbox.next(email)
  return /http:\S+/.exec(text)![0]
}

/** An account that is open, without the forms, which the first test goes through. */
async function confirmed(page: Page, email: string) {
  const post = (path: string, data: object) =>
    page.request.post(ground.url + path, { data, headers: { origin: ground.url } })
  expect((await post('/api/sign-up', { email, password: PASSWORD })).status()).toBe(202)
  const token = new URL(await linkIn(email)).pathname.split('/').at(-1)
  expect((await post('/api/confirm', { token, password: PASSWORD })).status()).toBe(201)
}

async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto(`${ground.url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

function signInByRequest(page: Page, email: string, password: string) {
  return signInAt(page, email, password, ground.url)
}

async function me(page: Page) {
  return (await (await page.request.get(`${ground.url}/api/me`)).json()).user
}

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: ground.database.url })
  await client.connect()
  const { rows } = await client.query<Row>(sql, values)
  await client.end()
  return rows
}

test('an account opens by the link that was mailed, once, and takes along what was answered', async ({
  page,
  axe,
  expected,
}) => {
  expected.push(/403/)
  const email = newEmail()
  await page.goto(ground.url + QUESTION)
  await page.locator('#your-answer textarea').fill('Answered before there was an account.')
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  await signUp(page, email)
  await axe()
  const link = await linkIn(email)
  // Not before the link: the password opens nothing yet.
  expect(await query('select 1 from users where email = $1', [email])).toEqual([])
  await page.goto(link)
  await axe()
  // A stranger may have asked with this address: what was chosen has to be known as well.
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('what a stranger chose')
  await page.getByRole('button', { name: 'Open my account' }).press('Enter')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('it was not opened')
  expect(await query('select 1 from users where email = $1', [email])).toEqual([])
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Open my account' }).press('Enter')
  await expect(page.getByText('Your account is open.')).toBeVisible()
  await signIn(page, email)
  await expect(page).toHaveURL(/\/account/)
  expect(await me(page)).toMatchObject({ email })
  await page.goto(ground.url + QUESTION)
  await expect(page.locator('#your-answer blockquote')).toContainText('before there was an account')
  await page.goto(link)
  await expect(page.getByText('This link does not work any more.')).toBeVisible()
})

test('S3: who has an account is told by mail, and by nothing else', async ({ page, request }) => {
  const email = newEmail()
  await confirmed(page, email)
  const ask = (path: string, data: object) =>
    request.post(ground.url + path, { data, headers: { origin: ground.url } })
  for (const [path, body] of [
    ['/api/sign-up', { password: PASSWORD }],
    ['/api/forgot', {}],
  ] as const) {
    const [known, unknown] = [
      await ask(path, { ...body, email }),
      await ask(path, { ...body, email: newEmail() }),
    ]
    expect([known.status(), await known.text()]).toEqual([unknown.status(), await unknown.text()])
    expect(known.status()).toBe(202)
  }
  const { subject } = await ground.mailbox.next(email)
  expect(subject).toBe('You have a Ridgeline account already')
  // Nobody's mailbox is filled: the confirmation, the word and the link above were three.
  const fourth = await ask('/api/forgot', { email })
  expect(fourth.status()).toBe(429)
  expect(Number(fourth.headers()['retry-after'])).toBeGreaterThan(3000)
})

test('S3: a forgotten password: the link, a new one, and every device is signed out', async ({
  page,
  browser,
  axe,
}) => {
  const email = newEmail()
  await confirmed(page, email)
  const elsewhere = await fresh(browser)
  await signInByRequest(elsewhere, email, PASSWORD)

  await page.goto(`${ground.url}/sign-in`)
  await page.getByRole('link', { name: 'Password forgotten?' }).press('Enter')
  await expect(page).toHaveTitle(/Password forgotten/)
  await page.getByRole('button', { name: 'Send me a link' }).press('Enter')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.getByLabel('E-mail').fill(email)
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  await page.getByRole('button', { name: 'Send me a link' }).press('Enter')
  await expect(page.getByText('Look into your mail.')).toBeVisible()
  const link = await linkIn(email)
  expect(link.startsWith(`${ground.url}/reset/`)).toBe(true)

  await page.goto(link)
  await axe()
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Change password' }).press('Enter')
  await expect(page.getByText('This password is too short').first()).toBeVisible()
  await page.getByLabel('Password', { exact: true }).fill(NEW)
  await page.getByRole('button', { name: 'Change password' }).press('Enter')
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  expect(await me(elsewhere)).toBeNull()
  await signIn(page, email, NEW)
  await expect(page).toHaveURL(/\/account/)

  await page.goto(link)
  await expect(page.getByText('This link does not work any more.')).toBeVisible()
  await axe()
  const log = ground.server.output()
  for (const secret of [email, link.split('/').at(-1)!, PASSWORD, NEW])
    expect(log).not.toContain(secret)
})

test('S3: a link whose half hour is over is refused when it is used, and nothing changes', async ({
  page,
  request,
  expected,
}) => {
  expected.push(/410/)
  const email = newEmail()
  await confirmed(page, email)
  await request.post(`${ground.url}/api/forgot`, {
    data: { email },
    headers: { origin: ground.url },
  })
  await page.goto(await linkIn(email))
  await query(
    `update one_time_tokens set expires_at = now() - interval '1 second' where purpose = 'reset'`,
  )
  await page.getByLabel('Password', { exact: true }).fill(NEW)
  const refused = page.waitForResponse(/api\/reset/)
  await page.getByRole('button', { name: 'Change password' }).press('Enter')
  expect((await refused).status()).toBe(410)
  await expect(page.getByRole('main').getByRole('alert')).toContainText('ask for a new link')
  await signIn(page, email)
  await expect(page).toHaveURL(/\/account/)
})

for (const service of ['GitHub', 'Google'] as const) {
  test(`${service}: a guest's work comes along, the address is proved, and the session is a new one`, async ({
    browser,
  }) => {
    const page = await fresh(browser)
    const who = face()
    ground.services.be(who)
    await page.goto(QUESTION)
    await page.locator('#your-answer textarea').fill('Written as a guest.')
    await page.getByRole('button', { name: 'Show the short answer' }).click()
    await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
    await page.goto(`/sign-in?next=${encodeURIComponent(QUESTION)}`)
    const way = page.getByRole('button', { name: `Continue with ${service}` })
    await expect(way).toBeEnabled() // a key is not waited with, as a click is
    await way.press('Enter')
    await expect(page).toHaveURL(ground.url + QUESTION)
    expect(await me(page)).toMatchObject({ email: who.email, name: 'Mira' })
    await expect(page.locator('#your-answer blockquote')).toHaveText('Written as a guest.')
    // From another browser it is the same account; a guest's work there is merged into it.
    const other = await fresh(browser)
    await other.goto('/questions')
    await other.request.put(`${ground.url}/api/me/questions/reg-0002/draft`, {
      data: { base: 0, text: 'A draft elsewhere.' },
      headers: { origin: ground.url },
    })
    await other.goto('/sign-in')
    await other.getByRole('button', { name: `Continue with ${service}` }).click()
    await expect(other).toHaveURL(/\/account/)
    const everything = await (await other.request.get(`${ground.url}/api/export/json`)).json()
    expect(everything.attempts).toHaveLength(1)
    expect(everything.drafts).toMatchObject([{ text: 'A draft elsewhere.' }])
  })

  test(`${service}: an address that it has not verified opens nothing`, async ({ browser }) => {
    const page = await fresh(browser)
    ground.services.be(face({ isVerified: false }))
    await page.goto('/sign-in')
    await page.getByRole('button', { name: `Continue with ${service}` }).click()
    await expect(
      page.getByText('has no e-mail address of yours that it has verified'),
    ).toBeVisible()
    expect(await me(page)).toBeNull()
  })
}

test('an account whose address nobody proved is not opened by a service; its owner connects it', async ({
  browser,
}) => {
  const page = await fresh(browser)
  const who = face()
  ground.services.be(who)
  await confirmed(page, who.email)
  // As on a site that began without mail.
  await query('update users set email_verified = null where email = $1', [who.email])
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with GitHub' }).click()
  await expect(page.getByText('nobody has proved yet whose the address is')).toBeVisible()
  expect(await me(page)).toBeNull()
  await signIn(page, who.email)
  // Signed in, before that is made to have been long ago.
  await expect(page).toHaveURL(/\/account/)
  // A browser that was left open gives nobody a way in that stays.
  await query(
    `update sessions set created_at = now() - interval '11 minutes'
     where user_id = (select id from users where email = $1)`,
    [who.email],
  )
  await page.getByRole('button', { name: 'Connect GitHub' }).click()
  await expect(page.getByText('Nothing was connected.')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByLabel('E-mail address').fill(who.email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${ground.url}/account`)
  await page.getByRole('button', { name: 'Connect GitHub' }).press('Enter')
  await page.getByRole('button', { name: 'Disconnect GitHub' }).waitFor()
  const [cookie] = await page.context().cookies()
  expect(cookie).toBeDefined()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  await page.getByRole('button', { name: 'Continue with GitHub' }).click()
  await expect(page).toHaveURL(/\/account/)
  expect(await me(page)).toMatchObject({ email: who.email })
  await page.getByRole('button', { name: 'Disconnect GitHub' }).click()
  await expect(page.getByText('GitHub no longer leads to this account.')).toBeVisible()
})

test('S3: signing in again ends the session that this browser had', async ({
  page,
  playwright,
}) => {
  const email = newEmail()
  await confirmed(page, email)
  await signInByRequest(page, email, PASSWORD)
  const held = (await page.context().cookies()).find(({ name }) => name === 'ridgeline.session')!
  const thief = await playwright.request.newContext({
    extraHTTPHeaders: { cookie: `${held.name}=${held.value}` },
  })
  const seen = async () => (await (await thief.get(`${ground.url}/api/me`)).json()).user
  expect(await seen()).not.toBeNull()
  await signIn(page, email)
  await expect(page).toHaveURL(/\/account/)
  expect(await me(page)).not.toBeNull()
  expect(await seen()).toBeNull()
  // And signing out ends it on the server, whatever a copy of the cookie says.
  const second = (await page.context().cookies()).find(({ name }) => name === 'ridgeline.session')!
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByText('You are signed out')).toBeVisible()
  const copy = await playwright.request.newContext({
    extraHTTPHeaders: { cookie: `${second.name}=${second.value}` },
  })
  expect((await (await copy.get(`${ground.url}/api/me`)).json()).user).toBeNull()
  await Promise.all([thief.dispose(), copy.dispose()])
})

test('S4: ten wrong passwords in all, on however many instances at once', async ({
  page,
  request,
}) => {
  const email = newEmail()
  await confirmed(page, email)
  const others = await Promise.all([another(), another()])
  try {
    const sites = [ground.url, ...others.map(({ url }) => url)]
    const { csrfToken } = await (await request.get(`${ground.url}/api/auth/csrf`)).json()
    const tries = Array.from({ length: 36 }, (_, nth) =>
      wrongPassword(request, sites[nth % sites.length]!, { email, csrfToken }),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((each) => each === 'CredentialsSignin')).toHaveLength(10)
    expect(outcomes.filter((each) => each.startsWith('TooManyTries'))).toHaveLength(26)
  } finally {
    await Promise.all(others.map((each) => each.stop()))
  }
})

/** One more instance of the same site, on the same database. */
async function another() {
  const port = String(await freePort())
  return startServer({ ...ground.env, PORT: port, NEXTAUTH_URL: `http://127.0.0.1:${port}` })
}

/** @returns what next-auth says of it */
async function wrongPassword(
  request: APIRequestContext,
  url: string,
  form: { email: string; csrfToken: string },
) {
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    headers: { origin: url },
    form: { ...form, password: 'not the password', json: 'true' },
  })
  return new URL((await answer.json()).url).searchParams.get('error') ?? ''
}

test('the first administrator comes from the log, and gives roles', async ({
  page,
  browser,
  axe,
}) => {
  const [mine, theirs] = [newEmail(), newEmail()]
  const other = await fresh(browser)
  await confirmed(other, theirs)
  await signInByRequest(other, theirs, PASSWORD)
  expect((await other.request.get(`${ground.url}/api/people`)).status()).toBe(404)
  await other.goto('/account/people')
  await expect(other.getByText('This page is for administrators.')).toBeVisible()

  await confirmed(page, mine)
  await signInByRequest(page, mine, PASSWORD)
  const link = /http\S+\/account\/first-admin#\S+/.exec(ground.server.output())![0]
  await page.goto(link)
  await axe()
  await page.getByRole('button', { name: 'Become the administrator' }).press('Enter')
  await expect(page.getByText('You are the administrator.')).toBeVisible()
  await page.getByRole('link', { name: 'People and roles' }).click()
  await page.getByLabel('E-mail or name').fill(theirs)
  await page.getByLabel('E-mail or name').press('Enter')
  await expect(page.getByText(`1 account with “${theirs}”.`)).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  await page.getByLabel(`Role of ${theirs}`).selectOption('author')
  await expect(page.getByText('Author from now on, and signed out everywhere.')).toBeVisible()
  expect(await me(other)).toBeNull()
  await signInByRequest(other, theirs, PASSWORD)
  expect(await me(other)).toMatchObject({ role: 'author' })
})

import { createHash } from 'node:crypto'
import { type Browser, expect, test, type Page } from '@playwright/test'
import { ulid } from 'ulid'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { goAndComeBack } from './come-back.ts'
import { cuttingProxy } from './cutting-proxy.ts'
import { punctual, type Punctual } from './punctual.ts'

// R7 and R8 on a question's page, against the site that the journeys run on: the network goes in three
// ways, the tab in four. It is said within 2 s that something is on this device alone; on return it is on
// the server within 3 s, in order, once, and letter for letter.

const QUESTION = '/questions/l1-vs-l2-regularization'
const CUTS = faultSize(20, 5_000)
/** At once: most of a cut is waiting. */
const READERS = CUTS > 100 ? 4 : 1
const LOSSES = faultSize(12, 300)
const TOLD_MS = 2_000
const FLUSHED_MS = 3_000

test(`R7: the network goes ${CUTS} times, in three ways: what was answered arrives in order, once`, async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000 + CUTS * 12_000)
  const each = Math.ceil(CUTS / READERS)
  const [told, flushed] = [punctual(TOLD_MS), punctual(FLUSHED_MS)]
  await Promise.all(
    Array.from({ length: READERS }, () => cutAgainAndAgain(browser, baseURL!, each, told, flushed)),
  )
  console.log(`${each * READERS} cuts; told: ${told.judge()}; flushed: ${flushed.judge()}`)
})

/**
 * A reader whose network goes `cuts` times.
 * @param told when it says that something is on this device alone
 * @param flushed when what was answered is on the server
 */
async function cutAgainAndAgain(
  browser: Browser,
  baseURL: string,
  cuts: number,
  told: Punctual,
  flushed: Punctual,
) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const proxy = await cuttingProxy(baseURL)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const conditions = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: offline ? 0 : 40,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  const ways = [
    { go: () => context.setOffline(true), back: () => context.setOffline(false) },
    { go: () => conditions(true), back: () => conditions(false) },
    // From the first byte of the request to somewhere in the reply: stored or not, it is not known.
    {
      go: async (nth: number) => proxy.cutAfter(1 + ((nth * 617) % 2600)),
      back: async () => proxy.mend(),
    },
  ]
  try {
    await page.goto(proxy.url + QUESTION)
    const box = page.locator('#your-answer')
    const says = (what: RegExp) => (timeout: number) =>
      box.filter({ hasText: what }).waitFor({ timeout })
    await answer(page, 'Before.')
    await expect(box).toContainText(/Saved \d+ /)
    const said = ['Before.']
    for (let nth = 0; nth < cuts; nth++) {
      const { go, back } = ways[nth % ways.length]!
      await go(nth)
      await page.getByRole('button', { name: 'Answer again' }).click()
      await box.locator('textarea').fill(`Cut ${nth}, first.`)
      const status = box.getByRole('status').first()
      const isTold = status.filter({ hasText: /^\s*(Not saved yet|Draft saved)/ })
      await told.wait((timeout) => isTold.waitFor({ timeout }))
      await answer(page, `Cut ${nth}, first.`)
      await told.wait(says(/Not saved yet|Saved \d+ /))
      await page.getByRole('button', { name: 'Answer again' }).click()
      await answer(page, `Cut ${nth}, second.`)
      said.push(`Cut ${nth}, first.`, `Cut ${nth}, second.`)
      await back()
      await flushed.wait(says(/Saved \d+ /))
      expect(await checksum(page, proxy.url), `after cut ${nth + 1}`).toBe(sum(said))
    }
    // The control: a letter more, or another order, is another checksum.
    expect(await checksum(page, proxy.url)).not.toBe(sum([...said.slice(0, -1), 'Cut.']))
    expect(await checksum(page, proxy.url)).not.toBe(
      sum([...said.slice(0, -2), ...said.slice(-2).toReversed()]),
    )
  } finally {
    await proxy.close()
    await context.close()
  }
}

test('R7: a draft whose answer is on its way is nobody else’s', async ({ page }) => {
  await page.goto(QUESTION)
  const box = page.locator('#your-answer')
  const text = box.locator('textarea')
  const status = box.getByRole('status').first()
  await page.route('**/api/attempts', (route) => route.abort())
  await text.fill('On its way.')
  await expect(status).toHaveText('Draft saved')
  await answer(page, 'On its way.')
  await page.getByRole('button', { name: 'Answer again' }).click()
  await text.fill('The next one.')
  await expect(status).toHaveText('Draft saved')
  await page.unroute('**/api/attempts')
  await page.reload()
  await expect(box.locator('blockquote')).toHaveText('On its way.')
  await page.getByRole('button', { name: 'Answer again' }).click()
  await expect(text).toHaveValue('The next one.')
})

test(`R8: the tab goes ${LOSSES} times, in four ways: draft, note and answers come back`, async ({
  page: first,
  context,
}) => {
  test.setTimeout(90_000 + LOSSES * 15_000)
  let page = first
  await page.goto(QUESTION)
  for (let nth = 0; nth < LOSSES; nth++) {
    const draft = page.locator('#your-answer textarea')
    await page.locator('#keep').scrollIntoViewIfNeeded()
    await page.getByLabel('Your note').fill(`Note of round ${nth}.`)
    await draft.fill(`Draft of round ${nth}.`)
    // In every other round the server never has it: the device alone brings it back.
    if (nth % 2 === 0) await context.route(/\/api\/me\/questions\/.*\/(draft|note)/, drop)
    page = await goAndComeBack(page, nth, context)
    await expect(page.locator('#your-answer textarea')).toHaveValue(`Draft of round ${nth}.`)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
    await expect(page.locator('#your-answer')).toContainText('Draft saved')
    await page.locator('#keep').scrollIntoViewIfNeeded()
    await expect(page.locator('#keep')).toContainText(`Note of round ${nth}.`)
    await page.getByRole('button', { name: 'Edit' }).click()
  }
})

test('R8: the control: on a device that keeps nothing, the same is lost', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await page.goto(QUESTION)
  await context.route(/\/api\/me\/questions\/.*\/draft/, drop)
  await page.locator('#your-answer textarea').fill('Only here.')
  await expect(page.locator('#your-answer')).toContainText('Not saved yet')
  const next = await goAndComeBack(page, 3, context)
  await expect(next.locator('#your-answer textarea')).toBeVisible()
  await next.waitForLoadState('networkidle')
  await expect(next.locator('#your-answer textarea')).toHaveValue('')
})

test('R7: two tabs share one outbox: each answer arrives once, in the order of giving', async ({
  page,
  context,
  baseURL,
}) => {
  const other = await context.newPage()
  await page.goto(QUESTION)
  await other.goto(QUESTION)
  // With the first word both have what an outbox needs (a service worker would have it for them).
  for (const tab of [page, other]) {
    await tab.locator('#your-answer textarea').fill('.')
    await expect(tab.locator('#your-answer')).toContainText(/Draft saved|changed/)
  }
  await context.setOffline(true)
  await answer(page, 'One.')
  await expect(other.locator('#your-answer blockquote')).toHaveText('One.') // told by the other tab
  const said = ['One.']
  for (const [nth, tab] of [other, page, other, page].entries()) {
    await tab.getByRole('button', { name: 'Answer again' }).click()
    await answer(tab, `And ${nth}.`)
    said.push(`And ${nth}.`)
  }
  await expect(page.getByRole('link', { name: '5 not saved' })).toBeVisible()
  await expect(other.getByRole('link', { name: '5 not saved' })).toBeVisible()
  const sent: string[] = []
  // What reached the server: a try of a moment earlier may still fail for want of a network.
  context.on('response', (response) => {
    if (response.url().endsWith('/api/attempts')) sent.push(response.request().postData()!)
  })
  await context.setOffline(false)
  for (const tab of [page, other]) {
    await expect(tab.locator('#your-answer')).toContainText(/Saved \d+ /)
    await expect(tab.getByRole('link', { name: /not saved/ })).toBeHidden()
  }
  expect(await checksum(page, baseURL!)).toBe(sum(said))
  expect(new Set(sent).size).toBe(5)
  expect(sent.length).toBe(5) // neither tab has sent what the other sends
})

test('R7: what an older version left is delivered; what is refused stays, to be sent again or copied', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/account')
  await expect(page.getByText('Nothing waits here')).toBeVisible()
  const hash = await hashOfQuestion(page)
  const parcel = (text: string, contentHash: string) => ({
    id: ulid(),
    itemId: 'reg-0001/answer',
    contentHash,
    seed: 0,
    response: { text, skipped: false },
    confidence: null,
    elapsedMs: 0,
  })
  const left = [parcel('One.', hash), parcel('Of no page.', 'f'.repeat(64)), parcel('Two.', hash)]
  await page.evaluate(
    (old) => localStorage.setItem('ridgeline.outbox', JSON.stringify(old)),
    // Ids of one millisecond are in no order of their own: these are delivered as they stand.
    left.map((each, nth) => ({ ...each, id: left[0]!.id.slice(0, -1) + nth })),
  )
  await page.reload()
  const refused = page.getByRole('listitem').filter({ hasText: 'Not stored:' })
  await expect(refused).toContainText('changed since you opened it')
  await expect(page.getByRole('link', { name: '1 not saved' })).toBeVisible()
  expect(await checksum(page, baseURL!)).toBe(sum(['One.', 'Two.']))
  expect(await page.evaluate(() => localStorage.getItem('ridgeline.outbox'))).toBeNull()

  await refused.getByRole('button', { name: 'Copy as text' }).click()
  await expect(refused).toContainText('Copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Of no page.')
  const again = page.waitForResponse('**/api/attempts')
  await refused.getByRole('button', { name: 'Send again' }).click()
  expect((await again).status()).toBe(409)
  await page.reload()
  await expect(refused).toBeVisible()
  await refused.getByRole('button', { name: 'Discard…' }).click()
  await refused.getByRole('button', { name: 'Discard for good' }).click()
  await expect(page.getByText('Nothing waits here')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Nothing waits here')).toBeVisible()
})

test('R7: what was written without an account is that of the first who is known, and not the next one’s', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto(QUESTION)
  await context.route('**/api/attempts', drop)
  await answer(page, 'Mine alone.')
  await expect(page.locator('#your-answer')).toContainText('Not saved yet')
  const [mine, other] = [
    `${ulid().toLowerCase()}@example.org`,
    `${ulid().toLowerCase()}@example.org`,
  ]
  await enter(page, mine, baseURL!)
  const waits = page.getByRole('listitem').filter({ hasText: 'Waits to be sent.' })
  for (let visit = 0; visit < 2; visit++) {
    await page.goto('/account')
    await expect(page.getByText(mine).first()).toBeVisible()
    await expect(waits).toBeVisible()
  }
  await expect.poll(() => writers(page)).toEqual([expect.stringMatching(/^[\w-]{16}$/)])
  // The session is over, and somebody else is next at this browser.
  await context.clearCookies()
  await enter(page, other, baseURL!)
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  for (let visit = 0; visit < 2; visit++) {
    await page.goto('/account')
    await expect(page.getByText(other).first()).toBeVisible()
  }
  await expect(page.getByText('Nothing waits here')).toBeVisible()
  expect(await checksum(page, baseURL!)).toBe(sum([]))
  await context.clearCookies()
  await enter(page, mine, baseURL!)
  await page.goto('/account')
  await expect(page.getByText(mine).first()).toBeVisible()
  await page.goto('/account')
  await expect.poll(() => checksum(page, baseURL!)).toBe(sum(['Mine alone.']))
  await expect(page.getByText('Nothing waits here')).toBeVisible()
})

test('R7: a receipt for something else than what was sent is none', async ({ page }) => {
  await page.goto(QUESTION)
  await page.route('**/api/attempts', async (route) => {
    const reply = await route.fetch()
    const body = await reply.json()
    body.results[0].response.text += '!'
    await route.fulfill({ response: reply, json: body })
  })
  await answer(page, 'Zeros.')
  await expect(page.getByText('This answer was not stored')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText('stored something else')
})

async function answer(page: Page, text: string) {
  await page.locator('#your-answer textarea').fill(text)
  await page.getByRole('button', { name: 'Show the short answer', exact: true }).click()
  await expect(page.locator('#your-answer blockquote')).toHaveText(text)
}

/** Signs in without a form, as a new account or an old one. */
async function enter(page: Page, email: string, url: string) {
  const headers = { origin: url }
  const data = { email, password: 'correct horse battery' }
  await page.request.post('/api/sign-up', { headers, data })
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const form = { ...data, csrfToken, json: 'true' }
  const answer = await page.request.post('/api/auth/callback/credentials', { headers, form })
  expect(answer.ok(), await answer.text()).toBe(true)
}

/** Whose the things are that this device keeps on its shelf. */
function writers(page: Page): Promise<(string | null)[]> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('ridgeline')
        opening.onsuccess = () => {
          const all = opening.result.transaction('kept').objectStore('kept').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve([...new Set((all.result as { who: string | null }[]).map(({ who }) => who))])
          }
        }
      }),
  )
}

const drop = (route: { abort(): Promise<void> }) => route.abort()

/** The server shows the last 200 of a question; each cut looks at half of that. */
const SHOWN = 100

/** SHA-256 of the reader's last answers as the server has them, oldest first. */
async function checksum(page: Page, url: string): Promise<string> {
  const reply = await page.request.get(`${url}/api/me/questions/reg-0001`)
  const { attempts } = (await reply.json()) as {
    attempts: { id: string; item: string; response: { text: string } }[]
  }
  const answers = attempts.filter(({ item }) => item === 'answer').toReversed()
  const ids = answers.map(({ id }) => id)
  expect(ids, 'stored in the order in which they were made').toEqual(ids.toSorted())
  return sum(answers.map(({ response }) => response.text))
}

function sum(texts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(texts.slice(-SHOWN)))
    .digest('hex')
}

async function hashOfQuestion(page: Page): Promise<string> {
  const html = await (await page.request.get(QUESTION)).text()
  return /contentHash\\?":\\?"([0-9a-f]{64})/.exec(html)![1]!
}

import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseAllDocuments } from 'yaml'
import { chooseTheme, expect, javascriptBytes, test } from './fixtures.ts'

const QUESTION = '/questions/l1-vs-l2-regularization'
const ANSWER =
  'L1 charges absolute values and gives exact zeros because its ball has corners; L2 only shrinks.'

test('a person studies one question, signs up, and finds everything again', async ({
  page,
  axe,
  browser,
}) => {
  test.slow()
  await page.goto('/')
  await page.getByRole('link', { name: 'Open a question' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('L1 vs L2')
  await expect(page.locator('#short-answer')).toBeHidden()
  await axe()

  await answer(page, ANSWER)
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)

  await comeNear(page, '#rubric')
  await quote(page, 'exact zeros', /exactly to zero, and why/)
  await expect(page.locator('#rubric q')).toContainText('exact zeros')
  await page.locator('#rubric').getByRole('button', { name: 'Save the rubric' }).click()
  await expect(page.locator('#rubric')).toContainText('Saved.')

  await answerItems(page)
  await page.evaluate(() => scrollTo(0, 0)) // where nothing sticks over anything
  await axe()

  await page.reload()
  await expectHistory(page)

  const email = `${randomUUID()}@example.org`
  await signUp(page, email)
  await page.goto(QUESTION)
  await expectHistory(page)

  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await elsewhere.goto(QUESTION)
  await expect(elsewhere.locator('#your-answer textarea')).toBeVisible()
  await answer(elsewhere, 'Written as a guest on another device.')
  await expect(elsewhere.locator('#your-answer')).toContainText(/Saved \d+ /)
  await signIn(elsewhere, email)
  await elsewhere.goto(QUESTION)
  await expectHistory(elsewhere, 'Written as a guest on another device.')
  await other.close()
})

test('signing out ends the session on the server, not only in this browser', async ({ page }) => {
  await page.goto(QUESTION)
  await answer(page, ANSWER)
  await signUp(page, `${randomUUID()}@example.org`)
  const cookies = await page.context().cookies()
  expect((await (await page.request.get('/api/me')).json()).user).not.toBeNull()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(async () => (await (await page.request.get('/api/me')).json()).user).toBeNull()
  await expect(page).toHaveURL(/sign-in/)
  // Even with the old cookie put back.
  await page.context().addCookies(cookies)
  expect((await (await page.request.get('/api/me')).json()).user).toBeNull()
  await page.context().clearCookies()
  await page.goto(QUESTION)
  // The next person at this browser finds nothing: not on the server's side, not on the device.
  await expect(page.locator('#your-answer textarea')).toBeEmpty()
  expect(await page.evaluate(() => localStorage.getItem('ridgeline.outbox'))).toBeNull()
})

test('an answer whose reply was lost is not sent for somebody else after signing out', async ({
  page,
  expected,
}) => {
  expected.push(/ERR_CONNECTION_RESET/)
  await page.goto(QUESTION)
  // The server stores it, the page never hears so.
  await page.route('/api/attempts', async (route) => {
    await route.fetch().catch(() => {})
    await route.abort('connectionreset').catch(() => {}) // the page may have been left meanwhile
  })
  await answer(page, ANSWER)
  await expect(page.locator('#your-answer')).toContainText('Not saved yet')
  await signUp(page, `${randomUUID()}@example.org`)
  await page.goto('/account')
  await page.unrouteAll({ behavior: 'wait' })
  const resent = page.waitForResponse('/api/attempts')
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect((await resent).status()).toBe(200)
  await expect(page).toHaveURL(/sign-in/)
  await page.goto(QUESTION)
  await expect(page.locator('#your-answer textarea')).toBeVisible()
  await expect(page.locator('#your-answer')).not.toContainText('not stored')
})

test('the first writes of a browser, however quick, make one guest', async ({ page }) => {
  const unknown: string[] = []
  // Replies are late, so that a second write has every chance to go before the first one's cookie.
  await page.route(/api\/(attempts|me\/questions\/.*\/draft)/, async (route) => {
    const { cookie = '' } = await route.request().allHeaders()
    if (!cookie.includes('ridgeline.guest')) unknown.push(route.request().url())
    await new Promise((next) => setTimeout(next, 400))
    await route.continue()
  })
  await page.goto(QUESTION)
  await page.locator('#your-answer textarea').fill(ANSWER)
  await page.locator('#your-answer textarea').blur()
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  expect(unknown).toHaveLength(1)
})

test('the question has no barrier in either theme, and never scrolls sideways', async ({
  page,
  axe,
}) => {
  await page.goto(QUESTION)
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      await axe()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  }
})

test('skipping is recorded as skipped', async ({ page }) => {
  await page.goto(QUESTION)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText('Write a sentence first')
  await page.locator('#your-answer').getByRole('button', { name: 'Skip' }).click()
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText('You skipped this question on')
  await page.reload()
  await expect(page.locator('#your-answer')).toContainText('You skipped this question on')
})

test('a draft is on the server after a pause, and on the device when the network is gone', async ({
  page,
  context,
  expected,
}) => {
  await page.goto(QUESTION)
  const box = page.locator('#your-answer textarea')
  await box.fill('Half a thought')
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  await page.reload()
  await expect(box).toHaveValue('Half a thought')

  expected.push(/ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(true)
  await box.fill('Half a thought, and the other half')
  await expect(page.locator('#your-answer')).toContainText('kept on this device')
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText('Not saved yet (kept on this device)')
  await context.setOffline(false)
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  await page.reload()
  await expect(page.locator('#your-answer blockquote')).toHaveText(
    'Half a thought, and the other half',
  )
})

test('words typed before the code has arrived are kept', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(QUESTION, { waitUntil: 'commit' })
  await page.locator('#your-answer textarea').pressSequentially('Typed at once')
  release()
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  await page.reload()
  await expect(page.locator('#your-answer textarea')).toHaveValue('Typed at once')
})

test('two tabs never overwrite a newer draft by an older one', async ({
  page,
  context,
  expected,
}) => {
  expected.push(/409/)
  await page.goto(QUESTION)
  await page.locator('#your-answer textarea').fill('one')
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  const second = await context.newPage()
  await second.goto(QUESTION)
  await expect(second.locator('#your-answer textarea')).toHaveValue('one')
  await second.locator('#your-answer textarea').fill('one, and two')
  await expect(second.locator('#your-answer')).toContainText('Draft saved')
  await page.locator('#your-answer textarea').fill('one, and three')
  await expect(page.locator('#your-answer')).toContainText('changed in another tab')
  await expect(page.locator('#your-answer blockquote')).toHaveText('one, and two')
  await page.getByRole('button', { name: 'Keep both' }).click()
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  await page.reload()
  await expect(page.locator('#your-answer textarea')).toHaveValue('one, and three\n\none, and two')
})

test('the whole question can be answered by keyboard alone', async ({ page }) => {
  await page.goto(QUESTION)
  await page.locator('#your-answer textarea').focus()
  await page.keyboard.type('Zeros: lasso. Shrinkage: ridge.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Show the short answer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText('Leaning')

  // Shift and the arrows select in the answer; Quote takes what is selected.
  await comeNear(page, '#rubric')
  const quoted = page.locator('#rubric textarea')
  await quoted.focus()
  await page.keyboard.press('Control+Home')
  for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
  await expect(page.locator('#rubric')).toContainText('Selected: “Zeros”')
  await page.keyboard.type('not to be written')
  await page.keyboard.press('Delete')
  await expect(quoted).toHaveValue('Zeros: lasso. Shrinkage: ridge.')
  await page
    .locator('#rubric')
    .getByRole('button', { name: /^Quote the selected words/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#rubric q')).toContainText('Zeros')

  await comeNear(page, '#check-yourself')
  const item = page
    .locator('#check-yourself form')
    .filter({ has: page.getByRole('radio') })
    .first()
  await expect(item.getByRole('radio').first()).toBeEnabled()
  await item.getByRole('radio').first().focus()
  await page.keyboard.press('b')
  await expect(item.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(item.getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('without JavaScript the page is read in full, and its figures are drawn', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(QUESTION)
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('math').first()).toBeVisible()
  await expect(page.locator('figure svg path:visible').first()).toBeVisible()
  await expect(page.locator('#rubric li').first()).toBeVisible()
  await expect(page.locator('#check-yourself noscript p')).toBeVisible()
  await context.close()
})

test('no key and no reason reaches the browser before submission', async ({ page }) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    bodies.push(await response.text().catch(() => ''))
  })
  await page.goto(QUESTION)
  await scrollThrough(page)
  await page.waitForLoadState('networkidle')
  const everything = bodies.join('\n')
  expect(everything).toContain('Check yourself')
  const secrets = await keysAndReasons()
  expect(secrets.length).toBeGreaterThan(10)
  for (const secret of secrets) expect(everything).not.toContain(secret)
})

test('JavaScript stays within its budget', async ({ page }) => {
  await page.goto(QUESTION)
  await page.waitForLoadState('networkidle')
  const first = await javascriptBytes(page)
  await scrollThrough(page)
  await page.waitForLoadState('networkidle')
  const whole = await javascriptBytes(page)
  test.info().annotations.push({ type: 'bytes', description: `first ${first}, whole ${whole}` })
  expect(first).toBeGreaterThan(80_000) // the measure itself works
  expect(first).toBeLessThanOrEqual(125_000)
  expect(whole).toBeGreaterThan(first) // the figures have loaded
  // kit and solver 24 kB, four figures at most 8 each, what is answered, marked and kept the rest
  expect(whole).toBeLessThanOrEqual(190_000)
})

/** The longest piece that neither HTML nor JSON writes differently. */
function longestPlain(text: string): string {
  return text
    .split(/["'<>&\\\n]/)
    .toSorted((a, b) => b.length - a.length)[0]!
    .trim()
}

/** Every text of the question's items that only a submission may reveal. */
async function keysAndReasons(): Promise<string[]> {
  const file = 'content/questions/regularization/l1-vs-l2-regularization.mdx'
  const [head] = parseAllDocuments(await readFile(file, 'utf8'))
  const { items } = head!.toJS() as { items: Record<string, unknown>[] }
  const found: string[] = []
  JSON.stringify(items, (key, value: unknown) => {
    if ((key === 'why' || key === 'message') && typeof value === 'string')
      found.push(longestPlain(value))
    return value
  })
  return found
}

async function answer(page: Page, text: string) {
  await page.locator('#your-answer textarea').fill(text)
  await page.locator('#your-answer').getByRole('radio', { name: 'Fairly sure' }).check()
  await page.getByRole('button', { name: 'Show the short answer' }).click()
}

/** Selects words of the answer as a reader would, then quotes them for a key point. */
async function quote(page: Page, words: string, point: RegExp) {
  await page.locator('#rubric textarea').evaluate((box: HTMLTextAreaElement, text) => {
    const start = box.value.indexOf(text)
    box.focus()
    box.setSelectionRange(start, start + text.length)
  }, words)
  await expect(page.locator('#rubric')).toContainText(`Selected: “${words}”`)
  await page.locator('#rubric').getByRole('button', { name: point }).click()
}

/** Parts further down come to life when a reader comes near. */
async function comeNear(page: Page, part: string) {
  await page.locator(part).scrollIntoViewIfNeeded()
}

async function answerItems(page: Page) {
  await comeNear(page, '#check-yourself')
  const items = page.locator('#check-yourself form')
  for (const item of await items.all()) {
    const number = item.getByRole('textbox')
    if ((await number.count()) > 0) await number.fill('0.1')
    else await item.locator('label input').first().check()
    await item.getByRole('button', { name: 'Check' }).click()
    await expect(item.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(item).toContainText(/Right\.|Not yet\.|Partly/)
  }
}

async function expectHistory(page: Page, newest = ANSWER) {
  await expect(page.locator('#your-answer blockquote')).toHaveText(newest)
  await comeNear(page, '#rubric')
  await comeNear(page, '#check-yourself')
  const items = page.locator('#check-yourself form')
  const count = await items.count()
  expect(count).toBeGreaterThanOrEqual(3)
  await expect(items.getByRole('button', { name: 'Try again' })).toHaveCount(count)
  if (newest === ANSWER) await expect(page.locator('#rubric q')).toContainText('exact zeros')
}

async function signUp(page: Page, email: string) {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).toHaveURL(/\/(account|questions|$)/)
}

async function signIn(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

async function scrollThrough(page: Page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y)
      await new Promise((next) => setTimeout(next, 60))
    }
  })
}

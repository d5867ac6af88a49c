import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures.ts'
import { ANSWER, answer, QUESTION, signUp } from './studying.ts'

/* What is written is kept: over a reload, a lost reply, a lost network, a second tab; and for its writer
   alone. */

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

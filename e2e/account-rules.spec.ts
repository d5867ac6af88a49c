import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { PASSWORD, signInByRequest, signUp } from './signing-in.ts'

/* What no width of the window changes about an account. */

test('S3: other devices are signed out, by a button and by a new password', async ({
  page,
  browser,
  axe,
  expected,
}) => {
  expected.push(/403/)
  const email = `${randomUUID()}@example.org`
  await signUp(page, email)
  const elsewhere = await signInElsewhere(browser, email, PASSWORD)
  await signInElsewhere(browser, email, PASSWORD)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByText('Signed out in 2 other places.')).toBeVisible()
  expect((await (await elsewhere.request.get('/api/me')).json()).user).toBeNull()

  // One of several, by its own button; it is signed out at its next request, the others are not.
  const [one, other] = [
    await signInElsewhere(browser, email, PASSWORD),
    await signInElsewhere(browser, email, PASSWORD),
  ]
  const signedIn = async (who: Page) => (await (await who.request.get('/api/me')).json()).user
  await page.reload()
  const buttons = page.getByRole('button', {
    name: /^Sign out of .+ on .+, where you signed in on/,
  })
  await expect(buttons).toHaveCount(2)
  await buttons.first().press('Enter') // the newest stands first
  await expect(page.getByText(/^Signed out where you signed in on /)).toBeVisible()
  await expect(buttons).toHaveCount(1)
  expect([await signedIn(one), await signedIn(other)]).toEqual([
    expect.objectContaining({ email }),
    null,
  ])
  await other.goto('/account')
  await expect(other.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await buttons.click()
  await expect(buttons).toHaveCount(0)
  expect(await signedIn(one)).toBeNull()
  await axe()

  const again = await signInElsewhere(browser, email, PASSWORD)
  await page.getByRole('button', { name: 'Change password' }).press('Enter')
  await expect(page.getByLabel('Current password')).toBeFocused()
  await page.getByLabel('Current password').fill('not the password')
  await page.getByLabel('New password').fill('another horse, another battery')
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText('This is not your current password')).toBeVisible()
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  expect((await (await again.request.get('/api/me')).json()).user).toBeNull()
  expect((await (await page.request.get('/api/me')).json()).user).not.toBeNull()
  await signInElsewhere(browser, email, 'another horse, another battery')
})

test('S2: nobody exports or deletes for somebody else', async ({ page, expected }) => {
  expected.push(/404/, /403/, /400/)
  for (const path of ['/api/export/json', '/api/export/anki']) {
    const reply = await page.request.get(path)
    expect(reply.status()).toBe(404)
    expect((await reply.json()).error.message).toContain('nothing of yours')
  }
  const foreign = await page.request.delete('/api/me', {
    headers: { origin: 'https://elsewhere.example' },
    data: { confirm: 'delete everything' },
  })
  expect(foreign.status()).toBe(403)
  await page.goto('/account')
  const unconfirmed = await page.request.delete('/api/me', {
    headers: { origin: new URL(page.url()).origin },
    data: { confirm: 'yes' },
  })
  expect(unconfirmed.status()).toBe(400)
})

test('S4: ten wrong passwords, and the eleventh try is not looked at', async ({
  page,
  expected,
}) => {
  expected.push(/401/)
  const email = `${randomUUID()}@example.org`
  await signUp(page, email)
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  const password = page.getByLabel('Password', { exact: true })
  const go = page.getByRole('button', { name: /Sign(ing)? in/, exact: false }).last()
  for (let nth = 1; nth <= 11; nth++) {
    await password.fill(`wrong password ${nth}`)
    const answer = page.waitForResponse(/callback\/credentials/)
    await go.click()
    await answer
    await expect(go).toHaveText('Sign in')
  }
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    /Too many tries.* try again in \d+ minutes/,
  )
  // Not even the right one now, from here.
  await password.fill(PASSWORD)
  await go.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Too many tries')
})

test('blind mode follows its reader to another device, and waits where the server is away', async ({
  page,
  context,
  browser,
  expected,
}) => {
  expected.push(/ERR_INTERNET_DISCONNECTED|Failed to load/)
  await page.goto('/account')
  const hidden = page.getByRole('radio', { name: 'Hidden until I have answered' })
  await expect(hidden).toBeEnabled()
  // The page also asks what was chosen; it is the answer to the choice that makes a guest known here.
  const saved = page.waitForResponse((reply) => reply.request().method() === 'PATCH')
  await hidden.check()
  expect((await saved).status()).toBe(200)
  const device = await browser.newContext()
  await device.addCookies(await context.cookies())
  const other = await device.newPage()
  await other.goto('/questions')
  await expect(other.locator('html[data-blind]')).toBeAttached()
  // Chosen without a network, it is sent with the next page.
  await page.context().setOffline(true)
  await page.getByRole('radio', { name: 'Shown' }).check()
  await page.context().setOffline(false)
  const sent = page.waitForResponse((reply) => reply.request().method() === 'PATCH')
  await page.goto('/questions')
  expect((await sent).status()).toBe(200)
  await other.reload()
  await expect(other.locator('html[data-blind]')).not.toBeAttached()
  await device.close()
})

/** Another browser, which signs in without its form. */
async function signInElsewhere(browser: Browser, email: string, password: string) {
  const page = await (await browser.newContext()).newPage()
  await signInByRequest(page, email, password)
  return page
}

import type { Page, Route } from '@playwright/test'
import { ulid } from 'ulid'
import { chooseTheme, expect, test } from './fixtures.ts'
import { noonZone } from './samples.ts'

test.use({ timezoneId: noonZone })

const QUESTION = '/questions/l1-vs-l2-regularization'

test('a question is graded, comes back at the chosen date, and that can be undone', async ({
  page,
  axe,
}) => {
  await page.goto(QUESTION)
  await page.getByRole('textbox', { name: 'Your answer' }).fill('L1 gives exact zeros.')
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  const part = page.locator('#how-did-it-go')
  await part.scrollIntoViewIfNeeded()
  await part.getByRole('button', { name: /^Good in 2 days/ }).click()
  await expect(part.getByRole('status')).toHaveText(/^Graded Good\. This question comes back on/)
  const date = part.getByLabel('Another date')
  const chosen = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await date.fill(chosen)
  await expect(part.getByRole('status')).toHaveText(/^Moved\./)
  await page.reload()
  await part.scrollIntoViewIfNeeded()
  await expect(date).toHaveValue(chosen)
  await axe()
})

test('a grade by its key can be taken back', async ({ page }) => {
  await page.goto(QUESTION)
  const part = page.locator('#how-did-it-go')
  await part.scrollIntoViewIfNeeded()
  await expect(part.getByRole('button', { name: /^Easy/ })).toBeVisible()
  await page.keyboard.press('4')
  await expect(part.getByRole('status')).toHaveText(/^Graded Easy/)
  await part.getByRole('button', { name: 'Undo' }).click()
  await expect(part.getByRole('status')).toHaveText(/^Grade yourself/)
})

test.describe('the review session', () => {
  test('says what is true when there is nothing to review', async ({ page, axe }) => {
    await page.goto('/review')
    await expect(page.getByText('Nothing to review yet')).toBeVisible()
    await axe()
  })

  test('goes by keyboard alone: reveal, grade, undo, done', async ({ page, axe }) => {
    await withCards(page, ['', 'zeros', 'shrinks'])
    await page.goto('/review')
    await expect(page.getByText('3 cards today')).toBeVisible()
    for (const theme of ['light', 'dark'] as const) {
      await chooseTheme(page, theme)
      await axe()
    }
    await page.keyboard.press('Space')
    await expect(page.getByRole('group', { name: 'How did that go?' })).toBeVisible()
    await axe()
    await page.keyboard.press('3')
    await expect(page.getByRole('status')).toHaveText(/^Good: next on/)
    await expect(page.getByText('1 done, 2 cards to go')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(page.getByText('3 cards today')).toBeVisible()
    for (let i = 0; i < 3; i++) {
      await page.getByRole('heading', { level: 2 }).focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('3')
      await expect(page.getByText(i < 2 ? `${i + 1} done` : 'That is all for today.')).toBeVisible()
    }
    await page.reload()
    await expect(page.getByText('That is all for today.')).toBeVisible()
  })

  test('Move all to tomorrow is one press, and undone by one', async ({ page }) => {
    await withCards(page, ['', 'zeros'])
    await page.goto('/review')
    await page.getByRole('button', { name: 'Move all to tomorrow' }).click()
    await expect(page.getByText('All moved to tomorrow.')).toBeVisible()
    await expect(page.getByText('That is all for today.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('2 cards today')).toBeVisible()
    await page.reload()
    await expect(page.getByText('2 cards today')).toBeVisible()
  })

  test('of what is asked for by name, only what is due can be moved to tomorrow', async ({
    page,
    hasTouch,
  }) => {
    test.skip(hasTouch, 'either width is enough')
    await withCards(page, [''], 4)
    await page.goto('/review?these=reg-0001')
    await expect(page.getByRole('button', { name: 'Show what was to be said' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Move all to tomorrow' })).toBeHidden()
    await withCards(page, ['', 'zeros'])
    await page.goto('/review?these=reg-0001')
    await page.getByRole('button', { name: 'Move all to tomorrow' }).click()
    await expect(page.getByText('That is all of these.')).toBeVisible()
    // The point that is due as well was not asked for here.
    await page.getByRole('link', { name: 'review them' }).click()
    await expect(page.getByText('1 card today')).toBeVisible()
  })

  test('without the server a review goes on: its grades wait on the device, over a reload too', async ({
    page,
    expected,
    hasTouch,
  }) => {
    test.skip(hasTouch, 'either width is enough')
    expected.push(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load/)
    await withCards(page, ['zeros', 'shrinks'])
    await page.goto('/review')
    await expect(page.getByText('2 cards today')).toBeVisible()
    await page.getByRole('button', { name: /Show the point/ }).click()
    await page.context().setOffline(true)
    await page.keyboard.press('3')
    await expect(page.getByText('Kept on this device until the server')).toBeVisible()
    await expect(page.getByText('1 done, 1 card to go')).toBeVisible()
    await expect(page.getByRole('link', { name: '1 not saved' })).toBeVisible()

    // The page is there, the server is not: the session stands where it stood.
    const withoutServer = (route: Route) => route.abort()
    await page.context().setOffline(false)
    await page.route('**/api/**', withoutServer)
    await page.reload()
    await expect(page.getByText('when they were last looked up')).toBeVisible()
    await expect(page.getByText('1 done, 1 card to go')).toBeVisible()
    await page.getByRole('button', { name: /Show the point/ }).click()
    await page.keyboard.press('3')
    await expect(page.getByText('That is all for today.')).toBeVisible()

    await page.unroute('**/api/**', withoutServer)
    await expect(page.getByRole('link', { name: /not saved/ })).toBeHidden()
    await page.reload()
    await expect(page.getByText('That is all for today.')).toBeVisible()
    expect((await (await page.request.get('/api/me/today')).json()).cards).toEqual([])
  })
})

/** Cards that were graded a moment ago: forgotten, unless it is said otherwise. */
async function withCards(page: Page, points: readonly string[], grade = 1) {
  const headers = { origin: new URL(test.info().project.use.baseURL!).origin }
  const settings = await page.request.patch('/api/me/settings', {
    headers,
    data: { timeZone: noonZone },
  })
  expect(settings.status()).toBe(200)
  const reviews = points.map((keyPointId) => ({
    id: ulid(),
    questionId: 'reg-0001',
    keyPointId,
    event: 'graded',
    grade,
  }))
  const reply = await page.request.post('/api/me/reviews', { headers, data: { reviews } })
  expect(reply.status()).toBe(200)
}

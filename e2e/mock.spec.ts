import { chooseTheme, expect, test } from './fixtures.ts'
import { answerByKeyboard, start, status, WRITTEN } from './interviewing.ts'

test('a 20-minute interview by keyboard alone, with a reload, to its report', async ({
  page,
  axe,
}) => {
  test.setTimeout(90_000)
  await page.goto('/mock')
  await expect(page.getByText('None yet.')).toBeVisible()
  await axe()
  await page.getByRole('link', { name: '20 minutes' }).press('Enter')
  await expect(page.getByText(/^\d+ questions?, [\d.]+ minutes$/)).toBeVisible()
  await axe()
  await page.getByRole('button', { name: 'Start the interview' }).press('Enter')
  const place = page.getByText(/^Question 1 of \d+/)
  await expect(place).toBeVisible()
  const count = Number(/of (\d+)/.exec((await place.textContent())!)![1])
  await axe()

  for (let nth = 1; nth <= count; nth++) {
    await expect(page.getByText(new RegExp(`^Question ${nth} of`))).toBeVisible()
    if (nth === 2) await page.keyboard.press('f')
    await answerByKeyboard(page)
    if (nth === 1) {
      await expect(status(page)).toHaveText('Saved')
      await page.reload()
      await expect(page.getByText(/^Question 1 of/)).toBeVisible()
    }
    const field = page.locator('[data-question] textarea')
    // The form goes on with Enter; a text needs the key beside it.
    if (await field.count()) await field.press('Control+Enter')
    else await page.getByRole('button', { name: /^Submit and/ }).press('Enter')
  }

  const dialog = page.getByRole('dialog', { name: 'End the interview?' })
  await expect(dialog).toContainText('Question 2 is flagged.')
  await axe()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Submit and finish' }).press('Enter')
  await dialog.getByRole('button', { name: 'End and see the report' }).press('Enter')
  await expect(page).toHaveURL(/\/report$/)
  await expect(
    page.getByRole('heading', { name: /machine-checked questions? right/ }),
  ).toBeVisible()
  await expect(page.getByText('To be marked.').first()).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  const reviews = page.getByRole('region', { name: 'Next reviews, already planned' })
  await reviews.getByRole('button', { name: /^Undo/ }).first().press('Enter')
  await expect(reviews.getByText('Taken back', { exact: true })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/report$/) // what is over does not open again
})

test('pausing hides the question and stops the clock; T hides the time', async ({ page, axe }) => {
  await page.clock.install()
  await start(page, WRITTEN)
  const clock = page.getByRole('timer')
  await page.getByRole('heading', { level: 1 }).click()
  const map = page.getByRole('navigation', { name: 'This interview' })
  await expect(map).toContainText(/\d:\d\d/)
  await page.keyboard.press('t')
  await expect(clock).toBeHidden()
  await expect(map).not.toContainText(/\d:\d\d/)
  await page.keyboard.press('t')
  await expect(clock).toBeVisible()
  // T is a letter where letters are typed.
  await page.getByRole('textbox', { name: 'Your answer' }).press('t')
  await expect(clock).toBeVisible()

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeHidden()
  const stands = await clock.textContent()
  await axe()
  await page.clock.fastForward(90_000)
  await expect(clock).toHaveText(stands!)
  await page.getByRole('button', { name: 'Go on' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('t')
})

test('R6: two tabs: the older text never replaces the newer, and both are shown', async ({
  page,
  context,
  axe,
  expected,
}) => {
  expected.push(/409/)
  await start(page, WRITTEN)
  const other = await context.newPage()
  await other.goto(page.url())
  const [mine, theirs] = [page, other].map((each) =>
    each.getByRole('textbox', { name: 'Your answer' }),
  )
  await expect(theirs!).toBeVisible()
  await theirs!.fill('Newer words.')
  await expect(status(other)).toHaveText('Saved')
  await mine!.fill('Older words.')
  const conflict = page.getByRole('alert').filter({ hasText: 'changed in another tab' })
  await expect(conflict).toContainText('Newer words.')
  await expect(mine!).toHaveValue('Older words.')
  await axe()
  await conflict.getByRole('button', { name: 'Keep both' }).click()
  await expect(status(page)).toHaveText('Saved')
  await expect(mine!).toHaveValue('Older words.\n\nNewer words.')
  await other.reload()
  await expect(theirs!).toHaveValue('Older words.\n\nNewer words.')
})

test('a bank that is too small says what to give up, and gives it up at a press', async ({
  page,
  axe,
}) => {
  await page.goto('/mock/new?blueprint=1.length~120m_mix~seen')
  const notice = page.getByText('The bank is too small for this')
  await expect(notice).toBeVisible()
  await expect(page.getByText('No question fits all of it.')).toBeVisible()
  await axe()
  await page.getByRole('button', { name: /^New and seen: \d+ questions, / }).click()
  await expect(page).toHaveURL(/length~120m$/)
  // A bank that grows fills even two hours.
  await page
    .getByRole('button', { name: /^Make it/ })
    .or(page.getByText(/^\d+ questions, /))
    .first()
    .waitFor()
})

import type { Locator, Page } from '@playwright/test'
import { figures } from '#lib/figures/index.ts'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const id = 'polynomial'

test('follows a mouse along the degrees', async ({ page }) => {
  const figure = await open(page, id)
  await drag(page, grip(figure, 'Degree at the cursor'), { x: -110, y: 0 })
  const { degree } = await stateOf(page, id)
  expect(degree).toBeLessThan(9)
  await expect(grip(figure, 'Degree at the cursor')).toHaveAttribute(
    'aria-valuetext',
    `degree ${degree}`,
  )
  await expectSolved(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, id)
  const cursor = grip(figure, 'Degree at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: 50, y: 0 })
  expect((await stateOf(page, id)).degree).toBeGreaterThan(13)
  await expectSolved(page, figure)
  await context.close()
})

test('follows the keyboard alone to a degree 12 that beats the cubic', async ({ page }) => {
  const figure = await open(page, id)
  expect(await passes(page)).toBe(false)
  await figure.getByLabel('Ridge').check()
  await figure.getByLabel('Penalty λ').focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft')
  expect((await stateOf(page, id)).lambda).toBeCloseTo(0.002 * 10 ** -0.3, 4)
  expect(await passes(page)).toBe(true)
  await expect(figure.locator('.fig-said')).toContainText(/less than the 0.331 of the cubic/)
  await expectSolved(page, figure)

  const cursor = grip(figure, 'Degree at the cursor')
  await cursor.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  expect(await stateOf(page, id)).toMatchObject({ degree: 7 })
  await page.keyboard.press('Home')
  expect(await stateOf(page, id)).toMatchObject({ degree: 12 })
})

test('shows coefficients and residuals, and other data', async ({ page }) => {
  const figure = await open(page, id, '1.method~l1')
  await figure.getByLabel('Coefficients').check()
  await expect(
    figure.getByRole('img', { name: /^6 of 12 coefficients are not zero/ }),
  ).toBeVisible()
  await figure.getByLabel('Residuals').check()
  await expect(figure.getByRole('img', { name: /^Residuals: in root mean square/ })).toBeVisible()
  await expectSolved(page, figure)
  await figure.getByText('Change the data').click()
  await figure.getByLabel('Training points n').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, id)).toMatchObject({ n: 21, seed: 29, view: 'residuals' })
  await expectSolved(page, figure)
})

/** The task's predicate, in the state that the address carries. */
async function passes(page: Page): Promise<boolean> {
  const figure = figures[id]
  const named = figure.named(figure.compute(await stateOf(page, id)))
  return named['degree'] === 12 && named['testError']! < named['cubicTestError']!
}

async function expectSolved(page: Page, figure: Locator) {
  await expectNumbers(figure, id, await stateOf(page, id))
}

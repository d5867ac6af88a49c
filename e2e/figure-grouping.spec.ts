import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse along the mix', async ({ page }) => {
  const figure = await open(page, 'grouping')
  await drag(page, grip(figure, 'Mix at the cursor'), { x: 100, y: 0 })
  expect((await stateOf(page, 'grouping')).alpha).toBeGreaterThan(0.6)
  await expectGrouping(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'grouping')
  const cursor = grip(figure, 'Mix at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: -80, y: 0 })
  expect((await stateOf(page, 'grouping')).alpha).toBeLessThan(0.4)
  await expectGrouping(page, figure)
  await context.close()
})

test('follows the keyboard alone: triplets, and other data', async ({ page }) => {
  const figure = await open(page, 'grouping')
  await grip(figure, 'Mix at the cursor').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowLeft')
  expect(await stateOf(page, 'grouping')).toMatchObject({ alpha: 0.54 })
  await figure.getByRole('radio', { name: 'Triplets' }).check()
  await expectGrouping(page, figure)

  await figure.getByText('Change the data').click()
  await figure.getByLabel('Lone effect').press('ArrowLeft')
  await figure.getByLabel('Noise σ').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, 'grouping')).toMatchObject({
    size: '3',
    lone: 0.7,
    sigma: 0.6,
    seed: 2,
  })
  await expectGrouping(page, figure)
})

test('equal columns: the lasso keeps the first, and says that any split is as good', async ({
  page,
}) => {
  const figure = await open(page, 'grouping', '1.lambda~0.2')
  await figure.getByLabel('Correlation ρ').press('End')
  await expect(figure.locator('.fig-said')).toContainText('any split of 0.80 among them is as good')
  const row = (name: string) =>
    figure.locator('.fig-tables table').first().locator('tr', { hasText: name }).locator('td')
  await expect(row('β1')).toHaveText(['0.800', '0.429', '0.455'])
  await expect(row('β2')).toHaveText(['0', '0.429', '0.455'])
  await expectGrouping(page, figure)
})

async function expectGrouping(page: Page, figure: Locator) {
  await expectNumbers(figure, 'grouping', await stateOf(page, 'grouping'))
}

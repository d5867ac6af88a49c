import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse along the penalties', async ({ page }) => {
  const figure = await open(page, 'paths')
  await drag(page, grip(figure, 'Penalty at the cursor'), { x: 50, y: 0 })
  const state = await stateOf(page, 'paths')
  expect(state.lambda).toBeGreaterThan(0.4)
  await expectPaths(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'paths')
  const cursor = grip(figure, 'Penalty at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: -60, y: 0 })
  expect((await stateOf(page, 'paths')).lambda).toBeLessThan(0.15)
  await expectPaths(page, figure)
  await context.close()
})

test('follows the keyboard alone, and shows the elastic net and other data', async ({ page }) => {
  const figure = await open(page, 'paths')
  await figure.getByLabel('Penalty λ').focus()
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
  // ten steps of 0.02 decades
  expect((await stateOf(page, 'paths')).lambda).toBeCloseTo(0.25 * 10 ** 0.2, 3)
  await expectPaths(page, figure)

  await figure.getByLabel('L1 and elastic net').check()
  await figure.getByText('Change the axis or the data').click()
  await figure.getByLabel('Correlation ρ').press('ArrowRight')
  await figure.getByLabel('Predictors p').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, 'paths')).toMatchObject({
    vs: 'en',
    rho: 0.55,
    p: 9,
    seed: 265,
  })
  await expectPaths(page, figure)
})

async function expectPaths(page: Page, figure: Locator) {
  await expectNumbers(figure, 'paths', await stateOf(page, 'paths'))
}

import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse: a lower threshold lets more features pass', async ({ page }) => {
  const figure = await open(page, 'stability')
  await drag(page, grip(figure, 'Threshold line'), { x: -100, y: 0 })
  expect((await stateOf(page, 'stability')).threshold).toBeLessThan(0.7)
  await expectStability(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'stability')
  const threshold = grip(figure, 'Threshold line')
  await threshold.scrollIntoViewIfNeeded()
  await swipe(page, await centre(threshold), { x: 45, y: 0 })
  expect((await stateOf(page, 'stability')).threshold).toBeGreaterThan(0.85)
  await expectStability(page, figure)
  await context.close()
})

test('follows the keyboard alone; a worker solves what is new', async ({ page }) => {
  const figure = await open(page, 'stability')
  await grip(figure, 'Threshold line').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await figure.getByLabel('Noise σ').press('ArrowRight')
  expect(await stateOf(page, 'stability')).toMatchObject({ threshold: 0.7, sigma: 3.5 })
  await expectStability(page, figure)

  await figure.getByText('Change the data').click()
  await figure.getByLabel('Features p').press('ArrowRight')
  await figure.getByLabel('True effects k').press('ArrowLeft')
  await figure.getByLabel('Resamples B').press('ArrowLeft')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, 'stability')).toMatchObject({ p: 11, k: 2, resamples: 80, seed: 10 })
  await expectStability(page, figure)
})

test('says how many pass, once the hand rests', async ({ page }) => {
  const figure = await open(page, 'stability')
  await expect(figure.locator('.fig-said')).toContainText('2 and 0 under λ.1se')
  await grip(figure, 'Threshold line').press('Shift+ArrowLeft')
  await expect(figure.getByRole('status').filter({ hasText: 'Threshold' })).toHaveText(
    /^Threshold 80% to 55%: 3 true and 1 without an effect reach 55% under λ.min, /,
  )
})

async function expectStability(page: Page, figure: Locator) {
  await expectNumbers(figure, 'stability', await stateOf(page, 'stability'))
}

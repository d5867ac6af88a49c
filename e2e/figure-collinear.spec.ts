import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse: back past its crossing ridge has the sign of least squares', async ({
  page,
}) => {
  const figure = await open(page, 'collinear')
  await drag(page, grip(figure, 'Penalty at the cursor'), { x: -120, y: 0 })
  expect((await stateOf(page, 'collinear')).lambda).toBeLessThan(0.03)
  await expect(figure.locator('.fig-said')).toContainText('in sample 1 β2 changes sign')
  await expectCollinear(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'collinear')
  const cursor = grip(figure, 'Penalty at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: 60, y: 0 })
  expect((await stateOf(page, 'collinear')).lambda).toBeGreaterThan(1)
  await expectCollinear(page, figure)
  await context.close()
})

test('follows the keyboard alone: other methods, other samples, other data', async ({ page }) => {
  const figure = await open(page, 'collinear')
  await grip(figure, 'Penalty at the cursor').focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  // five steps of 0.02 decades
  expect((await stateOf(page, 'collinear')).lambda).toBeCloseTo(0.3 * 10 ** 0.1, 3)
  await figure.getByLabel('Correlation ρ').press('End')
  await figure.getByRole('radio', { name: 'Lasso' }).check()
  await expectCollinear(page, figure)

  await figure.getByText('Change the data').click()
  await figure.getByLabel('Sample shown').press('ArrowRight')
  await figure.getByLabel('True effect β2').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw other data' }).press('Enter')
  expect(await stateOf(page, 'collinear')).toMatchObject({
    rho: 0.99,
    vs: 'l1',
    pick: 2,
    b2: 0.6,
    seed: 9,
  })
  await expectCollinear(page, figure)
})

test('what inflates the estimates is the same in both columns, whatever the penalty', async ({
  page,
}) => {
  const figure = await open(page, 'collinear')
  const vif = figure.locator('.fig-readout tr', { hasText: 'VIF of the features' }).locator('td')
  const spread = figure.locator('.fig-readout tr', { hasText: 'Spread' }).locator('td')
  await expect(vif).toHaveText(['10.3', '10.3'])
  const [, before] = await spread.allTextContents()
  await figure.getByLabel('Penalty λ').focus()
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight')
  await expect(vif).toHaveText(['10.3', '10.3'])
  await expect
    .poll(async () => Number((await spread.allTextContents())[1]))
    .toBeLessThan(Number(before))
  await expect(
    figure.getByRole('status').filter({ hasText: 'keep their VIF of 10.3' }),
  ).toBeAttached()
})

async function expectCollinear(page: Page, figure: Locator) {
  await expectNumbers(figure, 'collinear', await stateOf(page, 'collinear'))
}

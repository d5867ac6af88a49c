import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse to a model that is less sure', async ({ page }) => {
  const figure = await open(page, 'logistic')
  await expect(readout(figure, 'A line separates')).toHaveText('yes')
  const before = Number(await readout(figure, 'Length of β').textContent())
  expect(before).toBeGreaterThan(5)
  await drag(page, grip(figure, 'Penalty at the cursor'), { x: 120, y: 0 })
  expect((await stateOf(page, 'logistic')).lambda).toBeGreaterThan(0.001)
  expect(Number(await readout(figure, 'Length of β').textContent())).toBeLessThan(before / 2)
  await expectLogistic(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'logistic')
  const cursor = grip(figure, 'Penalty at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: 100, y: 0 })
  expect((await stateOf(page, 'logistic')).lambda).toBeGreaterThan(0.001)
  await expectLogistic(page, figure)
  await context.close()
})

test('follows the keyboard alone: other classes, other penalties, calibration', async ({
  page,
}) => {
  const figure = await open(page, 'logistic')
  await figure.getByLabel('Distance of centres').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('PageDown')
  const { distance } = await stateOf(page, 'logistic')
  expect(distance).toBeLessThan(3.5)
  await expect(readout(figure, 'A line separates')).toHaveText('no')
  await expect(figure.locator('.fig-said')).toContainText('no line separates them now')
  await expectLogistic(page, figure)

  await figure.getByLabel('Penalty λ').press('ArrowRight')
  await figure.getByLabel('Elastic net', { exact: true }).check()
  await figure.getByLabel('Mix α').press('ArrowLeft')
  await figure.getByLabel('Calibration', { exact: true }).check()
  await expect(grip(figure, 'Penalty at the cursor')).toHaveCount(0)
  await figure.getByText('Change the data').click()
  await figure.getByLabel('Correlation ρ').press('ArrowLeft')
  await figure.getByLabel('Rows n').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, 'logistic')).toMatchObject({
    penalty: 'en',
    view: 'calibration',
    alpha: 0.45,
    rho: 0.25,
    n: 70,
    seed: 22,
  })
  await expectLogistic(page, figure)
})

test('‖β‖ below 5 at 95 % accuracy: a link shows what solves it', async ({ page }) => {
  const figure = await open(page, 'logistic', '1.lambda~0.002')
  await expect(readout(figure, 'A line separates')).toHaveText('yes')
  expect(Number(await readout(figure, 'Length of β').textContent())).toBeLessThan(5)
  await expect(readout(figure, 'Rows on their side')).toHaveText(/^(5[7-9]|60) of 60$/)
  await expectNumbers(figure, 'logistic', { lambda: 0.002 })
})

function readout(figure: Locator, row: string): Locator {
  return figure.locator('.fig-readout').getByRole('row', { name: row }).getByRole('cell')
}

async function expectLogistic(page: Page, figure: Locator) {
  await expectNumbers(figure, 'logistic', await stateOf(page, 'logistic'))
}

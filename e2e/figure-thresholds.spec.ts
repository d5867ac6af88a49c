import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse: to the right fewer are flagged, and more of them rightly', async ({
  page,
}) => {
  const figure = await open(page, 'thresholds')
  await expect(readout(figure, '100 positives')).toHaveText(['84', '16'])
  await expect(readout(figure, '9,900 negatives')).toHaveText(['1,571', '8,329'])
  await expect(readout(figure, 'Precision')).toHaveText(['5.1%', '7.7%'])
  await drag(page, grip(figure, 'Threshold on the axis'), { x: 40, y: 0 })
  const { t } = await stateOf(page, 'thresholds')
  expect(t).toBeGreaterThan(1.5)
  await expect(readout(figure, 'Threshold')).toHaveText([t.toFixed(2), '1.34'])
  await expect(figure.locator('.fig-said')).toContainText(/recall falls .* precision rises/)
  await expectThresholds(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'thresholds')
  const threshold = grip(figure, 'Threshold on the axis')
  await threshold.scrollIntoViewIfNeeded()
  await swipe(page, await centre(threshold), { x: -80, y: 0 })
  expect((await stateOf(page, 'thresholds')).t).toBeLessThan(0)
  await expectThresholds(page, figure)
  await context.close()
})

test('follows the keyboard alone; the share of positives moves no ROC curve', async ({ page }) => {
  const figure = await open(page, 'thresholds')
  const threshold = grip(figure, 'Threshold on the axis')
  await threshold.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(threshold).toHaveAttribute('aria-valuetext', 'threshold 1.30')
  // A change that follows at once is told together with this one.
  await expect(figure.locator('p[role=status]')).toContainText(
    'Threshold 1.00 to 1.30: recall falls',
  )
  const curve = figure.locator('.fig-plot').nth(1)
  const drawn = await lines(curve)
  await figure.getByLabel('Positives', { exact: true }).press('PageUp')
  expect((await stateOf(page, 'thresholds')).prevalence).toBeGreaterThan(0.01)
  await expect(figure.locator('.fig-said')).toContainText('and with them the ROC curve')
  expect(await lines(curve)).toEqual(drawn)
  await expectThresholds(page, figure)

  await figure.getByLabel('Precision and recall').check()
  await expect(curve).toHaveAttribute('aria-label', /^Precision against recall, area 0\./)
  await figure.getByLabel('Cost of a miss').press('ArrowLeft')
  await figure.getByText('The scores', { exact: true }).click()
  await figure.getByLabel('Distance of the classes').press('ArrowRight')
  await figure.getByLabel('Spread of the positives').press('ArrowLeft')
  expect(await stateOf(page, 'thresholds')).toMatchObject({ curve: 'pr', d: 2.05, s: 0.95 })
  await expectThresholds(page, figure)

  await threshold.press('Home')
  expect((await stateOf(page, 'thresholds')).t).toBe(1)
  await figure.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(readout(figure, 'Precision')).toHaveText(['5.1%', '7.7%'])
})

/** What is drawn as a line, without the marks on it. */
function lines(plot: Locator): Promise<string[]> {
  return plot.locator('.fig-line').evaluateAll((all) => all.map((line) => line.getAttribute('d')!))
}

function readout(figure: Locator, row: string): Locator {
  return figure
    .locator('.fig-readout')
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('cell')
}

async function expectThresholds(page: Page, figure: Locator) {
  await expectNumbers(figure, 'thresholds', await stateOf(page, 'thresholds'))
}

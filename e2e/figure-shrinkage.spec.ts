import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse out of the dead zone', async ({ page }) => {
  const figure = await open(page, 'shrinkage')
  await expect(readout(figure, 'Estimate')).toHaveText(['0.40', '0', '0.20'])
  await drag(page, grip(figure, 'Estimate z at the cursor'), { x: 60, y: 0 })
  const { z } = await stateOf(page, 'shrinkage')
  expect(z).toBeGreaterThan(1.2)
  // L1 returns z − 1 there
  await expect(readout(figure, 'Estimate').nth(1)).toHaveText((z - 1).toFixed(2))
  await expectShrinkage(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'shrinkage')
  const cursor = grip(figure, 'Estimate z at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(page, await centre(cursor), { x: -90, y: 0 })
  expect((await stateOf(page, 'shrinkage')).z).toBeLessThan(-0.5)
  await expectShrinkage(page, figure)
  await context.close()
})

test('follows the keyboard alone, and shows the operators that do not shrink', async ({ page }) => {
  const figure = await open(page, 'shrinkage')
  const cursor = grip(figure, 'Estimate z at the cursor')
  await cursor.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(cursor).toHaveAttribute('aria-valuetext', 'z 1.10')
  await expect(figure.locator('.fig-said')).toContainText('L1 leaves 0')
  await figure.getByLabel('Mix α').press('ArrowRight')
  expect(await stateOf(page, 'shrinkage')).toMatchObject({ z: 1.1, alpha: 0.55 })
  await expectShrinkage(page, figure)

  await figure.getByLabel('L1, hard, MCP').check()
  await figure.getByLabel('MCP γ').press('ArrowLeft')
  await figure.getByLabel('Penalty λ').press('ArrowLeft')
  expect(await stateOf(page, 'shrinkage')).toMatchObject({ show: 'concave', gamma: 2.9 })
  await expectShrinkage(page, figure)
  await expect(readout(figure, 'Estimate').nth(1)).toHaveText('1.10')

  await cursor.press('Home')
  expect((await stateOf(page, 'shrinkage')).z).toBe(0.8)
  await figure.getByRole('button', { name: 'Reset' }).press('Enter')
  await expect(readout(figure, 'Estimate')).toHaveText(['0.40', '0', '0.20'])
})

function readout(figure: Locator, row: string): Locator {
  return figure.locator('.fig-readout').getByRole('row', { name: row }).getByRole('cell')
}

async function expectShrinkage(page: Page, figure: Locator) {
  await expectNumbers(figure, 'shrinkage', await stateOf(page, 'shrinkage'))
}

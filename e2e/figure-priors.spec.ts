import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse: the Laplace mode leaves 0 once z is beyond λ', async ({ page }) => {
  const figure = await open(page, 'priors')
  await expect(readout(figure, 'Mode')).toHaveText(['0.40', '0'])
  await expect(readout(figure, 'Mean')).toHaveText(['0.40', '0.39'])
  await drag(page, grip(figure, 'Observation on the axis'), { x: 60, y: 0 })
  const { z } = await stateOf(page, 'priors')
  expect(z).toBeGreaterThan(1.2)
  await expect(readout(figure, 'Mode')).toHaveText([(z / 2).toFixed(2), (z - 1).toFixed(2)])
  await expectPriors(page, figure)
})

test('follows a finger', async ({ browser, hasTouch }) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'priors')
  const observation = grip(figure, 'Observation on the axis')
  await observation.scrollIntoViewIfNeeded()
  await swipe(page, await centre(observation), { x: -100, y: 0 })
  expect((await stateOf(page, 'priors')).z).toBeLessThan(-0.5)
  await expectPriors(page, figure)
  await context.close()
})

test('follows the keyboard alone; the noise moves the Laplace mean and no mode', async ({
  page,
}) => {
  const figure = await open(page, 'priors')
  await figure.getByLabel('Noise σ').focus()
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft')
  expect(await stateOf(page, 'priors')).toMatchObject({ z: 0.8, lambda: 1, sigma: 0.5 })
  await expect(figure.locator('.fig-said')).toContainText('neither mode moves')
  await expect(readout(figure, 'Mode')).toHaveText(['0.40', '0'])
  await expect(readout(figure, 'Mean')).toHaveText(['0.40', '0.23'])
  await expectPriors(page, figure)

  const observation = grip(figure, 'Observation on the axis')
  await observation.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(observation).toHaveAttribute('aria-valuetext', 'z 0.75')
  await expect(figure.locator('.fig-said')).toContainText('z = 0.75')
  await figure.getByLabel('Penalty λ').press('ArrowRight')
  await expectPriors(page, figure)
})

function readout(figure: Locator, row: string): Locator {
  return figure.locator('.fig-readout').getByRole('row', { name: row }).getByRole('cell')
}

async function expectPriors(page: Page, figure: Locator) {
  await expectNumbers(figure, 'priors', await stateOf(page, 'priors'))
}

import type { Locator, Page } from '@playwright/test'
import { figures } from '#lib/figures/index.ts'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const id = 'bias-variance'

test('follows a mouse along the penalties, and the parts add up', async ({ page }) => {
  const figure = await open(page, id)
  await drag(page, grip(figure, 'Penalty at the cursor'), { x: 70, y: 0 })
  expect((await stateOf(page, id)).lambda).toBeGreaterThan(0.1)
  await expectSolved(page, figure)
  const [bias2, variance, noise, error] = await Promise.all(
    ['Bias2', 'Variance', 'Noise', 'Expected error'].map((_, row) => readout(figure, row)),
  )
  expect(bias2! + variance! + noise!).toBeCloseTo(error!, 2)
})

test('follows a finger, also where degrees of freedom are the axis', async ({
  browser,
  hasTouch,
}) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const page = await context.newPage()
  const figure = await open(page, id, '1.axis~df')
  const before = (await stateOf(page, id)).lambda
  const cursor = grip(figure, 'Penalty at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  // to the left: fewer degrees of freedom, more penalty
  await swipe(page, await centre(cursor), { x: -90, y: 0 })
  expect((await stateOf(page, id)).lambda).toBeGreaterThan(3 * before)
  await expectSolved(page, figure)
  await context.close()
})

test('follows the keyboard alone: where all bumps matter ridge wins, where three do the lasso', async ({
  page,
}) => {
  const figure = await open(page, id)
  await figure.getByLabel('Penalty λ').focus()
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
  // ten steps of 0.05 decades
  expect((await stateOf(page, id)).lambda).toBeCloseTo(0.03 * 10 ** 0.5, 3)
  await expectSolved(page, figure)
  const least = { row: 5, l2: 0, l1: 1 }
  expect(await readout(figure, least.row, least.l2)).toBeLessThan(
    await readout(figure, least.row, least.l1),
  )

  await figure.getByLabel('Three do').check()
  await figure.getByLabel('Lasso').check()
  await expect(figure.locator('.fig-said')).toContainText('the lasso')
  await expectSolved(page, figure)
  expect(await readout(figure, least.row, least.l1)).toBeLessThan(
    await readout(figure, least.row, least.l2),
  )

  await figure.getByText('Change the data').click()
  await figure.getByLabel('Bumps p').press('ArrowRight')
  await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
  expect(await stateOf(page, id)).toMatchObject({ method: 'l1', truth: 'sparse', p: 31, seed: 3 })
  await expectSolved(page, figure)

  await figure.getByRole('button', { name: 'Reset' }).press('Enter')
  await expectNumbers(figure, id)
})

test('says in one sentence what a change did', async ({ page }) => {
  const figure = await open(page, id)
  await expect(figure.locator('.fig-said')).toContainText('At penalty 0.030 ridge has bias² 0.025')
  await figure.getByLabel('Three do').check()
  await expect(figure.getByRole('status').filter({ hasText: 'Three' })).toHaveText(
    /^Three bumps matter: the least error is lower for the lasso, /,
  )
  expect(figures[id].title).toBe('What a penalty costs, and what it saves')
})

async function readout(figure: Locator, row: number, column = 0): Promise<number> {
  const cell = figure.locator('.fig-readout tbody tr').nth(row).locator('td').nth(column)
  return Number(await cell.textContent())
}

async function expectSolved(page: Page, figure: Locator) {
  await expectNumbers(figure, id, await stateOf(page, id))
}

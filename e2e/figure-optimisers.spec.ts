import type { Locator, Page } from '@playwright/test'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const id = 'optimisers'

test('follows a mouse: where the walk begins, and how far it has come', async ({ page }) => {
  const figure = await open(page, id)
  await drag(page, grip(figure, 'Start'), { x: 60, y: 40 })
  const { s1, s2 } = await stateOf(page, id)
  expect(s1).toBeGreaterThan(-0.6)
  expect(s2).toBeLessThan(2.3)
  await expectSolved(page, figure)
  await drag(page, grip(figure, 'Iterations at the cursor'), { x: 60, y: 0 })
  expect((await stateOf(page, id)).k).toBeGreaterThan(30)
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
  const begin = grip(figure, 'Start')
  await begin.scrollIntoViewIfNeeded()
  await swipe(page, await centre(begin), { x: 70, y: 30 })
  expect((await stateOf(page, id)).s1).toBeGreaterThan(-0.5)
  await expectSolved(page, figure)
  await context.close()
})

test('follows the keyboard alone: subgradient steps find no zero, proximal ones do', async ({
  page,
}) => {
  const figure = await open(page, id)
  await grip(figure, 'Start').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await stateOf(page, id)).toMatchObject({ s1: -0.95, s2: 2.25 })
  await page.keyboard.press('Home')
  await grip(figure, 'Iterations at the cursor').focus()
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight')
  expect(await stateOf(page, id)).toMatchObject({ s1: -1, s2: 2.5, k: 27 })
  await expect(figure.locator('.fig-said')).toContainText('is exactly 0, as at the minimum')
  await expectSolved(page, figure)

  await figure.getByLabel('Subgradient').check()
  await expect(figure.locator('.fig-said')).toContainText('is exactly 0, and here not')
  await figure.getByText('Change the loss').click()
  await figure.getByLabel('Correlation ρ').press('ArrowLeft')
  await figure.getByLabel('Least squares β̂1').fill('2.1')
  await page.keyboard.press('Tab')
  expect(await stateOf(page, id)).toMatchObject({ method: 'subgradient', rho: 0.85, b1: 2.1 })
  await expectSolved(page, figure)
})

test('a step that is too long runs away, and the figure says so', async ({ page }) => {
  const figure = await open(page, id, '1.step~2.2_method~fista_k~60')
  await expect(figure.locator('.fig-said')).toContainText('higher than where it began')
  await expect(figure.locator('.fig-said')).toContainText('beyond 2/L it may run away')
  await expectSolved(page, figure)
})

test('early stopping stands beside ridge at λ = 1/(step · iterations)', async ({ page }) => {
  const figure = await open(page, id)
  await figure.getByLabel('Early stopping').check()
  await expect(figure.getByLabel('Penalty λ')).toHaveCount(0)
  await figure.getByLabel('Iterations k').press('ArrowRight')
  await drag(page, grip(figure, 'Least-squares point'), { x: -30, y: -30 })
  const state = await stateOf(page, id)
  expect(state).toMatchObject({ view: 'stopping', k: 13 })
  expect(state.b1).toBeLessThan(2.2)
  await expectSolved(page, figure)
})

async function expectSolved(page: Page, figure: Locator) {
  await expectNumbers(figure, id, await stateOf(page, id))
}

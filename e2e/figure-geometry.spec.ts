import type { Locator } from '@playwright/test'
import { defaults, figures } from '#lib/figures/index.ts'
import { centre, drag, expectNumbers, grip, open, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

test('follows a mouse', async ({ page }) => {
  const figure = await open(page, 'geometry')
  await drag(page, grip(figure, 'Least-squares point'), { x: -60, y: 50 })
  const { b1, b2 } = await geometryState(figure)
  expect(b1).toBeLessThan(2.3)
  expect(b2).toBeLessThan(0.9)
  await expectGeometry(figure)
})

test('follows a finger on the point; the page scrolls from everywhere else', async ({
  browser,
  hasTouch,
}) => {
  test.skip(!hasTouch, 'the phone has the touch screen')
  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 500 },
  })
  const page = await context.newPage()
  const figure = await open(page, 'geometry')
  const point = grip(figure, 'Least-squares point')
  await point.scrollIntoViewIfNeeded()
  const scrolled = await page.evaluate(() => scrollY)
  await swipe(page, await centre(point), { x: -70, y: 40 })
  expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  const { b1, b2 } = await geometryState(figure)
  expect(b1).toBeLessThan(2)
  expect(b2).toBeLessThan(0.7)
  await expectGeometry(figure)

  const { x, y } = await centre(figure.locator('.fig-plot').first())
  await swipe(page, { x: x - 120, y }, { x: 0, y: -120 })
  await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scrolled)
  await context.close()
})

test('follows the keyboard alone', async ({ page }) => {
  const figure = await open(page, 'geometry')
  const point = grip(figure, 'Least-squares point')
  await point.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await geometryState(figure)).toMatchObject({ b1: 2.35, b2: 0.65 })
  await expect(point).toHaveAttribute('aria-valuetext', 'β1 2.35, β2 0.65')
  await expectGeometry(figure)
  await page.keyboard.press('Home')
  expect(await geometryState(figure)).toMatchObject({ b1: 2.3, b2: 0.9 })

  await figure.getByLabel('Correlation ρ').focus()
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
  expect(await geometryState(figure)).toMatchObject({ rho: 0.9 })
  await expectGeometry(figure)

  await figure.getByLabel('Least squares β̂2').fill('-0.8')
  await page.keyboard.press('Tab')
  await figure.getByLabel('Same penalty').check()
  await figure.getByLabel('Penalty λ').focus()
  await page.keyboard.press('ArrowLeft')
  await expectGeometry(figure)

  await figure.getByRole('button', { name: 'Reset' }).press('Enter')
  expect(await geometryState(figure)).toEqual(defaults(figures.geometry))
})

test('says in one sentence what a change did, once the hand rests', async ({ page }) => {
  const figure = await open(page, 'geometry')
  await expect(figure.locator('.fig-said')).toContainText(
    'drops β2, which least squares puts at 0.90',
  )
  const status = figure.getByRole('status').filter({ hasText: 'Budget' })
  await figure.getByLabel('Budget t').focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight')
  await expect(figure.locator('.fig-said')).toContainText('Budget 1.50')
  await expect(status).toHaveText(/^Budget 1.50: the lasso moves to .* and takes β2 back/)
})

test('clamps what is typed out of range', async ({ page }) => {
  const figure = await open(page, 'geometry')
  const input = figure.getByLabel('Least squares β̂1')
  await input.fill('99')
  await input.blur()
  await expect(input).toHaveValue('3.20')
  await expectGeometry(figure)
})

async function geometryState(figure: Locator) {
  const by = (await figure.getByLabel('Same penalty').isChecked()) ? 'lambda' : 'budget'
  const level = figure.getByLabel(by === 'lambda' ? 'Penalty λ' : 'Budget t')
  const value = Number(await level.inputValue())
  const start = defaults(figures.geometry)
  return {
    ...start,
    budget: by === 'budget' ? value : start.budget,
    b1: Number(await figure.getByLabel('Least squares β̂1').inputValue()),
    b2: Number(await figure.getByLabel('Least squares β̂2').inputValue()),
    rho: Number(await figure.getByLabel('Correlation ρ').inputValue()),
    by,
    lambda: by === 'lambda' ? 10 ** value : start.lambda,
  } as const
}

async function expectGeometry(figure: Locator) {
  await expectNumbers(figure, 'geometry', await geometryState(figure))
}

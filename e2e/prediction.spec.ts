import type { Locator, Page } from '@playwright/test'
import { expectNumbers, grip, ready } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

/* A figure that asks first. Its question is one of the seed question's items: where will the L1 answer
   lie when the budget rises to 2? At (1.7, 0.3). */

const QUESTION = '/questions/l1-vs-l2-regularization'
const before = { budget: 1.2, b1: 2.3, b2: 0.9, rho: 0.5 }
const after = { ...before, budget: 2 }

test('waits for a prediction, then shows what happens beside it, and why', async ({ page }) => {
  const figure = await open(page)
  await expectNumbers(figure, 'geometry', before)
  await expect(figure.getByRole('slider', { name: 'Least-squares point' })).toBeHidden()
  await expect(figure.getByLabel('Budget t')).not.toBeFocused()
  await figure.getByLabel('Budget t').focus()
  await expect(figure.getByLabel('Budget t')).not.toBeFocused()

  await figure.getByRole('button', { name: 'Predict', exact: true }).click()
  await expect(figure.getByRole('alert')).toHaveText('β1: type a number, such as 0.25.')

  await pointAt(figure, { x: 0.5, y: 0.5 })
  const inputs = figure.getByRole('spinbutton', { name: /^β\d$/ })
  const pointed = await Promise.all([0, 1].map((i) => inputs.nth(i).inputValue()))
  for (const text of pointed) expect(Number(text)).toBeGreaterThan(0)
  await inputs.first().press('ArrowUp')
  expect(Number(await inputs.first().inputValue())).toBeCloseTo(Number(pointed[0]) + 0.05, 9)
  await inputs.first().fill('1.7')
  await inputs.nth(1).fill('0.35')
  await figure.getByRole('radio', { name: 'Fairly sure' }).check()
  const received = page.waitForResponse('**/api/attempts')
  await figure.getByRole('button', { name: 'Predict', exact: true }).click()
  const [attempt] = (await received).request().postDataJSON().attempts
  expect(attempt).toMatchObject({ response: ['1.7', '0.35'], confidence: 2 })

  await expect(said(figure)).toHaveText(
    'You predicted β1 = 1.7, β2 = 0.35; it is β1 = 1.70, β2 = 0.30, close enough.',
  )
  await expectNumbers(figure, 'geometry', after)
  await expect(figure.locator('.fig-guess:visible')).toContainText('You')
  await figure.getByText('Why?').click()
  await expect(figure.getByText('by 0.6 each')).toBeVisible()

  await grip(figure, 'Least-squares point').press('ArrowRight')
  await expectNumbers(figure, 'geometry', { ...after, b1: 2.35 })
  await expect(figure.locator('.fig-guess:visible')).toContainText('You')
})

test('is graded when it is recorded, and found again with its figure free', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  const first = await open(page)
  await predict(first, '0.5', '1.5')
  await expect(said(first)).toContainText('it is β1 = 1.70, β2 = 0.30.')
  await page.reload()
  const figure = page.locator('[data-demo=geometry]').first()
  await figure.scrollIntoViewIfNeeded()
  await ready(figure)
  await expect(said(figure)).toContainText('You predicted β1 = 0.5')
  await expectNumbers(figure, 'geometry', before)
  await figure.getByLabel('Budget t').press('ArrowRight')
  await expectNumbers(figure, 'geometry', { ...before, budget: 1.25 })

  await figure.getByRole('button', { name: 'Predict again' }).click()
  await expect(figure.getByRole('button', { name: 'Skip' })).toBeVisible()
  await expectNumbers(figure, 'geometry', before)
})

test('may be skipped, and is folded away from the third visit on', async ({ page }) => {
  let figure = await open(page)
  await figure.getByRole('button', { name: 'Skip' }).click()
  await expectNumbers(figure, 'geometry', after)
  await expect(figure.getByRole('button', { name: 'Predict first' })).toBeVisible()

  figure = await open(page)
  await expect(figure.getByRole('button', { name: 'Skip' })).toBeVisible()
  figure = await open(page)
  await expect(figure.getByRole('button', { name: 'Skip' })).toHaveCount(0)
  await expectNumbers(figure, 'geometry', before)
  await figure.getByRole('button', { name: 'Predict first' }).click()
  await expect(figure.getByRole('button', { name: 'Skip' })).toBeVisible()
})

test('keeps its key to the server, and stands only before its figure', async ({ page, axe }) => {
  const answer = await page.request.get(QUESTION)
  expect(await answer.text()).not.toMatch(/at\(budget=2\)\.beta|by 0\.6 each/)
  const figure = await open(page)
  await expect(page.getByText('the budget rises from 1.2 to 2')).toHaveCount(1)
  await predict(figure, '1.7', '0.3')
  await expect(figure.getByText('close enough')).toBeVisible()
  await axe()
})

test('without JavaScript the figure is simply there', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(QUESTION)
  const figure = page.locator('[data-demo=geometry]').first()
  await expect(figure.locator('.fig-plot:visible').first()).toBeVisible()
  await expect(figure.getByText('Predict first')).toBeHidden()
  await expect(figure.getByText('What to notice')).toBeVisible()
  await context.close()
})

/** What became of the prediction. */
function said(figure: Locator): Locator {
  return figure.getByRole('status').filter({ hasText: 'You predicted' })
}

async function open(page: Page): Promise<Locator> {
  await page.goto(QUESTION)
  const figure = page.locator('[data-demo=geometry]').first()
  await figure.scrollIntoViewIfNeeded()
  await ready(figure)
  return figure
}

async function predict(figure: Locator, first: string, second: string) {
  const inputs = figure.getByRole('spinbutton', { name: /^β\d$/ })
  await inputs.first().fill(first)
  await inputs.nth(1).fill(second)
  await figure.getByRole('button', { name: 'Predict', exact: true }).click()
}

/** @param at as shares of the plot's width and height */
async function pointAt(figure: Locator, at: { x: number; y: number }) {
  const plot = figure.locator('.fig-place:visible').first()
  const box = (await plot.boundingBox())!
  await plot.click({ position: { x: box.width * at.x, y: box.height * at.y } })
}

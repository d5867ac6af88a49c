import { figures } from '#lib/figures/index.ts'
import { centre, drag, expectNumbers, grip, open, stateOf, swipe } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const id = 'conventions'

test('follows a mouse along the units, and a finger', async ({ page, browser }) => {
  const figure = await open(page, id)
  await drag(page, grip(figure, 'Unit at the cursor'), { x: 60, y: 0 })
  const state = await stateOf(page, id)
  expect(state.unit).toBeGreaterThan(0.5)
  await expectNumbers(figure, id, state)

  const context = await browser.newContext({
    hasTouch: true,
    viewport: { width: 390, height: 844 },
  })
  const phone = await context.newPage()
  const drawn = await open(phone, id)
  const cursor = grip(drawn, 'Unit at the cursor')
  await cursor.scrollIntoViewIfNeeded()
  await swipe(phone, await centre(cursor), { x: -60, y: 0 })
  const swiped = await stateOf(phone, id)
  expect(swiped.unit).toBeLessThan(0.02)
  await expectNumbers(drawn, id, swiped)
  await context.close()
})

test('follows the keyboard alone: the same rows in another unit are another lasso', async ({
  page,
}) => {
  const figure = await open(page, id)
  await figure.getByRole('radio', { name: 'L1' }).check()
  const unit = figure.getByRole('slider', { name: 'First column ×' })
  await unit.focus()
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
  const state = await stateOf(page, id)
  expect(state).toMatchObject({ method: 'l1', unit: 1 })
  await expectNumbers(figure, id, state)
  expect(resultOf(state)['effect1']).toBeGreaterThan(2)
  await expect(figure.locator('.fig-said')).toContainText('its effect goes from')

  await figure.getByRole('radio', { name: 'Standardised' }).check()
  await unit.press('ArrowLeft')
  await expect(figure.locator('.fig-said')).toContainText('standardising divides the unit out')
  await expectNumbers(figure, id, await stateOf(page, id))

  await figure.getByRole('radio', { name: 'Elastic net' }).check()
  await figure.getByRole('slider', { name: 'Mix α' }).press('ArrowRight')
  expect(await stateOf(page, id)).toMatchObject({ method: 'en', alpha: 0.55 })
  await expectNumbers(figure, id, await stateOf(page, id))
})

test('the converted number gives equal predictions', async ({ page }) => {
  const figure = await open(page, id, '1.number~29')
  await expect(figure.locator('.fig-said')).toContainText(
    'in scikit-learn the same model takes 30.0',
  )
  const number = figure.getByRole('slider', { name: 'Number typed' })
  const before = resultOf(await stateOf(page, id))
  await number.press('ArrowRight')
  const state = await stateOf(page, id)
  const after = resultOf(state)
  expect(after['difference']).toBeLessThan(before['difference']!)
  await expectNumbers(figure, id, state)

  await figure.getByText('Penalise the intercept').click()
  await figure.getByRole('radio', { name: 'Penalised' }).check()
  await expect(figure.locator('.fig-said')).toContainText('10 more in y are 6.7 more')
  await expectNumbers(figure, id, await stateOf(page, id))
})

function resultOf(state: Awaited<ReturnType<typeof stateOf<typeof id>>>) {
  return figures.conventions.named(figures.conventions.compute(state))
}

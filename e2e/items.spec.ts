import type { Locator, Page } from '@playwright/test'
import { centre, ready } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const ORDER = [
  'Set the test rows aside.',
  'Cut the other rows into folds.',
  'For each fold and each λ, fit scaler and model without that fold.',
  'Choose the λ with the smallest mean error on the folds left out.',
  'Refit scaler and model at that λ on all rows but the test rows.',
  'Report the error on the test rows.',
]
const PAIRS = {
  'L2, the sum of squares': 'Gaussian, centred at 0',
  'L1, the sum of sizes': 'Laplace, centred at 0',
  'No penalty': 'Flat, the same density everywhere',
  'Elastic net': 'Density in proportion to exp(−a|β| − bβ²)',
}

/* Every kind of item on its gallery: graded by the server, whose answer alone holds key and reason. */

test('every kind is answered right by keyboard alone', async ({ page, axe }) => {
  await open(page)

  const single = kind(page, 'single')
  await single.getByRole('radio', { name: 'Ridge, at any' }).focus()
  await page.keyboard.press('Space')
  await expectRight(single)

  const multiple = kind(page, 'multiple')
  for (const name of ['The area under the ROC curve', 'The precision among']) {
    await multiple.getByRole('checkbox', { name }).focus()
    await page.keyboard.press('Space')
  }
  await expectRight(multiple)

  const numeric = kind(page, 'numeric')
  await numeric.getByRole('textbox').focus()
  await page.keyboard.type('1/2')
  await expectRight(numeric)

  const ordering = kind(page, 'ordering')
  await submit(ordering)
  await expect(ordering.getByRole('alert')).toHaveText('Move the steps into order first.')
  // Each step in turn is carried up to its place; the focus goes with it.
  for (const [place, text] of ORDER.entries()) {
    const rows = ordering.getByRole('listitem')
    const from = (await rows.allTextContents()).findIndex((row) => row.includes(text))
    if (from === place) continue
    await ordering.getByRole('button', { name: `Move down: ${text}` }).focus()
    for (let nth = from; nth > place; nth--) await page.keyboard.press('Alt+ArrowUp')
    await expect(rows.nth(place)).toContainText(text)
    await expect(rows.nth(place).getByRole('button', { name: 'Move up' })).toBeFocused()
    await expect(ordering.getByRole('status').first()).toHaveText(
      `${text}: now ${place + 1} of ${ORDER.length}.`,
    )
  }
  await expectRight(ordering)

  const matching = kind(page, 'matching')
  for (const [left, right] of Object.entries(PAIRS)) {
    if (left === 'Elastic net') {
      await submit(matching)
      await expect(matching.getByRole('alert')).toHaveText('Not matched yet: Elastic net.')
    }
    const choice = matching.getByRole('group', { name: left }).getByRole('radio', { name: right })
    await choice.focus()
    await page.keyboard.press('Space')
  }
  await expectRight(matching)

  const fill = kind(page, 'fill')
  await fill.getByRole('textbox').focus()
  await page.keyboard.type('the Soft Threshold')
  await expectRight(fill)

  const plot = kind(page, 'plot')
  await plot.getByRole('radio', { name: 'λ from 0.15' }).focus()
  await page.keyboard.press('Space')
  await expect(plot.getByRole('region', { name: 'The numbers of the drawing' })).toBeAttached()
  await expectRight(plot)

  const spot = kind(page, 'spot')
  await spot.getByRole('radio', { name: 'Line 2' }).focus()
  await page.keyboard.press('ArrowUp')
  await expectRight(spot)

  const claim = kind(page, 'claim')
  await claim.getByRole('radio', { name: 'False' }).focus()
  await page.keyboard.press('Space')
  await submit(claim)
  await expect(claim.getByRole('alert')).toHaveText('Choose the reason too.')
  await claim.getByRole('radio', { name: 'Only the length' }).focus()
  await page.keyboard.press('Space')
  await expectRight(claim)

  const predict = kind(page, 'predict')
  await near(predict)
  await predict.getByRole('radio', { name: 'It is back.' }).focus()
  await page.keyboard.press('Space')
  await predict.getByRole('button', { name: 'Predict' }).press('Enter')
  await expect(predict).toContainText('As you predicted: It is back.')

  const task = kind(page, 'task')
  await near(task)
  const budget = task.getByRole('slider', { name: 'Budget' }).first()
  for (let step = 0; step < 3; step++) await budget.press('PageUp')
  await task.getByRole('button', { name: 'Submit this state' }).press('Enter')
  await expect(task).toContainText('Reached.')
  await axe()
})

test('wrong answers by hand show what is right, and can be tried again', async ({ page, axe }) => {
  await open(page)

  const ordering = kind(page, 'ordering')
  const rows = ordering.getByRole('listitem')
  const [last = ''] = (await rows.allTextContents()).slice(-1)
  await rows.last().getByRole('button', { name: 'Move up' }).click()
  await expect(rows.nth(ORDER.length - 2)).toHaveText(new RegExp(plain(last)))
  await submit(ordering)
  await expect(ordering).toContainText(/Belongs at \d/)
  const right = ordering.getByRole('list').nth(1)
  expect((await right.getByRole('listitem').allTextContents()).map(plain)).toEqual(ORDER)

  const matching = kind(page, 'matching')
  for (const left of Object.keys(PAIRS)) {
    const choice = matching.getByRole('group', { name: left })
    await choice.getByRole('radio', { name: 'Laplace' }).click()
  }
  await submit(matching)
  await expect(matching).toContainText('Partly: 25 %.')
  await expect(matching).toContainText('1 of 4 are matched as they belong.')

  const fill = kind(page, 'fill')
  await fill.getByRole('textbox').fill('soft tresholding')
  await submit(fill)
  await expect(fill).toContainText('The answer is soft-thresholding.')
  await fill.getByRole('button', { name: 'Try again' }).click()
  await expect(fill.getByRole('textbox')).toHaveValue('')

  const plot = kind(page, 'plot')
  await near(plot)
  const drawing = plot.locator('.fig-place')
  const { width } = (await drawing.boundingBox())!
  const { x, y } = await centre(drawing)
  await page.mouse.click(x - width / 2 + 4, y)
  await expect(plot).toContainText('That is outside of the places to choose from.')
  const middle = await centre(plot.locator('.fig-region').nth(1))
  await page.mouse.click(middle.x, middle.y)
  await expect(plot).not.toContainText('That is outside')
  await expect(plot.getByRole('radio', { name: 'λ from 0.48' })).toBeChecked()
  await submit(plot)
  await expect(plot).toContainText('Not yet.')
  await expect(plot).toContainText('Right, not chosen.')

  const spot = kind(page, 'spot')
  await spot.getByRole('radio', { name: 'Line 3' }).click()
  await submit(spot)
  await expect(spot).toContainText('This line is wrong')

  const claim = kind(page, 'claim')
  await claim.getByRole('radio', { name: 'False' }).click()
  await claim.getByRole('radio', { name: 'Each coefficient' }).click()
  await submit(claim)
  await expect(claim).toContainText('Partly: 40 %.')

  await axe()
  await wide(page)
})

test('no key and no reason is in the page before it is asked for', async ({
  page,
  expected,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  const bodies: string[] = []
  page.on('response', async (response) => {
    const isText = /html|javascript|json|text/.test(response.headers()['content-type'] ?? '')
    if (isText) bodies.push(await response.text().catch(() => ''))
  })
  await open(page)
  await near(kind(page, 'plot'))
  const secrets = [
    'Swapping the copies leaves', // a reason
    'treats copies alike', // that of an option
    'Divide by all positives', // a named slip
    'soft-threshold operator', // an accepted form
    'at(budget=2)', // when an outcome happens
    'pipeline with the model', // why a line is wrong
  ]
  const found = secrets.filter((secret) => bodies.some((body) => body.includes(secret)))
  expect(found).toEqual([])

  const fill = kind(page, 'fill')
  await fill.getByText('As an author writes it').click()
  await expect(fill.locator('pre')).toContainText('soft-threshold operator')

  // What cannot be graded gets a sentence; what is not reached says what is kept.
  expected.push(/api.kinds.fill|Failed to load/)
  await page.route('**/api/kinds/**', (route) => route.abort())
  await fill.getByRole('textbox').fill('soft threshold')
  await submit(fill)
  await expect(fill.getByRole('alert')).toContainText('Your answer is still here')
  await expect(fill.getByRole('textbox')).toHaveValue('soft threshold')
})

test('the drawing of a plot item is there in whatever order page and fonts come', async ({
  browser,
  hasTouch,
}) => {
  test.skip(hasTouch, 'no width changes that')
  const heights = []
  // One load in four or five had none.
  for (let load = 0; load < 8; load++) {
    const context = await browser.newContext() // without the fonts of the last
    const page = await context.newPage()
    await page.goto('/write/kinds')
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const plot = kind(page, 'plot')
    await near(plot)
    heights.push(await plot.locator('[data-demo]').evaluate((figure) => figure.clientHeight))
    await context.close()
  }
  expect(Math.min(...heights), heights.join(' ')).toBeGreaterThan(200)
})

/** The gallery, once it can be answered. */
async function open(page: Page) {
  await page.goto('/write/kinds')
  await expect(kind(page, 'single').getByRole('radio').first()).toBeEnabled()
}

function kind(page: Page, name: string): Locator {
  return page.locator(`section[aria-labelledby=kind-${name}]`)
}

async function submit(item: Locator) {
  await item.getByRole('button', { name: 'Check' }).press('Enter')
}

async function expectRight(item: Locator) {
  await submit(item)
  await expect(item).toContainText('Right.')
}

/** Scrolled to, and its figure alive. */
async function near(item: Locator) {
  await item.locator('[data-demo]').scrollIntoViewIfNeeded()
  await ready(item.locator('[data-demo]'))
}

/** Nothing reaches beyond the page's sides. */
async function wide(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(beyond).toBeLessThanOrEqual(0)
}

/** A row without its number. */
function plain(row: string): string {
  return row.replace(/^\d+/, '').replace(/(In its place|Belongs at \d)$/, '')
}

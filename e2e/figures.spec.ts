import { type FigureId, figures } from '#lib/figures/index.ts'
import { expected, expectNumbers, numbers, open, ready } from './figure-page.ts'
import { chooseTheme, expect, javascriptBytes, test } from './fixtures.ts'

/* What holds for every figure. What one of them does is in figure-<id>.spec.ts. */

const QUESTION = '/questions/l1-vs-l2-regularization'

for (const id of Object.keys(figures) as FigureId[]) {
  test(`${id} is drawn without JavaScript, with its table`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`/demos/${id}`)
    const figure = page.locator(`[data-demo=${id}]`)
    await expect(figure.locator('.fig-plot:visible').first()).toBeVisible()
    await expect(figure.getByRole('button', { name: 'Reset' })).toBeHidden()
    expect(await numbers(figure)).toEqual(expected(id))
    await context.close()
  })

  test(`${id} has no barrier, in both themes, with its table open too`, async ({
    page,
    axe,
    hasTouch,
  }) => {
    const figure = await open(page, id)
    // Of what the themes change a phone has nothing of its own.
    for (const theme of hasTouch ? (['dark'] as const) : (['light', 'dark'] as const)) {
      await chooseTheme(page, theme)
      await axe()
    }
    await figure.getByRole('button', { name: 'Table' }).click()
    await expect(figure.locator('.fig-plot').first()).toBeHidden()
    await expect(figure.locator('.fig-tables')).not.toHaveClass(/visually-hidden/)
    await axe()
  })

  test(`${id} fits its page, and every target is large enough`, async ({ page, hasTouch }) => {
    const figure = await open(page, id)
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    const least = hasTouch ? 44 : 24
    for (const target of await figure.locator('button, summary, [role=slider]').all()) {
      const box = await target.boundingBox()
      if (box !== null) expect(box.height).toBeGreaterThanOrEqual(least)
    }
    for (const text of await figure.locator('svg text:visible').all())
      expect(
        await text.evaluate((element) => {
          const scale = (element as SVGGraphicsElement).getScreenCTM()?.a ?? 0
          return scale * parseFloat(getComputedStyle(element).fontSize)
        }),
      ).toBeGreaterThanOrEqual(11)
  })
}

test('a link carries the state, and opening it shows the same numbers', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  const figure = await open(page, 'geometry')
  await figure.getByLabel('Budget t').press('ArrowLeft')
  await expect(page).toHaveURL('/demos/geometry?s=1.budget~1.15')
  const before = await numbers(figure)
  await page.reload()
  await ready(figure)
  expect(await numbers(figure)).toEqual(before)

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await figure.getByRole('button', { name: 'Copy link' }).click()
  await expect(figure.getByText('Link copied')).toBeAttached()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
})

test('a link that asks too much is clamped, and says so', async ({ page, hasTouch }) => {
  test.skip(hasTouch, 'either width is enough')
  const figure = await open(page, 'geometry', '1.budget~99_colour~red')
  await expect(figure.locator('.fig-notes')).toContainText(
    '“budget” goes from 0.1 to 4: it is 4 here',
  )
  await expect(figure.locator('.fig-notes')).toContainText('“colour” is not part of')
  await expect(figure.getByLabel('Budget t')).toHaveValue('4')
})

for (const forged of ['%00', '1.', '1.lambda~1e999', '1.__proto__~1', `1.${'b1~9_'.repeat(500)}`])
  test(`a forged link is no error: ${forged.slice(0, 20)}`, async ({ page, hasTouch }) => {
    test.skip(hasTouch, 'either width is enough')
    await open(page, 'geometry', forged)
  })

test('a figure that does not exist is a page that says so', async ({
  page,
  expected: expectedOfBrowser,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  expectedOfBrowser.push(/404/)
  const answer = await page.goto('/demos/nothing')
  expect(answer?.status()).toBe(404)
})

test('an error stays inside of its figure, which can be drawn again', async ({
  page,
  expected: expectedOfBrowser,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  expectedOfBrowser.push(/no such room/)
  await page.addInitScript(() => {
    const Real = window.ResizeObserver
    let broken = true
    window.ResizeObserver = class extends Real {
      override observe(element: Element) {
        if (broken && element.classList.contains('fig-panels')) {
          broken = false
          throw new Error('no such room')
        }
        super.observe(element)
      }
    }
  })
  await page.goto('/demos/geometry')
  const figure = page.locator('[data-demo=geometry]')
  await expect(figure.getByRole('alert')).toContainText('This figure cannot be drawn')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await figure.getByRole('button', { name: 'Draw it again' }).click()
  await ready(figure)
  await expectNumbers(figure, 'geometry')
})

test('the gallery shows each of them, drawn by the server', async ({ page, axe }) => {
  await page.goto('/demos')
  for (const { id, title } of Object.values(figures)) {
    const link = page.getByRole('link', { name: title })
    await expect(link).toHaveAttribute('href', `/demos/${id}`)
    await expect(link.locator('svg').first()).toBeVisible()
  }
  await axe()
})

test('on a question the code comes when a reader comes near, and nothing moves', async ({
  page,
}) => {
  await page.goto(QUESTION, { waitUntil: 'networkidle' })
  const first = await javascriptBytes(page)
  const drawn = await page.locator('[data-demo] .fig-plot').count()
  expect(drawn).toBeGreaterThan(2)
  await page.evaluate(() => {
    const shifts = window as unknown as { moved: number }
    shifts.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.moved += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  for (const figure of await page.locator('[data-demo]').all()) {
    await figure.scrollIntoViewIfNeeded()
    await ready(figure)
  }
  expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(
    0.01,
  )
  expect((await javascriptBytes(page)) - first).toBeGreaterThan(5_000)
})

import type { Locator, Page } from '@playwright/test'
import { decodeState, defaults, type Figure, type FigureId, figures } from '#lib/figures/index.ts'
import { chooseTheme, expect, javascriptBytes, test } from './fixtures.ts'

/* Every number is read from the table twin and recomputed here by the solver, from the state that the
   controls show. */

const QUESTION = '/questions/l1-vs-l2-regularization'

test.describe('geometry', () => {
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
  }) => {
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
})

test.describe('paths', () => {
  test('follows a mouse along the penalties', async ({ page }) => {
    const figure = await open(page, 'paths')
    await drag(page, grip(figure, 'Penalty at the cursor'), { x: 50, y: 0 })
    const state = await pathsState(page)
    expect(state.lambda).toBeGreaterThan(0.4)
    await expectPaths(page, figure)
  })

  test('follows a finger', async ({ browser }) => {
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    })
    const page = await context.newPage()
    const figure = await open(page, 'paths')
    const cursor = grip(figure, 'Penalty at the cursor')
    await cursor.scrollIntoViewIfNeeded()
    await swipe(page, await centre(cursor), { x: -60, y: 0 })
    expect((await pathsState(page)).lambda).toBeLessThan(0.15)
    await expectPaths(page, figure)
    await context.close()
  })

  test('follows the keyboard alone, and shows the elastic net and other data', async ({ page }) => {
    const figure = await open(page, 'paths')
    await figure.getByLabel('Penalty λ').focus()
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
    // ten steps of 0.02 decades
    expect((await pathsState(page)).lambda).toBeCloseTo(0.25 * 10 ** 0.2, 3)
    await expectPaths(page, figure)

    await figure.getByLabel('L1 and elastic net').check()
    await figure.getByText('Change the data').click()
    await figure.getByLabel('Correlation ρ').press('ArrowRight')
    await figure.getByLabel('Predictors p').press('ArrowRight')
    await figure.getByRole('button', { name: 'Draw another sample' }).press('Enter')
    expect(await pathsState(page)).toMatchObject({
      vs: 'en',
      rho: 0.55,
      p: 9,
      seed: 265,
    })
    await expectPaths(page, figure)
  })
})

test.describe('both', () => {
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

    test(`${id} has no barrier, in both themes, with its table open too`, async ({ page, axe }) => {
      const figure = await open(page, id)
      for (const theme of ['light', 'dark'] as const) {
        await chooseTheme(page, theme)
        await axe()
      }
      await figure.getByRole('button', { name: 'Table' }).click()
      await expect(figure.locator('.fig-plot').first()).toBeHidden()
      await expect(figure.getByRole('table', { name: /penalty|along/i }).first()).toBeVisible()
      await axe()
    })

    test(`${id} fits its page, and every target is large enough`, async ({ page, hasTouch }) => {
      const figure = await open(page, id)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      )
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

  test('a link carries the state, and opening it shows the same numbers', async ({ page }) => {
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

  test('a link that asks too much is clamped, and says so', async ({ page }) => {
    const figure = await open(page, 'geometry', '1.budget~99_colour~red')
    await expect(figure.locator('.fig-notes')).toContainText(
      '“budget” goes from 0.1 to 4: it is 4 here',
    )
    await expect(figure.locator('.fig-notes')).toContainText('“colour” is not part of')
    expect(await geometryState(figure)).toMatchObject({ budget: 4 })
  })

  for (const forged of ['%00', '1.', '1.lambda~1e999', '1.__proto__~1', `1.${'b1~9_'.repeat(500)}`])
    test(`a forged link is no error: ${forged.slice(0, 20)}`, async ({ page }) => {
      await open(page, 'geometry', forged)
    })

  test('a figure that does not exist is a page that says so', async ({
    page,
    expected: expectedOfBrowser,
  }) => {
    expectedOfBrowser.push(/404/)
    const answer = await page.goto('/demos/nothing')
    expect(answer?.status()).toBe(404)
  })

  test('an error stays inside of its figure, which can be drawn again', async ({
    page,
    expected: expectedOfBrowser,
  }) => {
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
    await expectGeometry(figure)
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
})

async function open(page: Page, id: FigureId, state?: string): Promise<Locator> {
  await page.goto(state === undefined ? `/demos/${id}` : `/demos/${id}?s=${state}`)
  const figure = page.locator(`[data-demo=${id}]`)
  await ready(figure)
  return figure
}

/** Alive: drawn for one layout, no longer for both as the server does. */
async function ready(figure: Locator) {
  await expect(figure.locator('.fig-panels > *')).toHaveCount(1)
}

function grip(figure: Locator, name: string): Locator {
  return figure.getByRole('slider', { name })
}

async function centre(place: Locator) {
  const box = (await place.boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

type Point = { x: number; y: number }

async function drag(page: Page, handle: Locator, by: Point) {
  await handle.scrollIntoViewIfNeeded()
  const { x, y } = await centre(handle)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + by.x / 2, y + by.y / 2)
  await page.mouse.move(x + by.x, y + by.y, { steps: 4 })
  await page.mouse.up()
}

/** A finger as the browser sees one: it decides itself whether to scroll. */
async function swipe(page: Page, { x, y }: Point, by: Point) {
  const browser = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share = 0) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + by.x * share, y: y + by.y * share }],
    })
  await touch('touchStart')
  for (let i = 1; i <= 8; i++) await touch('touchMove', i / 8)
  await touch('touchEnd')
}

async function geometryState(figure: Locator) {
  const by = (await figure.getByLabel('Same penalty').isChecked()) ? 'lambda' : 'budget'
  const level = figure.getByLabel(by === 'lambda' ? 'Penalty λ' : 'Budget t')
  const value = Number(await level.inputValue())
  const start = defaults(figures.geometry)
  return {
    budget: by === 'budget' ? value : start.budget,
    b1: Number(await figure.getByLabel('Least squares β̂1').inputValue()),
    b2: Number(await figure.getByLabel('Least squares β̂2').inputValue()),
    rho: Number(await figure.getByLabel('Correlation ρ').inputValue()),
    by,
    lambda: by === 'lambda' ? 10 ** value : start.lambda,
  } as const
}

async function expectGeometry(figure: Locator) {
  close(await numbers(figure), expected('geometry', await geometryState(figure)))
}

async function expectPaths(page: Page, figure: Locator) {
  close(await numbers(figure), expected('paths', await pathsState(page)))
}

/** The address follows the figure after a moment. */
async function pathsState(page: Page) {
  await page.waitForTimeout(400)
  const text = new URL(page.url()).searchParams.get('s') ?? ''
  const { state, notes } = decodeState(figures.paths, text)
  expect(notes).toEqual([])
  return state
}

/** Every number of the table twin, row by row. */
async function numbers(figure: Locator): Promise<number[]> {
  const cells = await figure.locator('.fig-tables tbody td').allTextContents()
  return cells.filter((text) => text !== '').map((text) => Number(text.replace('−', '-')))
}

/** The same from the solver, rounded as the table writes them; at the figure's start, or in a state. */
function expected(id: FigureId, state?: object): number[] {
  const figure = figures[id] as unknown as Figure
  const of = { ...defaults(figure), ...state }
  return figure
    .tables(of, figure.compute(of))
    .flatMap(({ rows }) => rows.flatMap(([, ...cells]) => cells))
    .filter((cell) => typeof cell === 'number')
    .map((cell) => Number(cell.toFixed(3)) + 0)
}

function close(shown: readonly number[], wanted: readonly number[]) {
  expect(shown).toHaveLength(wanted.length)
  shown.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 2))
}

import { runInNewContext } from 'node:vm'
import type { Locator, Page } from '@playwright/test'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { open } from './figure-page.ts'
import { chooseTheme, compressedSize, expect, javascriptUrls, test } from './fixtures.ts'

/* Every figure where it is not a page on a bright screen with a fast network. */

const ids = Object.keys(figures) as FigureId[]

test('on paper a figure is dark on white, without its controls', async ({ page }) => {
  for (const id of ids) {
    await page.emulateMedia({ media: 'screen' })
    const figure = await open(page, id)
    await chooseTheme(page, 'dark')
    expect(await leastContrast(figure), 'the measure sees light letters').toBeLessThan(2)
    await page.emulateMedia({ media: 'print' })
    expect(await leastContrast(figure), id).toBeGreaterThan(4.5)
    await expect(figure.locator('.fig-controls'), id).toBeHidden()
    await expect(figure.getByRole('button', { name: 'Reset' }), id).toBeHidden()
    await expect(figure.locator('.fig-plot').first(), id).toBeVisible()
    await expect(figure.locator('.fig-said'), id).toBeVisible()
  }
})

test('in forced colours nothing is drawn in the colour of the ground', async ({ page, axe }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const id of ids) {
    const figure = await open(page, id)
    expect(await figure.locator('.fig-plot').evaluateAll(lost), id).toEqual([])
    await axe()
  }
})

test('nothing in a figure moves by itself, least of all where that is not wanted', async ({
  page,
}) => {
  for (const id of ids) {
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    const figure = await open(page, id)
    const pace = () =>
      page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--fast'))
    expect(parseFloat(await pace()), 'the measure sees motion').toBeGreaterThan(0)
    expect(await slowest(figure.locator('.fig-plots *')), id).toBeLessThanOrEqual(0.001)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(parseFloat(await pace())).toBe(0)
    expect(await slowest(figure.locator('*')), id).toBeLessThanOrEqual(0.001)
  }
})

test('a screen reader hears what is drawn, where each control stands, and what has changed', async ({
  page,
}) => {
  test.setTimeout(90_000)
  for (const id of ids) {
    const figure = await open(page, id)
    for (const plot of await figure.locator('.fig-plot').all()) {
      await expect(plot, id).toHaveRole('img')
      await expect(plot, id).toHaveAccessibleName(/\d.{10}|.{10}\d/)
    }
    for (const slider of await figure.getByRole('slider').all()) {
      await expect(slider, id).toHaveAccessibleName(/[A-Z].+/)
      if ((await slider.getAttribute('aria-valuetext')) !== null)
        expect(await slider.getAttribute('aria-valuetext'), id).toMatch(/\d/)
    }
    const said = figure.locator('p[role=status]')
    await expect(said, id).toHaveText('')
    const slider = figure.locator('.fig-controls').getByRole('slider').first()
    await slider.press('ArrowRight')
    await expect(said, id).toHaveText(/\d.*\.$/)
    expect(await said.textContent(), id).toBe(await figure.locator('.fig-said').textContent())
  }
})

test('at its start a figure says what to notice, and elsewhere not', async ({ page }) => {
  for (const id of ids) {
    const figure = await open(page, id)
    await expect(figure.getByRole('region', { name: 'What to notice' }), id).toBeVisible()
    await expect(figure.locator('.fig-notice li').nth(1), id).toBeVisible()
  }
  const moved = await open(page, 'geometry', '1.budget~2')
  await expect(moved.locator('.fig-notice')).toHaveCount(0)
})

/** in bytes: what only one figure has; and kit, d3 and solver, which others have too */
const OWN = 8_000
const SHARED = 24_000

test('the code of a figure stays within its budget', async ({ page }) => {
  test.setTimeout(120_000)
  const code = new Map<FigureId, string[]>()
  for (const id of ids) code.set(id, await fetchedLate(page, `/demos/${id}`))
  const figuresWith = new Map<string, number>()
  for (const chunks of code.values())
    for (const number of new Set(chunks.flatMap((chunk) => Object.keys(modulesOf(chunk)))))
      figuresWith.set(number, (figuresWith.get(number) ?? 0) + 1)
  for (const [id, chunks] of code) {
    const own = chunks
      .flatMap((chunk) => Object.entries(modulesOf(chunk)))
      .filter(([number]) => figuresWith.get(number) === 1)
    const [mine, all] = [[own.map(([, text]) => text).join()], chunks].map((texts) =>
      texts.reduce((sum, text) => sum + compressedSize(Buffer.from(text)), 0),
    ) as [number, number]
    test.info().annotations.push({ type: 'bytes', description: `${id} ${mine} + ${all - mine}` })
    expect(mine, `${id}: the measure itself works`).toBeGreaterThan(3_000)
    expect(all - mine, `${id}: the measure itself works`).toBeGreaterThan(10_000)
    expect.soft(mine, id).toBeLessThanOrEqual(OWN)
    expect.soft(all - mine, `shared with ${id}`).toBeLessThanOrEqual(SHARED)
  }
})

/** The chunks that the page fetches beyond those of its own HTML. A worker's are no part of them. */
async function fetchedLate(page: Page, address: string): Promise<string[]> {
  const html = await (await page.request.get(address)).text()
  await page.goto(address, { waitUntil: 'networkidle' })
  const late = (await javascriptUrls(page)).filter(
    (url) => !html.includes(new URL(url).pathname) && !url.includes('turbopack-worker'),
  )
  return Promise.all(late.map(async (url) => (await page.request.get(url)).text()))
}

/** A chunk is a list of modules, each behind its number (or numbers, of some that became one). */
function modulesOf(chunk: string): Record<string, string> {
  const modules: Record<string, string> = {}
  const push = ([, ...entries]: (number | (() => void))[]) => {
    let ids: (number | (() => void))[] = []
    for (const entry of entries)
      if (typeof entry !== 'function') ids.push(entry)
      else {
        modules[ids.join()] = String(entry)
        ids = []
      }
  }
  runInNewContext(chunk, { TURBOPACK: { push } })
  return modules
}

/** @returns in seconds: the longest transition or animation of these */
function slowest(elements: Locator): Promise<number> {
  return elements.evaluateAll((all) =>
    Math.max(
      ...all.flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element)
        return `${transitionDuration},${animationDuration}`.split(',').map(parseFloat)
      }),
    ),
  )
}

/** Of all that is written in the plots, against white: WCAG's ratio, from 1 to 21. */
function leastContrast(figure: Locator): Promise<number> {
  return figure.locator('.fig-plot text').evaluateAll((texts) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
    return Math.min(
      ...texts.map((text) => {
        canvas.fillStyle = getComputedStyle(text).fill
        canvas.fillRect(0, 0, 1, 1)
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((channel) => {
          const share = channel / 255
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
        })
        return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
      }),
    )
  })
}

/** Runs in the page. @returns what has neither a stroke nor a fill that differs from the ground */
function lost(plots: Element[]): string[] {
  const ground = getComputedStyle(document.body).backgroundColor
  return plots.flatMap((plot) =>
    [...plot.querySelectorAll('path, line, polyline, text, circle')]
      .filter((mark) => {
        const { stroke, fill } = getComputedStyle(mark)
        return (mark.tagName === 'text' ? [fill] : [stroke, fill]).every(
          (ink) => ink === 'none' || ink === ground,
        )
      })
      .map((mark) => mark.outerHTML),
  )
}

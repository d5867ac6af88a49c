import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp' // Next brings it
import { BROWSER_FLAGS, findBrowser } from '#lib/boot/browser.mjs'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { galleryPage } from './gallery-page.ts'
import { type PageName, pages, visit } from './pages.ts'

/* npm run gallery [pages | readme | id of a figure…]: every page and every figure as a phone and as a desk see it,
   in both themes, to be looked at; and the page that shows them. Against a site that runs (BASE_URL) with
   its samples (npm run seed). 32 colours each: all of them are smaller than 7 MB. */

const BASE = process.env['BASE_URL'] ?? 'http://127.0.0.1:3000'
const asked = process.argv.slice(2)
const wanted = (Object.keys(figures) as FigureId[]).filter(
  (id) => asked.length === 0 || asked.includes(id),
)
const looks = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
)
type Look = (typeof looks)[number]

const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS })
for (const look of looks) {
  if (asked.length === 0 || asked.includes('pages')) await shootPages(browser, look)
  // taller than any figure: nothing is put together from two looks
  if (wanted.length > 0) await inPage(browser, look, 2400, (page) => shootFigures(page, look))
}
if (asked.length === 0 || asked.includes('readme')) await shootForReadme(browser)
await browser.close()
const files = readdirSync(import.meta.dirname)
writeFileSync(path.join(import.meta.dirname, 'README.md'), galleryPage(files, pages, figures))

async function inPage(
  at: Browser,
  { width, theme }: Look,
  height: number,
  work: (page: Page) => Promise<void>,
) {
  const page = await at.newPage({
    baseURL: BASE,
    viewport: { width, height },
    hasTouch: width < 760,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  })
  await work(page)
  await page.context().close()
}

async function shootPages(at: Browser, look: Look) {
  const height = look.width < 760 ? 844 : 900
  await inPage(at, look, height, (page) =>
    visit(page, async (name: PageName) => {
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready)
      await keep(await page.screenshot({ animations: 'disabled' }), `page-${name}`, look)
    }),
  )
}

/** A question down to its first live figure: the README's picture. */
async function shootForReadme(at: Browser) {
  const look = { width: 1280, theme: 'light' } as const
  await inPage(at, look, 2780, async (page) => {
    await page.goto('/questions/l1-vs-l2-regularization')
    await page.locator('#fig-1 .fig-panels > *').nth(1).waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await keep(await page.screenshot({ animations: 'disabled' }), 'question', look)
  })
}

async function shootFigures(page: Page, look: Look) {
  for (const id of wanted) {
    await page.goto(`/demos/${id}`)
    const figure = page.locator(`[data-demo=${id}]`)
    // alive: drawn for one layout, no longer for both as the server does
    await figure.locator('.fig-panels > *').nth(1).waitFor({ state: 'detached' })
    await figure.locator('.fig-tools').waitFor()
    await page.evaluate(() => document.fonts.ready)
    await keep(await figure.screenshot({ animations: 'disabled' }), id, look)
  }
}

async function keep(picture: Buffer, name: string, { width, theme }: Look) {
  const file = `${name}-${width}-${theme}.png`
  await sharp(picture)
    .png({ palette: true, colours: 32, dither: 0, effort: 10 })
    .toFile(path.join(import.meta.dirname, file))
  console.log(file)
}

import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp' // Next brings it
import { BROWSER_FLAGS, findBrowser } from '#lib/boot/browser.mjs'
import { type FigureId, figures } from '#lib/figures/index.ts'

/* npm run gallery [id…]: every figure at its start, as a phone and as a desk see it, in both themes, to be
   looked at. Against a site that runs (BASE_URL). 32 colours each: all of them are smaller than 3 MB. */

const BASE = process.env['BASE_URL'] ?? 'http://127.0.0.1:3000'
const only = process.argv.slice(2) as FigureId[]

const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS })
for (const width of [390, 1280])
  for (const theme of ['light', 'dark'] as const) {
    const page = await browser.newPage({
      // taller than any figure: nothing is put together from two looks
      viewport: { width, height: 2400 },
      hasTouch: width < 760,
      colorScheme: theme,
      reducedMotion: 'reduce',
    })
    for (const id of only.length > 0 ? only : (Object.keys(figures) as FigureId[]))
      await shoot(page, id, path.join(import.meta.dirname, `${id}-${width}-${theme}.png`))
    await page.close()
  }
await browser.close()

async function shoot(page: Page, id: FigureId, file: string) {
  await page.goto(`${BASE}/demos/${id}`)
  const figure = page.locator(`[data-demo=${id}]`)
  // alive: drawn for one layout, no longer for both as the server does
  await figure.locator('.fig-panels > *').nth(1).waitFor({ state: 'detached' })
  await figure.locator('.fig-tools').waitFor()
  await page.evaluate(() => document.fonts.ready)
  const picture = await figure.screenshot({ animations: 'disabled' })
  await sharp(picture).png({ palette: true, colours: 32, dither: 0, effort: 10 }).toFile(file)
  console.log(path.basename(file))
}

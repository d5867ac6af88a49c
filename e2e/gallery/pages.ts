import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp' // Next brings it
import { BROWSER_FLAGS, findBrowser } from '#lib/boot/browser.mjs'

/* npx tsx e2e/gallery/pages.ts: the pages for studying as a reader meets them, at a desk by day and on a
   phone by night, to be looked at. Against a site that runs (BASE_URL) with its samples (npm run seed). */

const base = process.env['BASE_URL'] ?? 'http://127.0.0.1:3000'
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS })

const sizes = [
  { name: '1280-light', width: 1280, height: 900, theme: 'light' },
  { name: '390-dark', width: 390, height: 844, theme: 'dark' },
] as const

const ANSWER =
  'L1 charges absolute values and its ball has corners, so it gives exact zeros. Ridge only shrinks. L2 removes multicollinearity. I would pick lambda by cross-validation.'

for (const size of sizes) {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', timezoneId: 'UTC' })
  const page = await context.newPage()
  await page.addInitScript((theme) => localStorage.setItem('theme', theme), size.theme)
  const take = async (name: string) => {
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    const picture = await page.screenshot({ animations: 'disabled' })
    const file = path.join(import.meta.dirname, `page-${name}-${size.name}.png`)
    await sharp(picture).png({ palette: true, colours: 32, effort: 10 }).toFile(file)
  }
  await page.goto(`${base}/`)
  await take('first-visit')
  await page.goto(`${base}/questions/l1-vs-l2-regularization`)
  await take('question')
  await page.locator('#your-answer textarea').fill(ANSWER)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await show(page, '#rubric')
  await take('rubric')
  await signIn(page, 'halfway')
  await page.goto(`${base}/questions`)
  await take('questions')
  await page.goto(`${base}/progress`)
  await take('progress')
  await signIn(page, 'lapsed')
  await page.goto(`${base}/review`)
  await page.getByRole('button', { name: /^Show the/ }).click()
  await take('review-after-long')
  await context.close()
}
await browser.close()

/** What is above has to be alive, and as high as it will be, before a part is shown. */
async function show(page: Page, part: string) {
  for (let round = 0; round < 3; round++) {
    await page.locator(part).evaluate((element) => element.scrollIntoView())
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
  }
}

async function signIn(page: Page, who: string) {
  await page.context().clearCookies()
  await page.goto(`${base}/sign-in`)
  await page.getByLabel('E-mail address').fill(`sample-${who}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('ridgeline sample')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/account*')
}

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseAllDocuments } from 'yaml'
import { chooseTheme, expect, javascriptBytes, test } from './fixtures.ts'
import { QUESTION } from './studying.ts'

/* A question's page as it is served: the same for everybody. */

test('the question has no barrier in either theme, and never scrolls sideways', async ({
  page,
  axe,
}) => {
  await page.goto(QUESTION)
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await axe()
  for (const width of [360, 768, 2560]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})

test('without JavaScript the page is read in full, and its figures are drawn', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(QUESTION)
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('math').first()).toBeVisible()
  await expect(page.locator('figure svg path:visible').first()).toBeVisible()
  await expect(page.locator('#rubric li').first()).toBeVisible()
  await expect(page.locator('#check-yourself noscript p')).toBeVisible()
  await context.close()
})

test('no key and no reason reaches the browser before submission', async ({ page }) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    bodies.push(await response.text().catch(() => ''))
  })
  await page.goto(QUESTION)
  await scrollThrough(page)
  await page.waitForLoadState('networkidle')
  const everything = bodies.join('\n')
  expect(everything).toContain('Check yourself')
  const secrets = await keysAndReasons()
  expect(secrets.length).toBeGreaterThan(10)
  for (const secret of secrets) expect(everything).not.toContain(secret)
})

test('JavaScript stays within its budget', async ({ page }) => {
  await page.goto(QUESTION)
  await page.waitForLoadState('networkidle')
  const first = await javascriptBytes(page)
  await scrollThrough(page)
  await page.waitForLoadState('networkidle')
  const whole = await javascriptBytes(page)
  test.info().annotations.push({ type: 'bytes', description: `first ${first}, whole ${whole}` })
  expect(first).toBeGreaterThan(80_000) // the measure itself works
  expect(first).toBeLessThanOrEqual(125_000)
  expect(whole).toBeGreaterThan(first) // the figures have loaded
  // kit and solver 24 kB, four figures at most 8 each, what is answered, marked and kept the rest
  expect(whole).toBeLessThanOrEqual(190_000)
})

/** The longest piece that neither HTML nor JSON writes differently. */
function longestPlain(text: string): string {
  return text
    .split(/["'<>&\\\n]/)
    .toSorted((a, b) => b.length - a.length)[0]!
    .trim()
}

/** Every text of the question's items that only a submission may reveal. */
async function keysAndReasons(): Promise<string[]> {
  const file = 'content/questions/regularization/l1-vs-l2-regularization.mdx'
  const [head] = parseAllDocuments(await readFile(file, 'utf8'))
  const { items } = head!.toJS() as { items: Record<string, unknown>[] }
  const found: string[] = []
  JSON.stringify(items, (key, value: unknown) => {
    if ((key === 'why' || key === 'message') && typeof value === 'string')
      found.push(longestPlain(value))
    return value
  })
  return found
}

async function scrollThrough(page: Page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y)
      await new Promise((next) => setTimeout(next, 60))
    }
  })
}

import type { APIRequestContext } from '@playwright/test'
import { type CanarySite, startCanarySite } from './canary-site.ts'
import { expect, test as base } from './fixtures.ts'

/*
 * A question whose keys, reasons and cues are random strings that occur nowhere else, of every kind of item,
 * served as a page by the code that was built: none of them reaches the browser before it is asked for.
 */

const test = base.extend<object, { site: CanarySite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
    async ({}, use) => {
      const site = await startCanarySite()
      await use(site)
      await site.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ site }, use) => use(site.url),
})

// The policy lists the scripts of the pages that were drawn when the site was built; this one was not.
test.use({ bypassCSP: true })

test('no canary is in the page, in what the router fetches, in a chunk or a source map', async ({
  site,
  request,
}) => {
  const hidden = site.canaries.filter((canary) => !isShown(site, canary))
  expect(hidden.length).toBeGreaterThan(30)
  const texts = new Map<string, string>()
  const take = async (name: string, headers: Record<string, string> = {}) => {
    const reply = await request.get(name.split(' ')[0]!, { headers })
    expect(reply.ok(), name).toBe(true)
    texts.set(name, await reply.text())
  }
  await take(site.path)
  await take(`${site.path}?_rsc=1`, { RSC: '1' })
  await take(`${site.path}?_rsc=2 segment`, {
    RSC: '1',
    'Next-Router-Prefetch': '1',
    'Next-Router-Segment-Prefetch': '/_tree',
  })
  await take(`/api/me/questions/${site.questionId}`)
  await take('/questions?q=canary')
  for (const chunk of await chunksOf(request, [...texts.values()]))
    texts.set(chunk.name, chunk.text)
  expect(texts.size).toBeGreaterThan(20)
  const found = [...texts].flatMap(([name, text]) =>
    hidden.filter((canary) => text.includes(canary)).map((canary) => `${name}: ${canary}`),
  )
  expect(found).toEqual([])

  // The control: it is this question, and what is meant to be shown is found in the same way.
  const page = texts.get(site.path)!
  for (const { prompt } of site.items) expect(page).toContain(prompt)
  for (const { text } of site.rubric.keyPoints) expect(page).toContain(text)
})

test('the reason of an item comes with its grade, and no other does', async ({ page, site }) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    const isText = /html|javascript|json|text/.test(response.headers()['content-type'] ?? '')
    if (isText) bodies.push(await response.text().catch(() => ''))
  })
  const told = () => site.canaries.filter((canary) => bodies.some((body) => body.includes(canary)))
  await page.goto(site.path)
  const item = page.locator('#check-yourself li').filter({ hasText: site.items[0]!.prompt }).first()
  await item.scrollIntoViewIfNeeded()
  await item.getByRole('radio').first().check()
  await page.waitForLoadState('networkidle')
  expect(told().filter((canary) => !isShown(site, canary))).toEqual([])
  await item.getByRole('button', { name: 'Check', exact: true }).click()
  await expect.poll(told).toContain(site.items[0]!.why)
  const others = site.items.slice(1).map(({ why }) => why)
  expect(told().filter((canary) => others.includes(canary))).toEqual([])
})

/** Key points and misconceptions are what the page is about: they are in it, their cues are not. */
function isShown({ rubric }: CanarySite, canary: string): boolean {
  return (
    rubric.keyPoints.some(({ text }) => text === canary) ||
    rubric.misconceptions.some(({ claim, why }) => claim === canary || why === canary)
  )
}

async function chunksOf(request: APIRequestContext, pages: string[]) {
  const names = new Set(
    pages.flatMap((text) => text.match(/\/_next\/static\/[\w./~-]+\.js/g) ?? []),
  )
  const chunks: { name: string; text: string }[] = []
  for (const name of names) {
    const reply = await request.get(name)
    if (!reply.ok()) continue
    const text = await reply.text()
    chunks.push({ name, text })
    for (const [, other] of text.matchAll(/"(static\/chunks\/[\w./~-]+\.js)"/g))
      names.add(`/_next/${other}`)
    expect((await request.get(`${name}.map`)).status(), `${name}.map`).toBe(404)
  }
  return chunks
}

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parseAllDocuments } from 'yaml'
import { placesOf } from '#lib/content/places.ts'
import { expect, test } from './fixtures.ts'

/* What the site tells those who do not read it: search engines, feed readers, home screens. */

const QUESTION = '/questions/l1-vs-l2-regularization'
const FILE = 'content/questions/regularization/l1-vs-l2-regularization.mdx'

test('places on the authors’ pages that content may link to are there', async ({ page }) => {
  for (const [path, ids] of Object.entries(placesOf)) {
    await page.goto(`/${path}`)
    const there = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id))
    expect([path, [...ids].filter((id) => !there.includes(id))]).toEqual([path, []])
  }
})

test('the map is well-formed, and every address in it answers', async ({
  page,
  request,
  baseURL,
}) => {
  const map = await request.get('/sitemap.xml')
  expect(map.headers()['content-type']).toMatch(/xml/)
  const urls = await elements(page, await map.text(), 'url')
  const places = urls.map(({ loc }) => loc!)
  expect(new Set(places).size).toBe(places.length)
  for (const path of ['/', QUESTION, '/about/scoring', '/about/evidence', '/demos/geometry'])
    expect(places).toContain(new URL(path, baseURL).href)
  for (const { lastmod } of urls.filter((url) => 'lastmod' in url)) expectPast(lastmod!)
  expect(urls.find(({ loc }) => loc!.endsWith(QUESTION))).toHaveProperty('lastmod')
  const answers = []
  for (const place of places) {
    const { origin } = new URL(place)
    expect(origin).toBe(new URL(baseURL!).origin)
    answers.push([place, (await request.head(place)).status()])
  }
  expect(answers).toEqual(places.map((place) => [place, 200]))
})

test('robots are kept from what is somebody’s own, and shown the map', async ({
  page,
  request,
  baseURL,
}) => {
  const robots = await request.get('/robots.txt')
  expect(robots.headers()['content-type']).toContain('text/plain')
  const lines = (await robots.text()).split('\n').filter((line) => line.trim() !== '')
  const rules = lines.map((line) => /^([A-Za-z-]+): (\S+)$/.exec(line)!.slice(1, 3))
  const valuesOf = (name: string) =>
    rules.filter(([each]) => each === name).map(([, value]) => value!)
  expect(valuesOf('User-Agent')).toEqual(['*'])
  expect(valuesOf('Allow')).toEqual(['/'])
  expect(valuesOf('Sitemap')).toEqual([new URL('/sitemap.xml', baseURL).href])
  const closed = valuesOf('Disallow')
  const isClosed = (path: string) => closed.some((start) => path.startsWith(start))
  for (const path of [
    '/account',
    '/progress',
    '/progress/attempts/x',
    '/review',
    '/mock/x',
    '/api/me',
  ])
    expect([path, isClosed(path)]).toEqual([path, true])
  const map = await elements(page, await (await request.get('/sitemap.xml')).text(), 'url')
  expect(map.map(({ loc }) => new URL(loc!).pathname).filter(isClosed)).toEqual([])
  // A page that is linked from elsewhere all the same says it of itself.
  for (const path of ['/account', '/progress', '/review', '/sign-in', '/offline'])
    expect([path, await (await request.get(path)).text()]).toEqual([
      path,
      expect.stringMatching(/<meta name="robots" content="noindex/),
    ])
})

test('the feed is RSS 2.0: well-formed, with absolute addresses, true dates, newest first', async ({
  page,
  request,
  baseURL,
}) => {
  const feed = await request.get('/feed.xml')
  expect(feed.headers()['content-type']).toBe('application/rss+xml; charset=utf-8')
  const text = await feed.text()
  const [channel] = await elements(page, text, 'channel')
  expect(channel).toMatchObject({
    title: 'Ridgeline: new questions',
    link: new URL('/questions', baseURL).href,
    description: expect.stringMatching(/\w/),
    language: 'en-GB',
    'atom:link@href': new URL('/feed.xml', baseURL).href,
    'atom:link@rel': 'self',
  })
  const items = await elements(page, text, 'item')
  expect(items.length).toBeGreaterThan(10)
  expect(items.length).toBeLessThanOrEqual(50)
  expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length)
  for (const item of items) {
    expect(item).toMatchObject({ title: expect.stringMatching(/\w/), 'guid@isPermaLink': 'false' })
    expect(item['description']!.length).toBeGreaterThan(20)
    expect(new Date(item['pubDate']!).toUTCString()).toBe(item['pubDate'])
    expectPast(item['pubDate']!)
    expect(new URL(item['link']!).origin).toBe(new URL(baseURL!).origin)
    expect((await request.head(item['link']!)).status()).toBe(200)
  }
  const dates = items.map(({ pubDate }) => Date.parse(pubDate!))
  expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  expect(channel!['lastBuildDate']).toBe(items[0]!['pubDate'])

  await page.goto('/')
  const told = page.locator('link[rel=alternate][type="application/rss+xml"]')
  await expect(told).toHaveAttribute('href', /\/feed\.xml$/)
})

test('the manifest is linked, starts where it says, and its icons are there, as large as it says', async ({
  page,
  request,
}) => {
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const reply = await request.get(address!)
  expect(reply.headers()['content-type']).toContain('application/manifest+json')
  const manifest = await reply.json()
  expect(manifest).toMatchObject({
    name: 'Ridgeline',
    short_name: 'Ridgeline',
    id: '/',
    lang: 'en',
  })
  expect(manifest.display).toMatch(/^(standalone|minimal-ui)$/)
  expect(await page.evaluate((colour) => CSS.supports('color', colour), manifest.theme_color)).toBe(
    true,
  )
  for (const { url } of [{ url: manifest.start_url }, ...manifest.shortcuts])
    expect([url, (await request.get(url)).status()]).toEqual([url, 200])

  const drawn = [...manifest.icons, await touchIcon(page)]
  expect(drawn.map(({ purpose }) => purpose ?? 'any')).toEqual(
    expect.arrayContaining(['any', 'maskable']),
  )
  for (const { src, sizes, type } of drawn) {
    const icon = await request.get(src)
    expect([src, icon.status(), icon.headers()['content-type']]).toEqual([src, 200, type])
    const { width, height } = await sizeOf(page, src)
    const isDrawn = type === 'image/svg+xml'
    expect([src, sizes]).toEqual([src, isDrawn ? 'any' : `${width}x${height}`])
  }
})

test('a question says of itself what it is: for machines, for previews, and for nobody its key', async ({
  page,
  request,
}) => {
  const [head] = parseAllDocuments(await readFile(FILE, 'utf8'))
  const written = head!.toJS()
  await page.goto(QUESTION)
  const scripts = page.locator('script[type="application/ld+json"]')
  await expect(scripts).toHaveCount(1)
  const data = JSON.parse((await scripts.textContent())!)
  expect(data).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: written.title,
    inLanguage: 'en',
    learningResourceType: 'interview question',
    educationalLevel: written.levels,
    teaches: written.keyPoints.map(({ text }: { text: string }) => text),
    timeRequired: `PT${written.minutes}M`,
    isAccessibleForFree: true,
    about: { '@type': 'Thing', name: 'Regularization' },
    author: written.authors.map((name: string) => ({ '@type': 'Person', name })),
    hasPart: { '@type': 'Quiz', name: `Check yourself: ${written.title}`, inLanguage: 'en' },
  })
  expectPast(data.dateModified)
  const asked = data.hasPart.hasPart
  expect(asked.length).toBeGreaterThan(3)
  for (const each of asked)
    expect(each).toEqual({ '@type': 'Question', text: expect.stringMatching(/\w/) })
  expect(asked[0].text).toBe(written.asked)

  await expect(page).toHaveTitle(/L1 vs L2/)
  for (const [name, value] of [
    ['og:title', /L1 vs L2/],
    ['og:description', /\w{3}/],
    ['og:type', /^article$/],
  ] as const)
    await expect(page.locator(`meta[property="${name}"]`)).toHaveAttribute('content', value)
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
  const { pathname, search } = new URL(picture!)
  const image = await request.get(pathname + search)
  expect(image.headers()['content-type']).toBe('image/png')
  expect(await sizeOf(page, pathname + search)).toEqual({ width: 1200, height: 630 })
})

/** The one that an iPhone takes, as the manifest would describe it. */
async function touchIcon(page: Page) {
  const link = page.locator('link[rel=apple-touch-icon]')
  const of = (name: string) => link.getAttribute(name)
  return { src: await of('href'), sizes: await of('sizes'), type: await of('type') } as {
    src: string
    sizes: string
    type: string
    purpose?: string
  }
}

/** As a browser decodes it. */
function sizeOf(page: Page, address: string) {
  return page.evaluate(async (src) => {
    const image = new Image()
    image.src = src
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight }
  }, address)
}

/**
 * Elements of an XML document as the browser's own parser reads it; what is not well-formed fails.
 * @returns of each the text of its children by their names, and their attributes as `name@attribute`
 */
async function elements(page: Page, text: string, name: string) {
  const read = await page.evaluate(
    ([source, wanted]) => {
      const tree = new DOMParser().parseFromString(source, 'application/xml')
      const error = tree.querySelector('parsererror')?.textContent ?? null
      const found = [...tree.getElementsByTagName(wanted)].map((element) =>
        Object.fromEntries(
          [...element.children].flatMap((child) => [
            [child.nodeName, child.textContent.trim()],
            ...[...child.attributes].map(({ name: key, value }) => [
              `${child.nodeName}@${key}`,
              value,
            ]),
          ]),
        ),
      )
      return { error, found: found as Record<string, string>[] }
    },
    [text, name] as const,
  )
  expect(read.error).toBeNull()
  expect(read.found.length).toBeGreaterThan(0)
  return read.found
}

/** A moment that there was: neither "Invalid Date" nor tomorrow. */
function expectPast(date: string) {
  const at = Date.parse(date)
  expect([date, at > Date.UTC(2020, 0) && at < Date.now() + 86_400_000]).toEqual([date, true])
}

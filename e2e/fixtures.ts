import { brotliCompressSync, constants } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

export { expect }

type Fixtures = {
  /**
   * Empty at first. A test that provokes an error on purpose pushes a pattern of what the browser
   * will say about it: `expected.push(/404/)`.
   */
  expected: RegExp[]
  /** Finds every violation of WCAG 2.2 AA in the page as it is now. Fails the test with their places. */
  axe: (page?: Page, what?: keyof typeof RULES) => Promise<void>
  /** On for every test: see `watch`. */
  vigilance: void
}

/** Playwright's `test`, with a browser that may not complain and may not speak to anybody else. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  expected: async ({}, use) => {
    await use([])
  },
  vigilance: [
    async ({ context, baseURL, expected }, use) => {
      const complaints: string[] = []
      const origin = new URL(baseURL ?? '').origin
      context.on('page', (page) => watch(page, origin, complaints))
      // Listened to and not routed: a browser whose requests are routed keeps no cache, which no reader's does.
      // What would leave this machine finds no address (BROWSER_FLAGS).
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url())
        if (/^(https?|wss?):$/.test(protocol) && !/^(127\.0\.0\.1|localhost)$/.test(hostname))
          complaints.push(`asked a stranger: ${request.url()}`)
      })
      await use()
      const unexpected = complaints.filter((text) => !expected.some((each) => each.test(text)))
      expect(unexpected, 'complaints of the browser').toEqual([])
    },
    { auto: true },
  ],
  axe: async ({ page }, use) => {
    await use((other = page, what = 'all') => findNoViolation(other, what))
  },
})

/** Tags of axe that together are WCAG 2.2 A and AA; its own "best practices" are not among them. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** All of them, or those that another theme can break: the others are the same in it. */
const RULES = { all: WCAG, colours: ['color-contrast', 'link-in-text-block'] }

/** The theme as a reader's own choice; it holds for the page and all that follow in its context. */
export async function chooseTheme(page: Page, theme: 'light' | 'dark') {
  await page.evaluate((value) => {
    localStorage.setItem('theme', value)
    document.documentElement.dataset['theme'] = value
  }, theme)
}

/**
 * The JavaScript that the page has loaded so far, in bytes as a browser over TLS would receive it:
 * each file with brotli at its best, which is what the static layer sends.
 */
export async function javascriptBytes(page: Page) {
  const sizes = await Promise.all(
    (await javascriptUrls(page)).map(async (url) =>
      compressedSize(await (await page.request.get(url)).body()),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

export function javascriptUrls(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => new URL(name).pathname.endsWith('.js')),
    ),
  ])
}

export function compressedSize(content: Buffer) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return brotliCompressSync(content, { params }).length
}

/** Writes down what fails a test: errors in the console, uncaught ones, requests of ours that fail. */
function watch(page: Page, origin: string, complaints: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error')
      complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    const isOurs = response.url().startsWith(origin)
    if (isOurs && response.status() >= 500) {
      complaints.push(`answer ${response.status()}: ${response.url()}`)
    }
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left gives up what it was still loading.
    if (reason === 'net::ERR_ABORTED' || !request.url().startsWith(origin)) return
    complaints.push(`failed (${reason}): ${request.url()}`)
  })
}

async function findNoViolation(page: Page, what: keyof typeof RULES) {
  await settled(page)
  // One document without frames, of which only what is wrong is described: the rest would take most of the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: RULES[what], resultTypes: ['violations'], preload: false })
    .setLegacyMode()
    .analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
  )
  expect(found, 'violations of WCAG').toEqual([])
}

/** Colours on their way from one to another are neither. */
async function settled(page: Page) {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
}

import { randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, type Page } from '@playwright/test'

// Without a network: what was visited is read, searched and answered; nothing of anybody's is kept in the
// service worker's caches; it is updated without losing a page, and switched off from the server.

test.use({ serviceWorkers: 'allow' })

const QUESTION = '/questions/l1-vs-l2-regularization'
const UNSEEN = '/questions/should-the-intercept-be-penalised'

test('R7: what was visited is read, searched and answered without a network', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  await page.goto(QUESTION)
  await kept(page, [QUESTION])
  await page.goto('/account')
  await page.goto(QUESTION)
  await kept(page, ['/account'])
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('L1 vs L2')
  await expect(page.getByRole('link', { name: 'Offline' })).toBeVisible()

  // A figure whose code had not been fetched by the page comes to life.
  await page.locator('#fig-1').scrollIntoViewIfNeeded()
  await page.locator('#fig-1').getByRole('button', { name: 'Skip' }).click()
  await expect(page.locator('#fig-1').getByRole('slider').first()).toBeEnabled()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('lesso')
  const found = page.locator('#palette-choices').getByRole('option').first()
  await expect(found).toContainText(/lasso|L1/i)
  await page.keyboard.press('Escape')

  await page.locator('#your-answer textarea').fill('Written in a tunnel.')
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText('Not saved yet (kept on this device)')
  await expect(page.getByRole('link', { name: '1 not saved' })).toBeVisible()

  await page.goto(UNSEEN)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no network')
  await expect(page.getByRole('main').getByRole('link', { name: /L1 vs L2/ })).toBeVisible()
  // Browsers say so too soon: nothing is loaded again while nothing answers.
  await page.evaluate(() => void Object.assign(window, { isSame: true }))
  const failed = page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await failed
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
  await page.getByRole('link', { name: 'What waits on this device' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Waits to be sent.' })).toContainText(
    'L1 vs L2',
  )

  await context.setOffline(false)
  await expect(page.getByText('Nothing waits here')).toBeVisible()
  await page.goto(QUESTION)
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  await expect(page.locator('#your-answer blockquote')).toHaveText('Written in a tunnel.')

  // What was not here loads by itself once there is a network.
  await context.setOffline(true)
  await page.goto(UNSEEN)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('There is no network')
  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('intercept')
})

test('R7: the control: without a service worker the same reload fails', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block', baseURL: baseURL! })
  const page = await context.newPage()
  await page.goto(QUESTION)
  await context.setOffline(true)
  await expect(page.reload()).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
  await context.close()
})

test('S10: nothing of anybody is in its caches, and signing out leaves nothing on the device', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const email = `${randomUUID()}@example.org`
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).not.toHaveURL(/sign-up/)
  for (const path of ['/progress', '/review', '/account', QUESTION]) {
    await page.goto(path)
    // The first page brings the worker, which keeps it too; a page that is left before is not kept.
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForLoadState('networkidle')
  }
  await page.locator('#your-answer textarea').fill('Mine alone.')
  await expect(page.locator('#your-answer')).toContainText('Draft saved')
  await kept(page, [QUESTION, '/account', '/progress'])
  const inside = await page.evaluate(async () => {
    const found: { path: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url)
        const isText = !pathname.endsWith('.woff2')
        const response = await cache.match(request, { ignoreVary: true })
        found.push({ path: pathname, text: isText ? await response!.text() : '' })
      }
    }
    return found
  })
  expect(inside.length).toBeGreaterThan(60)
  const paths = inside.map(({ path }) => path)
  expect(paths.filter((path) => path.startsWith('/api/'))).toEqual(['/api/search'])
  expect(paths.filter((path) => /^\/(reset|forgot)/.test(path))).toEqual([])
  for (const { text } of inside) {
    expect(text).not.toContain(email)
    expect(text).not.toContain('Mine alone.')
  }

  await page.goto('/account')
  // The worker has put this page away by then, which is the same for everybody.
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  const left = await page.evaluate(async () => ({
    pages: (
      await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    )
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => /^\/(account|progress|questions)/.test(path)),
    keys: Object.keys(localStorage).filter((key) => key.startsWith('ridgeline.')),
    shelf: await new Promise((resolve) => {
      indexedDB.open('ridgeline').onsuccess = ({ target }) => {
        const db = (target as IDBOpenDBRequest).result
        db.transaction('kept').objectStore('kept').count().onsuccess = (event) =>
          resolve((event.target as IDBRequest<number>).result)
      }
    }),
  }))
  expect(left).toEqual({ pages: [], keys: [], shelf: 0 })
})

test('a new build takes the pages over; the one before the last is gone; off means gone', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(150_000)
  const proxy = await otherWorker(baseURL!)
  try {
    await page.goto(proxy.url + QUESTION)
    await kept(page, [QUESTION])
    const [first] = await generations(page)

    proxy.say((script) => script.replace(/"build":"[^"]*"/, '"build":"second"'))
    await renew(page)
    await expect.poll(() => generations(page)).toEqual([first, 'ridgeline-second'])
    await kept(page, [QUESTION], 'ridgeline-second')

    proxy.say((script) => script.replace(/"build":"[^"]*"/, '"build":"third"'))
    await renew(page)
    await kept(page, [QUESTION], 'ridgeline-third')
    await expect.poll(() => generations(page)).toEqual(['ridgeline-second', 'ridgeline-third'])
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('L1 vs L2')
    await context.setOffline(false)

    proxy.say((script) => script.replace('"isOff":false', '"isOff":true'))
    await renew(page)
    await expect.poll(() => generations(page)).toEqual([])
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      )
      .toBe(0)
  } finally {
    await proxy.close()
  }
})

/** Waits until the worker keeps these pages, and all of the build's files. */
async function kept(page: Page, paths: readonly string[], cache?: string) {
  await expect
    .poll(
      () =>
        page.evaluate(
          async ([wanted, name]) => {
            const script = await (await fetch('/service-worker')).text()
            const files = script.match(/\/_next\/static\/[^"]+/g) ?? []
            const newest = name ?? (await caches.keys()).at(-1)
            if (!newest) return -1
            const own = await caches.open(newest)
            const keys = (await own.keys()).map(({ url }) => new URL(url).pathname)
            return [...wanted!, ...files].filter((path) => !keys.includes(path)).length
          },
          [paths, cache] as const,
        ),
      { timeout: 60_000 },
    )
    .toBe(0)
}

function generations(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys())
}

/** As the next visit does: the browser looks for a new worker, and the page says that it has loaded. */
async function renew(page: Page) {
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!
    await registration.update()
  })
  await page.waitForTimeout(500)
  await page.reload()
}

/** The site under an address of its own, whose worker is made to say something else. */
async function otherWorker(target: string) {
  let change = (script: string) => script
  const server = http.createServer((request, response) => {
    const { hostname, port } = new URL(target)
    const headers = { ...request.headers, 'accept-encoding': 'identity' }
    const asked = http.request(
      { hostname, port, path: request.url, method: request.method, headers },
      (answer) => {
        if (request.url !== '/service-worker') {
          response.writeHead(answer.statusCode!, answer.headers)
          return void answer.pipe(response)
        }
        let script = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => (script += part))
        answer.on('end', () => {
          const { 'content-length': _, 'transfer-encoding': __, ...rest } = answer.headers
          response.writeHead(answer.statusCode!, rest)
          response.end(change(script))
        })
      },
    )
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say(next: typeof change) {
      change = next
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

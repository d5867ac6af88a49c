import { expect, test } from './fixtures.ts'

const ATTEMPT = {
  id: '01KAF0000000000000000000AA',
  itemId: 'reg-0001/answer',
  contentHash: '0'.repeat(64),
  response: { text: 'x', skipped: false },
}

test('an unknown question answers 404, with a way back', async ({ page, expected }) => {
  expected.push(/404/)
  const response = await page.goto('/questions/there-is-no-such-question')
  expect(response?.status()).toBe(404)
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).not.toHaveURL(/there-is-no-such/)
})

test.describe('the attempts endpoint', () => {
  const faults: [string, { data: unknown; headers?: Record<string, string> }, number][] = [
    ['not JSON', { data: '{"attempts":' }, 400],
    ['an empty object', { data: {} }, 400],
    ['no attempts', { data: { attempts: [] } }, 400],
    ['51 attempts', { data: { attempts: Array.from({ length: 51 }, () => ATTEMPT) } }, 400],
    ['an id that is no ULID', { data: { attempts: [{ ...ATTEMPT, id: 'x' }] } }, 400],
    ['an unknown key', { data: { attempts: [{ ...ATTEMPT, score: 1 }] } }, 400],
    ['a page that never was', { data: { attempts: [ATTEMPT] } }, 409],
    [
      'an unknown question',
      { data: { attempts: [{ ...ATTEMPT, itemId: 'reg-9999/answer' }] } },
      404,
    ],
    ['NUL', { data: '{"attempts":[{"id":"\\u0000"}]}' }, 400],
    ['a body over 64 kB', { data: { attempts: 'a'.repeat(70_000) } }, 413],
    ['a form', { data: 'a=1', headers: { 'content-type': 'text/plain' } }, 415],
    ['another origin', { data: {}, headers: { origin: 'https://evil.example' } }, 403],
    ['the origin null', { data: {}, headers: { origin: 'null' } }, 403],
  ]
  for (const [name, { data, headers }, status] of faults) {
    test(`${name} answers ${status} with a sentence, and makes nobody`, async ({
      request,
      baseURL,
    }) => {
      const response = await request.post('/api/attempts', {
        data: typeof data === 'string' ? Buffer.from(data) : data,
        headers: { origin: baseURL!, 'content-type': 'application/json', ...headers },
      })
      expect(response.status()).toBe(status)
      const { error } = await response.json()
      expect(error.message).toMatch(/^[A-Z].*\.$/)
      expect(JSON.stringify(error)).not.toMatch(/\bat .*\(|node_modules|prisma/i)
    })
  }

  test('a request without an origin is refused', async ({ request }) => {
    const response = await request.post('/api/attempts', { data: { attempts: [ATTEMPT] } })
    expect(response.status()).toBe(403)
  })
})

test('what makes images smaller on demand, which nothing here uses, is not there', async ({
  request,
}) => {
  const address = '/_next/image?url=%2Ficon.svg&w=64&q=75'
  expect((await request.get(address)).status()).toBe(404)
  // The control: the picture itself is.
  expect((await request.get('/icon.svg')).status()).toBe(200)
})

test('reading makes no guest: no cookie is set', async ({ page, context }) => {
  await page.goto('/questions/l1-vs-l2-regularization')
  await page.waitForLoadState('networkidle')
  expect(await context.cookies()).toEqual([])
})

test('a wrong method, a malformed action call and a malformed path are refused plainly', async ({
  request,
  baseURL,
}) => {
  const action = await request.post('/questions/l1-vs-l2-regularization', {
    headers: { 'next-action': 'deadbeef', origin: baseURL! },
    data: '[]',
  })
  expect(action.status()).toBeGreaterThanOrEqual(400)
  expect(action.status()).toBeLessThan(500)
  const path = await request.get('/questions/%E0%A4%A')
  expect(path.status()).toBeGreaterThanOrEqual(400)
  expect(path.status()).toBeLessThan(500)
})

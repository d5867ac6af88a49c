import { expect, test } from './fixtures.ts'

const PAGES = [
  '/',
  '/questions',
  '/questions?topic=regularization', // drawn for the request
  '/questions/l1-vs-l2-regularization',
  '/demos',
  '/demos/paths',
  '/demos/paths?s=1.lambda~0.3',
  '/mock',
  '/mock/new',
  '/mock/01ARZ3NDEKTSV4RRFFQ69G5FAV', // nobody's
  '/review',
  '/progress',
  '/account',
  '/sign-in',
  '/sign-up',
  '/forgot',
  '/reset/of-no-use',
  '/confirm/of-no-use',
  '/account/people',
  '/account/first-admin',
  '/about/scoring',
  '/about/evidence',
  '/topics/regularization',
  '/write/kinds',
  '/nowhere',
]

test.describe('S6: each page', () => {
  for (const path of PAGES) {
    test(`${path} says what it may run, and runs no more`, async ({ page, expected }) => {
      expected.push(/404/)
      const response = (await page.goto(path))!
      const headers = response.headers()
      const scripts = /script-src ([^;]*)/.exec(headers['content-security-policy'] ?? '')?.[1]
      expect(scripts).toMatch(/^'self'( '(sha256|nonce)-[\w+/=]+')+$/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-powered-by']).toBeUndefined()
      // React has taken over: what the page needs was allowed. A refusal would be a console error.
      await expect
        .poll(() =>
          page.evaluate(() => Object.keys(document.body).some((k) => k.startsWith('__react'))),
        )
        .toBe(true)
      // The control: what is put into the page from outside does not run.
      expected.push(/Content Security Policy/)
      const ran = await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.injected = true'
        document.body.append(script)
        const image = document.createElement('div')
        image.innerHTML = '<img src="data:," onerror="window.injected = true">'
        document.body.append(image)
        return new Promise((resolve) =>
          setTimeout(() => resolve(Reflect.get(window, 'injected') ?? false), 100),
        )
      })
      expect(ran).toBe(false)
    })
  }
})

test('S5: what a reader types is shown as text, wherever it comes back', async ({ page }) => {
  const attack = '<img src=x onerror="window.injected=1"><script>window.injected=1</script>'
  await page.goto(`/questions?q=${encodeURIComponent(attack)}`)
  await expect(page.getByRole('searchbox')).toHaveValue(attack)
  await page.goto('/questions/l1-vs-l2-regularization')
  await page.locator('#your-answer textarea').fill(attack)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  await page.reload()
  await expect(page.locator('#your-answer')).toContainText('onerror')
  await page.goto(`/demos/paths?s=${encodeURIComponent(`1.lambda~${attack}`)}`)
  await page.goto('/progress')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'injected'))).toBeUndefined()
})

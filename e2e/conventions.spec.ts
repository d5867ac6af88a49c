import type { Page } from '@playwright/test'
import { open, ready } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

/* One switch for every λ of the site, and programs that repeat what is drawn. */

const QUESTION = '/questions/l1-vs-l2-regularization'

test.describe('the convention', () => {
  test('is one for all figures of a page, for other tabs, and stays', async ({ page, context }) => {
    await page.goto(QUESTION)
    const figures = page.locator('[data-demo]')
    const switches = figures.getByLabel('λ as in')
    for (const figure of await figures.all()) {
      await figure.scrollIntoViewIfNeeded()
      await ready(figure)
    }
    await expect(switches.first()).toHaveValue('house')
    const tab = await context.newPage()
    const paths = await open(tab, 'paths')

    await switches.first().selectOption('sklearn')
    for (const other of await switches.all()) await expect(other).toHaveValue('sklearn')
    await expect(paths.getByLabel('λ as in')).toHaveValue('sklearn')
    await expect(paths.getByRole('slider', { name: 'Penalty alpha' })).toBeVisible()

    await tab.reload()
    await ready(paths)
    await expect(paths.getByLabel('λ as in')).toHaveValue('sklearn')
    await expect(paths.locator('.fig-convention')).toContainText('alpha of Ridge = nλ, n = 60')
  })

  test('changes how λ is written, never the state or what is drawn', async ({ page }) => {
    const figure = await open(page, 'conventions', '1.lambda~0.2')
    const drawn = await figure.locator('.fig-line').first().getAttribute('d')
    await figure.getByLabel('λ as in').selectOption('textbook')
    const slider = figure.getByRole('slider', { name: 'Penalty λ' })
    await expect(slider).toHaveAttribute('aria-valuetext', '12.0')
    await expect(figure.locator('.fig-said')).toContainText('At penalty 12.0')
    expect(await figure.locator('.fig-line').first().getAttribute('d')).toBe(drawn)
    await slider.press('ArrowRight')
    await expect(page).toHaveURL(/lambda~0\.2094$/)
  })

  test('can be chosen on the account page too', async ({ page, axe }) => {
    await page.goto('/account')
    await page.getByRole('radio', { name: 'glmnet' }).check()
    await axe()
    const figure = await open(page, 'conventions')
    await expect(figure.getByLabel('λ as in')).toHaveValue('glmnet')
    await expect(figure.getByRole('slider', { name: 'Penalty lambda' })).toBeVisible()
  })
})

test.describe('copy as code', () => {
  test('by keyboard; its code comes with the first use, and the focus returns', async ({
    page,
    axe,
  }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const figure = await open(page, 'conventions', '1.unit~1')
    const button = figure.getByRole('button', { name: 'Copy as code' })
    await page.waitForLoadState('networkidle')
    const asked = watchScripts(page)
    await button.press('Enter')
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await axe()
    await page.keyboard.press('Escape')
    await expect(figure.getByRole('group', { name: 'Copy as code in' })).toBeHidden()
    await expect(button).toBeFocused()

    for (const [language, line] of [
      ['Python', 'model = Ridge(alpha=len(y) * 0.5).fit(X, y)'],
      ['R', 'x, y, alpha = 0, lambda = 0.5 * s, standardize = FALSE, thresh = 1e-20'],
      ['TypeScript', 'fit(prepare(x, y, { standardize: false }), { lambda: 0.5, alpha: 0 })'],
    ] as const) {
      await figure.getByRole('button', { name: 'Copy as code' }).press('Enter')
      await figure.getByRole('button', { name: new RegExp(`^${language} `) }).press('Enter')
      await expect(figure.getByText(`${language} copied`)).toBeAttached()
      await expect(figure.getByRole('button', { name: 'Copied' })).toBeFocused()
      const text = await page.evaluate(() => navigator.clipboard.readText())
      expect(text).toContain(line)
      expect(text).toContain('/demos/conventions?s=1.unit~1')
      await expect(button).toBeVisible()
    }
  })

  test('where the clipboard is refused it is shown, to be copied by hand', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))
    })
    const figure = await open(page, 'conventions')
    await figure.getByRole('button', { name: 'Copy as code' }).click()
    await figure.getByRole('button', { name: 'Python' }).click()
    const area = figure.getByRole('textbox', { name: 'Python, to be copied by hand' })
    await expect(area).toBeFocused()
    await expect(area).toHaveValue(/^# Computes again what is drawn at/)
    await area.press('Escape')
    await expect(area).toBeHidden()
    await expect(figure.getByRole('button', { name: 'Copy as code' })).toBeFocused()
  })
})

/** The scripts that the page asks for from now on. */
function watchScripts(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') asked.push(request.url())
  })
  return asked
}

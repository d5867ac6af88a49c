import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const missing = ['/no-such-page', '/progress/attempts/01ARZ3NDEKTSV4RRFFQ69G5FAV']
/** For whoever has done nothing yet; with something to show they are in returning.spec.ts. */
const pages = [
  '/',
  '/questions',
  '/topics/regularization',
  '/companies/microsoft',
  '/companies/microsoft/data-science-intern',
  '/review',
  '/progress',
  '/about/scoring',
  '/about/evidence',
  '/sign-in',
  '/sign-up',
  '/account',
  '/offline',
  ...missing,
]
/** --paper in the dark, as written and as a build for older browsers may write it. */
const dark = /^(oklch\(0\.195 |rgb\(12, 23, 25\)|lab\(6\.79)/

test.describe('theme', () => {
  test('is known before the body exists, so nothing is painted in the wrong one', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/questions')
    await page.evaluate(() => localStorage.setItem('theme', 'dark'))
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        const { theme } = document.documentElement.dataset
        if (theme === undefined) return
        observer.disconnect()
        Object.assign(window, { early: { theme, body: document.body !== null } })
      }).observe(document, { attributes: true, childList: true, subtree: true })
    })
    await page.reload()
    const early: unknown = await page.evaluate(() => Reflect.get(window, 'early'))
    expect(early).toEqual({ theme: 'dark', body: false })
  })

  test('follows the system until the reader chooses, then remembers the choice', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/questions')
    await expect(page.locator('body')).toHaveCSS('background-color', dark)
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')

    await page.getByRole('button', { name: 'Switch to dark theme' }).click()
    await expect(page.locator('body')).toHaveCSS('background-color', dark)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(page.locator('meta[name=theme-color]').first()).toHaveAttribute(
      'content',
      '#0c1719',
    )
    await expect(page.getByRole('button', { name: 'Switch to light theme' })).toBeVisible()
  })

  test('Shift D switches it, but not while a field has focus, nor when turned off', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/account')
    const root = page.locator('html')
    await page.keyboard.press('Shift+D')
    await expect(root).toHaveAttribute('data-theme', 'dark')

    await page.getByRole('radio', { name: 'Off' }).check()
    await page.goto('/sign-in')
    await page.keyboard.press('Shift+D')
    await expect(root).toHaveAttribute('data-theme', 'dark')

    await page.goto('/account')
    await page.getByRole('radio', { name: 'On' }).check()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail address').press('Shift+D')
    await expect(page.getByLabel('E-mail address')).toHaveValue('D')
    await expect(root).toHaveAttribute('data-theme', 'dark')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark', viewport: { width: 390, height: 800 } })

  test('the system decides the theme, the menu opens, nothing is offered that cannot work', async ({
    page,
    expected,
  }) => {
    expected.push(/^failed \(csp\): .*\.js$/) // preloaded scripts that may not run
    await page.goto('/sign-in')
    await expect(page.locator('body')).toHaveCSS('background-color', dark)
    await expect(page.getByRole('button', { name: /Switch to/ })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()
    await expect(page.getByText('Signing in needs JavaScript.')).toBeVisible()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Questions' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions')
  })
})

for (const path of ['/no-such-page', '/questions/no-such-question', '/demos/no-such-figure']) {
  test(`${path} answers 404 in the reader's theme, and leads back`, async ({ page, expected }) => {
    expected.push(/404/)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.addInitScript(() => localStorage.setItem('theme', 'dark'))
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    // All of it is in the HTML: nothing has to be drawn by a script.
    expect((await response?.text())?.includes('>There is no page here</h1>')).toBe(true)
    await expect(page).toHaveTitle('Not found · Ridgeline')
    await expect(page.locator('body')).toHaveCSS('background-color', dark)
    await page.getByRole('main').getByRole('link', { name: 'All questions' }).click()
    await expect(page).toHaveURL('/questions')
  })
}

test('the list leads to a question by its whole row', async ({ page }) => {
  // The oldest question: on a page of its own once there are more than sixty.
  await page.goto('/questions?topic=regularization')
  await page.getByRole('main').getByRole('listitem').filter({ hasText: 'L1 vs L2' }).first().click()
  await expect(page).toHaveURL('/questions/l1-vs-l2-regularization')
})

test.describe('keyboard', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('skip link first, then the header in reading order', async ({ page }) => {
    await page.goto('/questions')
    const order = [
      'Skip to the content',
      'Ridgeline',
      'Questions',
      'Mock interview',
      'Progress',
      'Figures',
      'Write',
      'Search',
      'Sign in',
    ]
    for (const name of order) {
      await page.keyboard.press('Tab')
      const control = name === 'Search' ? page.getByRole('button', { name: /^Search/ }) : null
      await expect(control ?? page.getByRole('link', { name, exact: true })).toBeFocused()
    }
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: /Switch to/ })).toBeFocused()
  })

  test('the skip link lands in the content', async ({ page }) => {
    await page.goto('/questions')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  test('the narrow menu opens, closes on Escape and on the way to another page', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/questions')
    const menu = page.getByRole('button', { name: 'Menu' })
    await menu.press('Enter')
    await expect(page.getByRole('link', { name: 'Figures' })).toBeVisible()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('link', { name: 'Figures' })).toBeHidden()
    await expect(menu).toBeFocused()
    await menu.press('Enter')
    await page.getByRole('link', { name: 'Figures' }).click()
    await expect(page).toHaveURL('/demos')
    await expect(page.getByRole('link', { name: 'Figures' })).toBeHidden()
  })
})

test.describe('sign-in form', () => {
  test.beforeEach(({ page }) => page.goto('/sign-in'))

  test('names what is missing and goes to the first of it', async ({ page }) => {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Two fields' })).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toBeFocused()
    await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(
      'Enter your e-mail address.',
    )
  })

  test('a wrong password is refused in words, and keeps what was typed', async ({
    page,
    expected,
  }) => {
    expected.push(/401/)
    await fill(page, 'nobody@example.com', 'not the right one')
    const refusal = page.getByRole('alert').filter({ hasText: 'do not belong together' })
    await expect(refusal).toBeFocused()
    await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@example.com')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('not the right one')
    expect(page.url()).not.toContain('right')
  })

  test('a server that is away costs nothing', async ({ page, expected }) => {
    expected.push(/ERR_FAILED/)
    await page.route('/api/auth/csrf', (route) => route.abort())
    await fill(page, 'mira@example.com', 'correct horse')
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was lost' })).toBeFocused()
    await expect(page.getByLabel('E-mail address')).toHaveValue('mira@example.com')
  })

  test('the password can be looked at', async ({ page }) => {
    const password = page.getByLabel('Password', { exact: true })
    await expect(password).toHaveAttribute('autocomplete', 'current-password')
    await password.fill('correct horse')
    await page.getByRole('button', { name: 'Show password' }).click()
    await expect(password).toHaveAttribute('type', 'text')
    await expect(password).toHaveValue('correct horse')
  })

  test('where the reader wanted to go is kept on the way to the other form', async ({ page }) => {
    await page.goto('/sign-in?next=%2Fquestions')
    await page.getByRole('link', { name: 'Create one' }).click()
    await expect(page).toHaveURL('/sign-up?next=%2Fquestions')
  })
})

test('an account: made, left and entered again, each time landing where it should', async ({
  page,
}) => {
  const email = `shell-${crypto.randomUUID()}@example.com`
  await page.goto('/sign-up?next=%2Fquestions')
  await fill(page, email, 'correct horse battery', 'Create account')
  await expect(page).toHaveURL('/questions')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeHidden()

  await page.getByRole('banner').getByRole('link', { name: 'Account' }).click()
  await expect(page.getByRole('definition').first()).toHaveText(email)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out on this browser.')).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Account' })).toBeHidden()

  await page.goto('/sign-in?next=%2F%2Fevil.example')
  await fill(page, email, 'correct horse battery')
  await expect(page).toHaveURL('/account')
})

test('the sign-up form asks for ten characters before the server does', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail address').fill('mira@example.com')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    /at least 10 characters/,
  )
})

// Stand-ins have a font's mean width, not each word's: where a line is all but full, a title may take one
// line more. What browsers call good is at most 0.1 (web.dev/articles/cls).
test('fonts that arrive late move next to nothing', async ({ page }) => {
  await page.route('**/*.woff2', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    await route.continue()
  })
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { shift } = window as unknown as { shift: number }
        Object.assign(window, { shift: shift + (Reflect.get(entry, 'value') as number) })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/questions')
  await expect
    .poll(() => page.evaluate(() => document.fonts.check('16px "Ridgeline Serif"')))
    .toBe(true)
  await page.evaluate(() => document.fonts.ready)
  expect(await page.evaluate(() => Reflect.get(window, 'shift') as number)).toBeLessThan(0.1)
})

test.describe('S13: each page', () => {
  test('the control: what cannot be told apart or has no name is found', async ({ page, axe }) => {
    await page.goto('/questions')
    // What is put in before React has taken over would be its own complaint.
    const isAlive = () => Object.keys(document.body).some((key) => key.startsWith('__react'))
    await expect.poll(() => page.evaluate(isAlive)).toBe(true)
    await page.locator('main').evaluate((main) => {
      main.insertAdjacentHTML('afterbegin', '<button></button><p id="pale">Hardly to be read</p>')
      document.querySelector<HTMLElement>('#pale')!.style.color = '#bbb'
    })
    await expect(axe()).rejects.toThrow(/button-name[^]*color-contrast/)
    await expect(axe(page, 'colours')).rejects.toThrow(/color-contrast/)
  })

  for (const path of pages) {
    test(`${path} has nothing for axe to say, and never scrolls sideways`, async ({
      page,
      axe,
      expected,
      hasTouch,
    }) => {
      if (missing.includes(path)) expected.push(/404/)
      const look = async (width: number, loaded: 'light' | 'dark') => {
        await page.emulateMedia({ colorScheme: loaded })
        await page.setViewportSize({ width, height: 800 })
        await page.goto(path)
        await axe(page, loaded === 'light' ? 'all' : 'colours')
        expect(await overflow(page)).toBe(0)
      }
      await look(360, 'light')
      // A finger changes sizes, and no colours.
      if (!hasTouch) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await axe(page, 'colours')
        await look(1280, 'dark')
        await page.emulateMedia({ colorScheme: 'light' })
        await axe()
      }
      await page.setViewportSize({ width: 2560, height: 1200 })
      expect(await overflow(page)).toBe(0)
    })
  }
})

async function fill(page: Page, email: string, password: string, button = 'Sign in') {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: button }).click()
}

function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

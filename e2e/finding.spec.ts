import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { expect, test } from './fixtures.ts'

type Front = { title: string; topic: string; kind: string; levels: string[]; status: string }

/** What is really in the bank. Drafts are shown by the development server only, and not counted on. */
const bank = readdirSync('content/questions', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => readFileSync(`content/questions/${name}`, 'utf8').split(/^---$/m)[1] ?? '')
  .map((text) => parse(text) as Front)
  .filter(({ status }) => status === 'published')
const concepts = bank.filter(({ kind }) => kind === 'concept').map(({ title }) => title)
const seed = 'L1 vs L2 regularization'

function rows(page: Page) {
  return page.getByRole('list', { name: 'Questions', exact: true }).getByRole('listitem')
}

function row(page: Page, text: string) {
  return rows(page).filter({ hasText: text }).first()
}

test('typing narrows the list, forgives a slip, knows synonyms, and the address follows', async ({
  page,
  axe,
}) => {
  await page.goto('/questions')
  await expect(rows(page)).toHaveCount(Math.min(60, bank.length))
  const field = page.getByRole('searchbox')
  await field.fill('lasso')
  await expect(page).toHaveURL('/questions?q=lasso')
  await expect(row(page, seed).locator('mark').first()).toHaveText('L1')
  await field.fill('regularisaton')
  await expect(row(page, seed)).toBeVisible()
  await expect(row(page, seed).locator('mark').first()).toHaveText('regularization')
  await field.fill('qqqqzzzz')
  await expect(page.getByText('No question is all of that.')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '0 questions found' })).toBeAttached()
  await axe()
  await page.getByRole('link', { name: 'Without “qqqqzzzz”' }).click()
  await expect(rows(page)).toHaveCount(Math.min(60, bank.length))
  await expect(page).toHaveURL('/questions')
  await page.goBack()
  await expect(field).toHaveValue('qqqqzzzz')
})

test('filters are in the address, count, and are taken back step by step', async ({
  page,
  axe,
}) => {
  await page.goto('/questions')
  await openFilters(page)
  const concept = page.getByRole('checkbox', { name: 'Concept' })
  await concept.check()
  await page.getByRole('checkbox', { name: 'Intern', exact: false }).first().check()
  await expect(page).toHaveURL('/questions?level=intern&kind=concept')
  const wanted = bank.filter(({ kind, levels }) => kind === 'concept' && levels.includes('intern'))
  await expect(rows(page)).toHaveCount(wanted.length)
  await expect(page.locator('label').filter({ has: concept })).toContainText(String(wanted.length))
  await axe()
  await page.goBack()
  await expect(page).toHaveURL('/questions?kind=concept')
  await expect(rows(page)).toHaveCount(concepts.length)
  await page.goForward()
  await expect(rows(page)).toHaveCount(wanted.length)

  // Opened and come back to, and reloaded: the list is as it was left.
  await row(page, seed).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(seed)
  await page.goBack()
  await expect(rows(page)).toHaveCount(wanted.length)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Remove Kind: Concept' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear' }).click()
  await expect(rows(page)).toHaveCount(Math.min(60, bank.length))
  await expect(page).toHaveURL('/questions')
})

test('where the reader stands comes after the page, and moves nothing', async ({ page }) => {
  await page.route('/api/me/statuses', (route) =>
    route.fulfill({
      json: { 'reg-0001': { status: 'due', starred: true, parked: false, grades: [1, 3, 4] } },
    }),
  )
  await page.goto('/questions?status=starred')
  await expect(rows(page)).toHaveCount(1)
  await expect(row(page, seed)).toContainText('Due')
  await expect(row(page, seed)).toContainText('Graded again, good, easy')
})

test('without an index the list stays, and the server answers instead', async ({
  page,
  expected,
}) => {
  expected.push(/ERR_FAILED/)
  await page.route('**/api/search*', (route) => route.abort())
  await page.goto('/questions')
  await page.getByRole('searchbox').fill('lasso')
  await expect(page.getByText('The search index could not be fetched')).toBeVisible()
  await page.getByRole('searchbox').press('Enter')
  await expect(row(page, seed).locator('mark').first()).toHaveText('L1')
})

test('once it is there, the index needs no network', async ({ page, context, expected }) => {
  expected.push(/ERR_INTERNET_DISCONNECTED/)
  await page.goto('/questions')
  await page.getByRole('searchbox').fill('lasso')
  await expect(row(page, seed).locator('mark').first()).toHaveText('L1')
  await context.setOffline(true)
  await page.getByRole('searchbox').fill('cross-validation')
  await expect(row(page, seed)).toContainText('In its answer')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same is found, and filtered, by the server', async ({ page, expected, hasTouch }) => {
    test.skip(hasTouch, 'either width is enough')
    expected.push(/^failed \(csp\): .*\.js$/)
    await page.goto('/questions')
    await page.getByRole('searchbox').fill('lesso')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await expect(page).toHaveURL(/\/questions\?q=lesso/)
    await page.goto('/questions?q=lasso&kind=concept')
    await expect(row(page, seed).locator('mark').first()).toHaveText('L1')
    await page.getByRole('link', { name: 'Clear' }).click()
    await expect(page).toHaveURL('/questions?q=lasso')
    await page.goto('/topics/regularization')
    await expect(row(page, seed)).toBeVisible()
  })
})

test('the second of two keys is heard while the code for the first is on its way', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  await page.goto('/demos')
  let held = 0
  await page.route(/\.js$/, async (route) => {
    held++
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page).toHaveURL('/questions')
  expect(held).toBeGreaterThan(0)
})

test('the keyboard alone: palette, list, places and the map of keys', async ({ page, axe }) => {
  await page.goto('/demos')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect(field).toBeFocused()
  await field.fill('lasso l2')
  await expect(page.getByRole('option', { selected: true })).toContainText(seed)
  await axe()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/questions/l1-vs-l2-regularization')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(seed)

  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page).toHaveURL('/questions')
  await page.keyboard.press('j')
  await expect(rows(page).first().getByRole('link')).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('searchbox')).toHaveValue('?')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('heading', { level: 1 }).click()

  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Keyboard' })
  await expect(map).toContainText('Search, or jump to a page')
  await axe()
  await page.keyboard.press('Escape')
  await expect(map).toBeHidden()

  // What was used last comes first.
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toContainText(seed)
  await page.keyboard.press('Escape')
  await page.evaluate(() => (document.documentElement.dataset['keys'] = 'off'))
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(field).toBeVisible()
  await expect(map).toBeHidden()
})

test('M in a list puts a question into a mock, the button does too, and the mock asks only these', async ({
  page,
  axe,
}) => {
  await page.goto('/questions?q=ridge')
  const tray = page.locator('[data-tray]')
  await expect(row(page, 'ridge')).toBeVisible()
  await page.keyboard.press('m') // nothing has the focus
  await expect(tray).toBeHidden()
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await expect(tray).toContainText('In this mock: 1')
  await page.keyboard.press('j')
  await page.keyboard.press('m')
  await page.keyboard.press('m')
  await expect(tray).toContainText('In this mock: 1')
  await rows(page)
    .nth(2)
    .getByRole('button', { name: /^In the next mock/ })
    .click()
  await expect(tray).toContainText('In this mock: 2')
  await axe()
  await page.reload()
  await expect(rows(page).nth(2).getByRole('button', { pressed: true })).toBeVisible()
  await page.goto('/topics/regularization')
  await tray.getByRole('link', { name: 'Create this interview' }).click()
  await expect(page).toHaveURL(/questions~[a-z]+-\d+,[a-z]+-\d+/)
  await expect(page.getByText('Only the 2 questions that you chose')).toBeVisible()
  await axe()
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await expect(page).toHaveURL(/\/mock\/[0-9A-Z]{26}$/)
  await page.goto('/questions')
  await tray.getByRole('button', { name: 'Take all out' }).click()
  await expect(tray).toBeHidden()
})

test('topic and company pages say what they know, and lead to an interview', async ({
  page,
  axe,
}) => {
  await page.goto('/')
  await page
    .getByRole('link', { name: /^Regularization/ })
    .first()
    .click()
  await expect(page).toHaveURL('/topics/regularization')
  const here = bank.filter(({ topic }) => topic === 'regularization')
  await expect(rows(page)).toHaveCount(here.length)
  await axe()
  await page.goto('/companies/microsoft')
  await page.getByRole('link', { name: 'Data science internship' }).click()
  await expect(page).toHaveURL('/companies/microsoft/data-science-intern')
  await expect(page.getByRole('table')).toContainText('A candidate’s report')
  await axe()
  await expect(page.getByRole('link', { name: 'Create this interview' })).toHaveAttribute(
    'href',
    /^\/mock\/new\?blueprint=/,
  )
})

/** Beside the list on a wide screen, behind a button on a narrow one. */
async function openFilters(page: Page) {
  const button = page.getByRole('button', { name: /^Filters/ })
  if (await button.isVisible()) await button.click()
}

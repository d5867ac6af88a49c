import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { type Screen, take } from './interviewing.ts'

/* A report is marked, compared, passed on and taken again; every number leads to its answer. */

test('an answer in words is marked by quoting, and its review follows the marks', async ({
  page,
  axe,
}) => {
  await takeWritten(page, 'First of all this shrinks every coefficient.')
  await expect(
    page.getByRole('link', { name: /^0–100 % in words, by you, 1 to be marked/ }),
  ).toBeVisible()
  const planned = page.getByRole('region', { name: 'Next reviews, already planned' })
  await expect(planned).toContainText('Again')

  await page.getByRole('button', { name: 'Mark it against the rubric' }).press('Enter')
  const answer = page.getByRole('textbox', { name: /^Your answer, to quote from/ })
  await axe() // before anything is half under the answer, which stays in view on a phone
  const points = await page.getByRole('button', { name: /^Quote the selected words for:/ }).count()
  for (let nth = 0; nth < points; nth++) {
    await answer.press('Control+Home')
    for (let letter = 0; letter < 5; letter++) await answer.press('Shift+ArrowRight')
    await expect(page.getByText('Selected: “First”')).toBeVisible()
    await page
      .getByRole('button', { name: /^Quote the selected words for:/ })
      .nth(nth)
      .press('Enter')
  }
  await page.getByRole('button', { name: 'Save the marks' }).press('Enter')
  await expect(page.getByText('Marked. The next review follows the marks.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^100 % in words, by you$/ })).toBeVisible()
  await expect(planned).toContainText('Good')
  await expect(planned).not.toContainText('Again')
  const map = page.getByRole('region', { name: 'Key points: said, missed, misstated' })
  await expect(map).toContainText('Missed, 0')
  await page.reload()
  await expect(planned).toContainText('Good')
  await axe()
  const asked = await page.locator('#question-1 p').nth(1).textContent()
  // It is due in days, and can be begun now.
  await planned.getByRole('link', { name: 'Start these now' }).click()
  await expect(page).toHaveURL(/\/review\?these=/)
  await expect(page.getByText(asked!).first()).toBeVisible()
})

test('what was missed decides what they would have asked next, once it is marked', async ({
  page,
  axe,
}) => {
  await takeWritten(page, 'It shrinks.', 'reg-0001')
  const map = page.getByRole('region', { name: 'Key points: said, missed, misstated' })
  await expect(map).not.toContainText('What they would have asked next')
  await page.getByRole('button', { name: 'Mark it against the rubric' }).click()
  await page.getByRole('button', { name: 'Save the marks' }).click()
  await expect(map).toContainText('What they would have asked next')
  const first = map.locator('details').first()
  await expect(first).toContainText('Since this was missing')
  await first.locator('summary').click()
  await expect(first).toContainText('A good answer says')
  await axe()
})

test('every number leads to the answers behind it; the text to pass on has no names and no words', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await takeWritten(page, 'Words that are mine alone.')
  for (const name of [/in words, by you/, /of \d+:\d\d$/]) {
    const link = page.getByRole('link', { name }).first()
    const target = (await link.getAttribute('href'))!
    await link.click()
    await expect(page.locator(target)).toBeInViewport()
  }
  const rows = page.locator('#time li a')
  for (const href of await rows.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')),
  ))
    await expect(page.locator(href!)).toHaveCount(1)
  await page.getByRole('button', { name: 'Copy as text, without names' }).click()
  await expect(page.getByText('The report is copied.')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/^Mock interview: All in words/)
  expect(text).not.toContain('mine alone')
})

test('the estimate of a topic leads to its answers in this interview, and to all of them', async ({
  page,
  axe,
}) => {
  await take(page, { blueprint: '1.forms~choice_length~5_topics~regularization', seed: 3 }, first)
  const topics = page.getByRole('region', { name: 'What this interview changed' })
  await expect(topics).toBeVisible()
  await axe()
  const own = topics.getByRole('link', { name: /^Question \d+$/ })
  const places = await own.evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  expect(places.length).toBeGreaterThan(0)
  for (const place of places) await expect(page.locator(place)).toContainText(/Question \d+ · /)
  await own.first().click()
  await expect(page.locator(places[0]!)).toBeInViewport()

  // All of them are in the history of the topic, and none in another's.
  const all = topics.getByRole('link', { name: /^all answers on / })
  const href = (await all.first().getAttribute('href'))!
  await all.first().click()
  // Its answers are asked for when somebody comes near.
  const history = page.locator('section[aria-labelledby=history]')
  await history.scrollIntoViewIfNeeded()
  await expect(page.getByRole('heading', { name: /^What you answered on / })).toBeVisible()
  const lines = page.getByRole('list', { name: 'Your answers, newest first' }).getByRole('listitem')
  const count = await lines.count()
  expect(count).toBeGreaterThan(0)
  await page.goto(href.replace(/topic=[\w-]+/, 'topic=deep-learning'))
  await history.scrollIntoViewIfNeeded()
  await expect(
    page.getByRole('heading', { name: 'What you answered on deep learning' }),
  ).toBeVisible()
  await expect(page.getByText(/^Nothing yet\./)).toBeVisible()
  await page.getByRole('button', { name: 'Everything you answered' }).click()
  await expect(page.getByRole('heading', { name: 'Everything you answered' })).toBeVisible()
  await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(count)
})

test('of a task the report says what was found and how surely, of a prediction what happens', async ({
  page,
}) => {
  const blueprint = '1.forms~figure_length~3_questions~reg-0001'
  await take(page, { blueprint }, ({ ask: { item } }) => {
    if (item!.kind === 'predict') return ['1', '1']
    return item!.id === 'three' ? '1.lambda~0.3' : ''
  })
  const checked = page.locator('#checked')
  await expect(checked).toContainText(/nonzeros is [45678]; wanted exactly 3\./)
  await expect(checked).toContainText(/Solved again on the server.* Duality gap/)
  await expect(page.locator('#predicted')).toContainText(
    /You predicted β1 = 1, β2 = 1; it is β1 = 1\.70?, β2 = 0\.30?\./,
  )
})

test('a link gives somebody else the same questions; the same can be taken again and compared', async ({
  page,
  browser,
  axe,
}) => {
  await takeWritten(page, 'Mine.')
  const asked = await page.locator('#question-1 p').nth(1).textContent()
  await page.getByRole('button', { name: 'Share these questions' }).click()
  const address = await page
    .getByRole('textbox', { name: 'Link to the same interview' })
    .inputValue()
  await axe()

  const stranger = await browser.newContext()
  const theirs = await stranger.newPage()
  await theirs.goto(address)
  await expect(theirs.getByText(/^1 question, /)).toBeVisible()
  await axe(theirs)
  await theirs.getByRole('button', { name: 'Start the interview' }).click()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(asked!)
  await expect(theirs.getByRole('textbox', { name: 'Your answer' })).toHaveValue('')
  await stranger.close()

  await page.getByRole('button', { name: 'Share no more' }).click()
  await expect(page.getByText('The link leads nowhere any more.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the same again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked!)
  await finish(page, 'Better this time.')
  await expect(page.getByText(/^Compared with /)).toContainText('drawn alike')
})

test('a link that is shared no more says so', async ({ page, expected }) => {
  expected.push(/404/)
  await page.goto('/m/abcdefghijklmnop')
  await expect(page.getByRole('heading', { name: 'Nobody shares an interview here' })).toBeVisible()
})

test('on paper the report is whole, and without what can only be pressed', async ({ page }) => {
  await takeWritten(page, 'For the file.')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('For the file.')).toBeVisible()
  for (const name of ['Take the same again', 'Mark it against the rubric', 'Print'])
    await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
})

test('with a clock on each question the time that is left for it is shown', async ({ page }) => {
  await begin(page, '/mock/new?blueprint=1.forms~written_length~1_clock~per-item')
  await expect(page.getByText(/\d\d:\d\d left for it/)).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByText(/left for it/)).toBeHidden()
})

/** Of what there is to choose from, what stands first. */
function first({ ask: { item } }: Screen): string | string[] {
  const { kind, options: [option] = [], reasons: [reason] = [] } = item!
  if (kind === 'claim') return ['true', reason!.id]
  if (kind === 'spot') return '1'
  return kind === 'multiple' ? [option!.id] : option!.id
}

/** @param question the id of the one that is asked; any by default */
async function takeWritten(page: Page, text: string, question?: string) {
  const only = question ? `_questions~${question}` : ''
  await take(page, { blueprint: `1.forms~written_length~1${only}` }, () => text)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/All in words/)
}

async function begin(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByText(/^1 question, /)).toBeVisible()
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await expect(page.getByText(/^Question 1 of 1/)).toBeVisible()
}

async function finish(page: Page, text: string) {
  await page.getByRole('textbox', { name: 'Your answer' }).fill(text)
  await page.getByRole('button', { name: 'Submit and finish' }).click()
  await page.getByRole('button', { name: 'End and see the report' }).click()
  await expect(page).toHaveURL(/\/report$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/All in words/)
}

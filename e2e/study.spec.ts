import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectNumbers, ready } from './figure-page.ts'
import { expect, test } from './fixtures.ts'
import { keyboard, tabTo } from './hands.ts'
import { ANSWER, answer, QUESTION, signUp } from './studying.ts'

test('a person studies one question, signs up, and finds everything again', async ({
  page,
  axe,
  browser,
}) => {
  test.slow()
  await page.goto('/')
  await page.getByRole('link', { name: 'Open a question' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('L1 vs L2')
  await expect(page.locator('#short-answer')).toBeHidden()

  await answer(page, ANSWER)
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)

  await comeNear(page, '#rubric')
  await quote(page, 'exact zeros', /exactly to zero, and why/)
  await expect(page.locator('#rubric q')).toContainText('exact zeros')
  await page.locator('#rubric').getByRole('button', { name: 'Save the rubric' }).click()
  await expect(page.locator('#rubric')).toContainText('Saved.')

  await answerItems(page)
  await page.evaluate(() => scrollTo(0, 0)) // where nothing sticks over anything
  await axe()

  await page.reload()
  await expectHistory(page)

  const email = `${randomUUID()}@example.org`
  await signUp(page, email)
  await page.goto(QUESTION)
  await expectHistory(page)

  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await elsewhere.goto(QUESTION)
  await expect(elsewhere.locator('#your-answer textarea')).toBeVisible()
  await answer(elsewhere, 'Written as a guest on another device.')
  await expect(elsewhere.locator('#your-answer')).toContainText(/Saved \d+ /)
  await signIn(elsewhere, email)
  await elsewhere.goto(QUESTION)
  await expectHistory(elsewhere, 'Written as a guest on another device.')
  await other.close()
})

test('a question is gone through by keyboard alone, from the answer to the next question', async ({
  page,
}) => {
  test.slow()
  await page.goto(QUESTION)
  const { press, write } = keyboard(page)
  await write(page.locator('#your-answer textarea'), 'Zeros: lasso. Shrinkage: ridge.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Show the short answer' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText('Leaning')

  await test.step('a prediction, key by key, and then its figure', async () => {
    const figure = page.locator('[data-demo=geometry]').first()
    await figure.scrollIntoViewIfNeeded()
    await ready(figure)
    const [first, second] = [0, 1].map((nth) =>
      figure.getByRole('spinbutton', { name: /^β\d$/ }).nth(nth),
    )
    await write(first!, '1.7')
    await write(second!, '0.35')
    await expect(first!).toHaveValue('1.7')
    await expect(second!).toHaveValue('0.35')
    await press(figure.getByRole('button', { name: 'Predict', exact: true }))
    await expect(figure.getByRole('status').filter({ hasText: 'You predicted' })).toHaveText(
      'You predicted β1 = 1.7, β2 = 0.35; it is β1 = 1.70, β2 = 0.30, close enough.',
      { timeout: 30_000 }, // what waits on the device until the server has it waits as long as it takes
    )
    await tabTo(page, figure.getByLabel('Budget t'))
    await page.keyboard.press('ArrowRight')
    await expectNumbers(figure, 'geometry', { budget: 2.05, b1: 2.3, b2: 0.9, rho: 0.5 })
  })

  await test.step('a task at a figure', async () => {
    const task = page.getByRole('region', { name: 'Exactly three survivors' })
    await task.scrollIntoViewIfNeeded()
    await ready(task.locator('[data-demo]'))
    await tabTo(page, task.getByRole('slider', { name: 'Penalty λ' }).first())
    for (let step = 0; step < 4; step++) await page.keyboard.press('PageUp')
    await press(task.getByRole('button', { name: 'Submit this state' }))
    await expect(task).toContainText('Reached.')
  })

  await test.step('the rubric', async () => {
    // Shift and the arrows select in the answer; Quote takes what is selected.
    const rubric = page.locator('#rubric')
    await rubric.scrollIntoViewIfNeeded()
    const quoted = rubric.locator('textarea')
    await tabTo(page, quoted)
    await page.keyboard.press('Control+Home')
    for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
    await expect(rubric).toContainText('Selected: “Zeros”')
    await page.keyboard.type('not to be written')
    await page.keyboard.press('Delete')
    await expect(quoted).toHaveValue('Zeros: lasso. Shrinkage: ridge.')
    await press(rubric.getByRole('button', { name: /^Quote the selected words/ }).first())
    await expect(rubric.locator('q')).toContainText('Zeros')
    await press(rubric.getByRole('button', { name: 'Save the rubric' }))
    await expect(rubric).toContainText('Saved.')
  })

  await test.step('an item', async () => {
    await page.locator('#check-yourself').scrollIntoViewIfNeeded()
    const item = page
      .locator('#check-yourself form')
      .filter({ has: page.getByRole('radio') })
      .first()
    await tabTo(page, item.getByRole('radio').first())
    await page.keyboard.press('b')
    await expect(item.getByRole('radio').nth(1)).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(item.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  await test.step('the grade that the rubric suggests, and the next question', async () => {
    const part = page.locator('#how-did-it-go')
    await part.scrollIntoViewIfNeeded()
    await press(part.getByRole('button', { name: /suggested$/ }))
    await expect(part.getByRole('status')).toHaveText(/^Graded \w+\. This question comes back on/)
    const ways = page.getByRole('navigation', { name: 'Previous and next question' })
    await press(ways.getByRole('link', { name: /^Next/ }))
    await expect(page).not.toHaveURL(QUESTION)
    await expect(page.getByRole('heading', { level: 1 })).not.toContainText('L1 vs L2')
    await write(page.getByRole('textbox', { name: 'Your answer' }), 'And on.')
    await expect(page.locator('#your-answer')).toContainText('Draft saved')
  })
})

test('skipping is recorded as skipped', async ({ page }) => {
  await page.goto(QUESTION)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText('Write a sentence first')
  await page.locator('#your-answer').getByRole('button', { name: 'Skip' }).click()
  await expect(page.locator('#short-answer')).toBeVisible()
  await expect(page.locator('#your-answer')).toContainText('You skipped this question on')
  await page.reload()
  await expect(page.locator('#your-answer')).toContainText('You skipped this question on')
})

async function answerItems(page: Page) {
  await comeNear(page, '#check-yourself')
  const items = page.locator('#check-yourself form')
  for (const item of await items.all()) {
    const number = item.getByRole('textbox')
    if ((await number.count()) > 0) await number.fill('0.1')
    else await item.locator('label input').first().check()
    await item.getByRole('button', { name: 'Check' }).click()
    await expect(item.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(item).toContainText(/Right\.|Not yet\.|Partly/)
  }
}

async function expectHistory(page: Page, newest = ANSWER) {
  await expect(page.locator('#your-answer blockquote')).toHaveText(newest)
  await comeNear(page, '#rubric')
  await comeNear(page, '#check-yourself')
  const items = page.locator('#check-yourself form')
  const count = await items.count()
  expect(count).toBeGreaterThanOrEqual(3)
  await expect(items.getByRole('button', { name: 'Try again' })).toHaveCount(count)
  if (newest === ANSWER) await expect(page.locator('#rubric q')).toContainText('exact zeros')
}

async function signIn(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Selects words of the answer as a reader would, then quotes them for a key point. */
async function quote(page: Page, words: string, point: RegExp) {
  await page.locator('#rubric textarea').evaluate((box: HTMLTextAreaElement, text) => {
    const start = box.value.indexOf(text)
    box.focus()
    box.setSelectionRange(start, start + text.length)
  }, words)
  await expect(page.locator('#rubric')).toContainText(`Selected: “${words}”`)
  await page.locator('#rubric').getByRole('button', { name: point }).click()
}

/** Parts further down come to life when a reader comes near. */
async function comeNear(page: Page, part: string) {
  await page.locator(part).scrollIntoViewIfNeeded()
}

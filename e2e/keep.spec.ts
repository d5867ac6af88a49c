import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const QUESTION = '/questions/l1-vs-l2-regularization'
/** Cues of four key points and of one misconception stand in it. */
const ANSWER =
  'L1 charges absolute values, and corners give exact zeros. I pick lambda by cross-validation. L2 removes multicollinearity.'

test('likely words are pointed at and never ticked; what was missed decides what is asked next', async ({
  page,
  axe,
}) => {
  await answered(page)
  const rubric = page.locator('#rubric')
  await near(page, '#rubric')
  await expect(rubric.locator('mark')).toHaveText([
    'absolute values',
    'corners',
    'exact zeros',
    'cross-validation',
    'multicollinearity',
  ])
  for (const box of await rubric.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await expect(rubric).toContainText('0 % quoted 0 of')
  await expect(rubric).toContainText('You wrote removes multicollinearity')
  await expect(rubric.getByRole('link', { name: 'See it fail in the figure' })).toHaveAttribute(
    'href',
    /^\/demos\/\w[\w-]*\?s=1\..*refutes=reg-0001\./,
  )
  await axe()

  // By keyboard alone: a likely phrase is selected, then quoted.
  await rubric.getByRole('button', { name: 'Select “exact zeros” in your answer' }).focus()
  await page.keyboard.press('Enter')
  await expect(rubric).toContainText('Selected: “exact zeros”')
  await rubric.getByRole('button', { name: /^Quote .*exactly to zero/ }).focus()
  await page.keyboard.press('Enter')
  await expect(rubric.locator('q').filter({ hasText: 'exact zeros' })).toBeVisible()
  await expect(rubric.locator('mark')).toHaveCount(3)

  const next = page.locator('#follow-ups')
  await near(page, '#follow-ups')
  const why = next.getByText('Show me, for a single coefficient')
  const units = next.getByText('Does your model change?')
  await expect(why).toBeVisible()
  await rubric.getByRole('button', { name: 'Save the rubric' }).click()
  await expect(rubric).toContainText('Saved.')
  await expect(why).toBeHidden() // it was said
  await expect(units).toContainText('Since this was missing')

  // At another level less is expected, and the choice is the same on the next page.
  await rubric.getByRole('radio', { name: 'Intern' }).check()
  await expect(rubric.getByText('From senior').first()).toBeVisible()
  await page.goto('/questions/bias-variance-decomposition')
  await near(page, '#rubric')
  await expect(page.locator('#rubric').getByRole('radio', { name: 'Intern' })).toBeChecked()
})

test('said again in a minute, beside the first; nothing is lost by a reload in it', async ({
  page,
}) => {
  await answered(page)
  await near(page, '#how-did-it-go')
  await page.getByRole('button', { name: 'Start the minute' }).click()
  const box = page.getByLabel('Your answer, once more')
  await expect(box).toBeFocused()
  await box.fill('Corners make zeros.')
  await page.reload()
  await near(page, '#how-did-it-go')
  await page.getByRole('button', { name: 'Start the minute' }).click()
  await expect(box).toHaveValue('Corners make zeros.')
  await page.getByRole('button', { name: 'Done', exact: true }).click()
  const part = page.locator('#how-did-it-go')
  await expect(part.locator('blockquote')).toHaveText([ANSWER, 'Corners make zeros.'])
  await expect(page.locator('#your-answer blockquote')).toHaveText(ANSWER)
  await page.goto('/progress')
  await page.locator('#history').scrollIntoViewIfNeeded()
  await expect(page.getByText('Said again in a minute').first()).toBeAttached()
})

test('a star, a note and a parked question are there again; a note holds no HTML', async ({
  page,
  axe,
}) => {
  await page.goto(QUESTION)
  await near(page, '#keep')
  const keep = page.locator('#keep')
  await keep.getByRole('button', { name: 'Star', exact: true }).click()
  await expect(keep.getByRole('button', { name: 'Starred' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await keep.getByRole('button', { name: 'Park', exact: true }).click()
  await expect(keep).toContainText('Parked: its reviews wait')
  const note = keep.getByLabel('Your note')
  await note.fill('**Corners** <img src=x onerror=alert(1)>\n\n- [bad](javascript:alert(1))')
  await expect(keep).toContainText('Saved')
  await keep.getByRole('button', { name: 'Done' }).click()
  await expect(keep.locator('b')).toHaveText('Corners')
  await expect(keep).toContainText('<img src=x onerror=alert(1)>')
  await expect(keep.getByRole('link', { name: 'bad' })).toHaveCount(0)
  await axe()

  await page.goto('/questions?status=starred')
  await expect(page.getByRole('list', { name: 'Questions' }).getByRole('listitem')).toHaveCount(1)
  await page.goto('/progress')
  await expect(page.getByText('Corners').first()).toBeVisible()
  await page.goto(QUESTION)
  await near(page, '#keep')
  await expect(keep.locator('b')).toHaveText('Corners')
  await keep.getByRole('button', { name: 'Starred' }).click()
  await expect(keep).toContainText('Starred no more.')
})

test('without the server a note and a mark wait on the device, and say so', async ({
  page,
  context,
  expected,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  expected.push(/ERR_INTERNET_DISCONNECTED/)
  await page.goto(QUESTION)
  await near(page, '#keep')
  const keep = page.locator('#keep')
  await context.setOffline(true)
  await keep.getByLabel('Your note').fill('Written on a train.')
  await expect(keep).toContainText('Not saved yet (kept on this device)')
  await keep.getByRole('button', { name: 'Star', exact: true }).click()
  await expect(keep).toContainText('Kept on this device until the server has it')
  await expect(keep.getByRole('button', { name: 'Starred' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await context.setOffline(false)
  await expect(keep.getByText('Saved', { exact: true })).toBeVisible()
})

test('a report carries the states of the figures and the seeds of the items', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  await page.goto(QUESTION)
  await near(page, '#fig-1')
  await page.locator('#fig-1').getByRole('button', { name: 'Skip' }).click()
  // alive: a figure and an item say what they show once their code is there
  await expect(page.locator('#fig-1 [data-link]')).toBeAttached()
  const seed = page.locator('[data-item="reg-0001/monthly-list"][data-seed]')
  await page.locator('#check-yourself').scrollIntoViewIfNeeded()
  await expect(seed).toBeAttached()
  await near(page, '#keep')
  const keep = page.locator('#keep')
  await keep.getByRole('button', { name: 'Report a problem' }).click()
  await keep.getByLabel('What is wrong, and where?').fill('The second sentence.')
  const sending = page.waitForRequest((request) => request.url().endsWith('/reports'))
  await keep.getByRole('button', { name: 'Send the report' }).click()
  const { context } = (await sending).postDataJSON() as {
    context: { page: string; figures: string[]; seeds: Record<string, number> }
  }
  expect(context.page).toBe(QUESTION)
  expect(context.figures.some((link) => link.startsWith('/demos/geometry'))).toBe(true)
  expect(Object.keys(context.seeds)).toContain('reg-0001/monthly-list')
  await expect(keep).toContainText('Your report is kept for the authors')
})

test('a button that is pressed before its code is there is not pressed in vain', async ({
  page,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  await page.goto(QUESTION, { waitUntil: 'networkidle' })
  let isHeld = true
  const late: (() => void)[] = []
  await page.route('**/_next/static/chunks/**', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => late.push(resolve))
    await route.continue()
  })
  const keep = page.locator('#keep')
  await keep.getByRole('button', { name: 'Report a problem' }).click()
  await expect.poll(() => late.length).toBeGreaterThan(0)
  await expect(keep.getByLabel('What is wrong, and where?')).toBeHidden()
  isHeld = false
  for (const go of late) go()
  await expect(keep.getByLabel('What is wrong, and where?')).toBeFocused()
})

test('blind mode hides level and company until there is an answer', async ({ page, axe }) => {
  await page.goto('/account')
  await page.getByRole('radio', { name: 'Hidden until I have answered' }).check()
  await page.goto(QUESTION)
  const header = page.locator('article header')
  await expect(header.getByText('Microsoft')).toBeHidden()
  await expect(header.getByText('Level and company are hidden')).toBeVisible()
  await axe()
  await page.getByRole('button', { name: 'Skip' }).first().click()
  await expect(header.getByText('Microsoft')).toBeVisible()
})

test('one question leads to the next and back', async ({ page }) => {
  await page.goto(QUESTION)
  const ways = page.getByRole('navigation', { name: 'Previous and next question' })
  await ways.getByRole('link').last().click()
  await expect(page).not.toHaveURL(QUESTION)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

async function answered(page: Page) {
  await page.goto(QUESTION)
  await page.locator('#your-answer textarea').fill(ANSWER)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
}

/** Parts further down come to life when a reader comes near. */
async function near(page: Page, part: string) {
  const place = page.locator(part)
  await place.scrollIntoViewIfNeeded()
  const alive = 'xpath=ancestor-or-self::*[@data-alive] | descendant::*[@data-alive]'
  await expect(place.locator(alive).first()).toBeAttached()
}

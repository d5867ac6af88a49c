import type { Page } from '@playwright/test'

/** Pages in the states in which a reader meets them. */
export const pages = {
  'first-visit': 'First visit',
  question: 'A question, before an answer',
  answered: 'A question, answered',
  figure: 'Its first live figure',
  rubric: 'The rubric, quoted',
  questions: 'All questions, half-way',
  topic: 'A topic',
  role: 'A company and role',
  returning: 'Home, half-way: today',
  review: 'Review: what was to be said',
  'review-after-long': 'Review after a long absence',
  progress: 'Progress, half-way',
  attempt: 'An attempt, as it was shown',
  scoring: 'How it is computed',
  'mock-new': 'A mock interview, to be created',
  mock: 'A mock interview, running',
  report: 'Its report',
  write: 'For authors',
} as const

export type PageName = keyof typeof pages

type Take = (name: PageName) => Promise<void>

const QUESTION = '/questions/l1-vs-l2-regularization'
const ANSWER =
  'L1 charges absolute values and its ball has corners, so it gives exact zeros. Ridge only shrinks. L2 removes multicollinearity. I would pick lambda by cross-validation.'

/** Goes wherever there is something to see: as a guest, then as two of the sample readers. */
export async function visit(page: Page, take: Take) {
  await asGuest(page, take)
  await inAnInterview(page, take)
  await signIn(page, 'halfway')
  await halfway(page, take)
  await signIn(page, 'lapsed')
  await page.goto('/review')
  await page.getByRole('button', { name: /^Show/ }).waitFor()
  await take('review-after-long')
}

async function asGuest(page: Page, take: Take) {
  await page.goto('/')
  await take('first-visit')
  await page.goto('/write')
  await take('write')
  await page.goto(QUESTION)
  await take('question')
  await page.getByRole('textbox', { name: 'Your answer' }).fill(ANSWER)
  await page.locator('#your-answer').getByRole('radio', { name: 'Fairly sure' }).check()
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await page
    .locator('#your-answer')
    .getByText(/Saved \d+ /)
    .waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  await take('answered')
  await show(page, '[data-demo=geometry] >> nth=0')
  await take('figure')
  const rubric = page.locator('#rubric')
  await show(page, '#rubric')
  await rubric.getByRole('button', { name: 'Select “exact zeros” in your answer' }).click()
  await rubric.getByRole('button', { name: /^Quote .*exactly to zero/ }).click()
  await show(page, '#rubric li:has(input):has(q)', 'center')
  await take('rubric')
}

async function inAnInterview(page: Page, take: Take) {
  await page.goto('/mock/new?blueprint=1.length~20m&seed=4')
  const begin = page.getByRole('button', { name: 'Start the interview' })
  await begin.waitFor()
  await take('mock-new')
  await begin.click()
  const ending = page.getByRole('dialog', { name: 'End the interview?' })
  const finish = page.getByRole('button', { name: 'Submit and finish' })
  for (let nth = 1; ; nth++) {
    await page.getByText(new RegExp(`^Question ${nth} of`)).waitFor()
    await answerSomething(page)
    if (nth === 2) await take('mock')
    if (await finish.isVisible()) break
    await page.getByRole('button', { name: /^Submit and/ }).click()
  }
  await finish.click()
  await ending.getByRole('button', { name: 'End and see the report' }).click()
  await page.waitForURL('**/report')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await take('report')
}

/** Words where words are asked for, else the first choice if there is one. */
async function answerSomething(page: Page) {
  const item = page.locator('[data-question]')
  await item.waitFor()
  const field = item.locator('textarea')
  const choice = item.getByRole('radio').first()
  if (await field.isVisible())
    await field.fill('First I would ask what the number is for, and what each kind of error costs.')
  else if (await choice.isVisible()) await choice.check()
  else return
  await page.getByRole('status').getByText('Saved', { exact: true }).waitFor()
}

async function halfway(page: Page, take: Take) {
  await page.goto('/')
  await page.getByRole('link', { name: 'Start reviewing' }).waitFor()
  await take('returning')
  await page.goto('/questions')
  await take('questions')
  await page.goto('/topics/regularization')
  await take('topic')
  await page.goto('/companies/microsoft/data-science-intern')
  await take('role')
  await page.goto('/review')
  await page.getByRole('button', { name: /^Show/ }).click()
  await page.getByRole('group', { name: 'How did that go?' }).waitFor()
  await take('review')
  await page.goto('/progress')
  await page.getByRole('heading', { name: 'Today' }).waitFor()
  await take('progress')
  await page.getByRole('heading', { name: 'Everything you answered' }).scrollIntoViewIfNeeded()
  await page
    .getByRole('link', { name: /: Rubric$/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Open the question' }).waitFor()
  await take('attempt')
  await page.goto('/about/scoring')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await take('scoring')
}

/** What is above has to be alive, and as high as it will be, before a part is shown. */
async function show(page: Page, part: string, block: 'start' | 'center' = 'start') {
  for (let round = 0; round < 3; round++) {
    await page.locator(part).evaluate((element, at) => element.scrollIntoView({ block: at }), block)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(300)
  }
}

async function signIn(page: Page, who: string) {
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(`sample-${who}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('ridgeline sample')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

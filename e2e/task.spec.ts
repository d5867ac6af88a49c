import type { Locator, Page } from '@playwright/test'
import { ulid } from 'ulid'
import { decodeState, type Figure, figures } from '#lib/figures/index.ts'
import { centre, ready } from './figure-page.ts'
import { expect, test } from './fixtures.ts'

const QUESTION = '/questions/l1-vs-l2-regularization'

test('a task in the prose is missed, then reached by keyboard, and remembered', async ({
  page,
  axe,
}) => {
  const task = await taskIn(page, 'Exactly three survivors')
  const submit = task.getByRole('button', { name: 'Submit this state' })
  await expect(page.locator('#check-yourself')).not.toContainText('keeps exactly three')

  await submit.press('Enter')
  await expect(task).toContainText('Not yet.')
  await expect(task).toContainText(`nonzeros is ${nonzeros('1.lambda~0.1')}; wanted exactly 3.`)
  await expect(task.getByText('From λ = 0.46')).toBeHidden()
  await axe()

  // The figure stays where it is: from there one moves on.
  const penalty = task.getByRole('slider', { name: 'Penalty λ' }).first()
  for (let step = 0; step < 4; step++) await penalty.press('PageUp')
  await submit.press('Enter')
  await expect(task).toContainText('Reached.')
  await expect(task).toContainText(/nonzeros is 3; wanted exactly 3\. It holds until λ changes/)
  await expect(task).toContainText('Duality gap')
  await expect(task.getByText('From λ = 0.46')).toBeVisible()

  const link = task.getByRole('link', { name: 'the state you submitted' })
  const [, state = ''] = (await link.getAttribute('href'))!.split('?s=')
  expect(state).toMatch(/^1\.lambda~0\.63\d*$/)
  expect(nonzeros(state)).toBe(3)
  await page.reload()
  await ready(task.locator('[data-demo]'))
  await expect(task).toContainText('Reached.')
  await expect(task).toContainText('Submitted 2 times')
})

test('a task among the items is reached by mouse or finger', async ({ page }) => {
  await page.goto(QUESTION)
  const task = page.getByRole('group', { name: /Leave least squares where it is/ })
  await task.scrollIntoViewIfNeeded()
  await ready(task.locator('[data-demo]'))
  const submit = task.getByRole('button', { name: 'Submit this state' })

  await slide(page, task.getByRole('slider', { name: 'Correlation' }), 0.95)
  await submit.click()
  await expect(task).toContainText(/Reached|Not yet/)
  await slide(page, task.getByRole('slider', { name: 'Penalty' }), 0.75)
  await submit.click()
  await expect(task).toContainText('Reached.')
  await expect(task).toContainText(/ridge2 is 0\.\d+; wanted at least 0\.05/)
})

test('what the task is about cannot be swapped for easier data', async ({ page, hasTouch }) => {
  test.skip(hasTouch, 'either width is enough')
  const task = await taskIn(page, 'Exactly three survivors')
  await task.getByRole('button', { name: 'Random fair variant' }).click()
  await task.getByRole('button', { name: 'Submit this state' }).click()
  await expect(task).toContainText('Not yet.')
  await expect(task).toContainText(/Sample is \d+; wanted 264, as at the start/)
})

test('a forged state is refused with a sentence, and nothing is stored', async ({
  page,
  baseURL,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  const sent = page.waitForRequest('/api/attempts')
  const task = await taskIn(page, 'Exactly three survivors')
  await task.getByRole('button', { name: 'Submit this state' }).click()
  const [honest] = (await sent).postDataJSON().attempts
  await expect(task).toContainText('Not yet.')
  for (const [response, sentence] of [
    ['1.lambda~99', /^Not graded: .*“lambda” goes from 0\.005 to 10/],
    ['1.nonzeros~3', /^Not graded: .*“nonzeros” is not part of/],
    ['2.lambda~0.7', /^Not graded: .*a form that this figure does not know/],
    ['1.lambda~0.7_lambda~0.7', /^Not graded: .*given twice/],
    [{ nonzeros: 3, gap: 0 }, /^Submit the state of the figure/],
  ] as const) {
    const answer = await page.request.post('/api/attempts', {
      data: { attempts: [{ ...honest, id: ulid(), response }] },
      headers: { origin: baseURL! },
    })
    expect(answer.status()).toBe(400)
    expect((await answer.json()).error.message).toMatch(sentence)
  }
  await page.reload()
  await expect(task).toContainText('Submitted once')
})

test('a misconception opens the figure in the state that disproves it', async ({ page, axe }) => {
  await page.goto(QUESTION)
  const said = page.locator('#misconceptions details', { hasText: 'steadily smaller' })
  await said.locator('summary').click()
  await expect(said).toContainText('Watch ridge’s β2')
  await said.getByRole('link', { name: 'Open the figure in this state' }).click()
  await expect(page).toHaveURL(/\/demos\/geometry\?s=1\.b1~2_b2~-0\.8.*refutes=reg-0001\.monotone$/)
  const why = page.getByRole('complementary', { name: 'What this state disproves' })
  await expect(why).toContainText('Watch ridge’s β2')
  await ready(page.locator('[data-demo=geometry]'))
  await axe()

  // The sentence is true of that state alone, and its words are the question's, not the address's.
  for (const address of [
    '/demos/geometry?s=1.budget~1&refutes=reg-0001.monotone',
    '/demos/geometry?s=1.budget~1&refutes=reg-0001.nothing',
    '/demos/geometry?s=1.budget~1&refutes=%3Cb%3E',
  ]) {
    await page.goto(address)
    await expect(page.locator('[data-demo=geometry]')).toBeVisible()
    await expect(why).toHaveCount(0)
  }
})

async function taskIn(page: Page, title: string): Promise<Locator> {
  await page.goto(QUESTION)
  const task = page.getByRole('region', { name: title })
  await task.scrollIntoViewIfNeeded()
  await ready(task.locator('[data-demo]'))
  return task
}

/** Presses on the track. @param share of the way from its left end */
async function slide(page: Page, slider: Locator, share: number) {
  await slider.scrollIntoViewIfNeeded()
  const { width } = (await slider.boundingBox())!
  const { x, y } = await centre(slider)
  await page.mouse.click(x + (share - 0.5) * width, y)
}

function nonzeros(state: string): number {
  const paths = figures.paths as unknown as Figure
  return paths.named(paths.compute(decodeState(paths, state).state))['nonzeros']!
}

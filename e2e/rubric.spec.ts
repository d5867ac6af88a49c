import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const ANSWER = 'L1 gives exact zeros, since its ball has corners; L2 only shrinks.'

test('words are quoted by dragging over them, from either end, and over more than is underlined', async ({
  page,
}) => {
  const rubric = await answered(page)
  const zeros = rubric.locator('mark', { hasText: 'exact zeros' })
  const corners = rubric.locator('mark', { hasText: 'corners' })

  await expect(async () => {
    await drag(page, await startOf(zeros), await endOf(zeros))
    await expect(rubric).toContainText('Selected: “exact zeros”', { timeout: 1_000 })
  }).toPass()
  await expect(async () => {
    await drag(page, await endOf(corners), await startOf(corners))
    await expect(rubric).toContainText('Selected: “corners”', { timeout: 1_000 })
  }).toPass()
  await expect(async () => {
    const { x, y } = (await rubric.getByRole('textbox').boundingBox())!
    await drag(page, { x: x + 4, y: y + 6 }, await endOf(zeros))
    await expect(rubric).toContainText('Selected: “L1 gives exact zeros”', { timeout: 1_000 })
  }).toPass()

  await rubric.getByRole('button', { name: /^Quote .*exactly to zero/ }).click()
  const point = rubric.getByRole('listitem').filter({ hasText: 'exactly to zero' }).first()
  await expect(point.locator('q')).toHaveText('L1 gives exact zeros')
  await expect(point.getByRole('checkbox')).toBeChecked()
  await expect(zeros).toBeHidden() // what is quoted is not underlined any more
  await expect(rubric.getByRole('textbox')).toHaveValue(ANSWER)
  await rubric.getByRole('button', { name: 'Save the rubric' }).click()
  await expect(rubric).toContainText('Saved.')
})

test.describe('with a finger', () => {
  test.skip(({ hasTouch }) => !hasTouch, 'the phone has the touch screen')

  test('a likely phrase is tapped, then quoted, then taken back', async ({ page }) => {
    const rubric = await answered(page)
    // No keyboard comes up over what is only to be read.
    await expect(rubric.getByRole('textbox')).toHaveAttribute('inputmode', 'none')
    await rubric.getByRole('button', { name: 'Select “exact zeros” in your answer' }).tap()
    await expect(rubric).toContainText('Selected: “exact zeros”')
    await rubric.getByRole('button', { name: /^Quote .*exactly to zero/ }).tap()
    await expect(rubric.locator('q')).toHaveText('exact zeros')
    await rubric.getByRole('button', { name: /^Remove the quotation for: .*exactly to zero/ }).tap()
    await expect(rubric.locator('q')).toHaveCount(0)
    await expect(rubric.getByRole('checkbox', { name: /exactly to zero/ })).toBeFocused()
  })
})

/** The rubric of an answer just given, in view. */
async function answered(page: Page): Promise<Locator> {
  await page.goto('/questions/l1-vs-l2-regularization')
  await page.getByRole('textbox', { name: 'Your answer' }).fill(ANSWER)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
  const rubric = page.locator('#rubric')
  await rubric.scrollIntoViewIfNeeded()
  await expect(rubric.locator('mark', { hasText: 'exact zeros' })).toBeVisible()
  await rubric.getByRole('textbox').scrollIntoViewIfNeeded()
  return rubric
}

type Place = { x: number; y: number }

async function startOf(words: Locator): Promise<Place> {
  const { x, y, height } = (await words.boundingBox())!
  return { x: x + 1, y: y + height / 2 }
}

async function endOf(words: Locator): Promise<Place> {
  const { x, y, width, height } = (await words.boundingBox())!
  return { x: x + width - 1, y: y + height / 2 }
}

async function drag(page: Page, from: Place, to: Place) {
  await page.mouse.click(from.x, from.y) // what was selected is let go of, not carried away
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

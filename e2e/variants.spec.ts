import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/* An item that is made from a seed: solved here from what it shows, as a reader would. */

const QUESTION = '/questions/k-means-objective-and-failures'

test('a drawn item is graded by its own numbers, and gives another like it', async ({
  page,
  axe,
}) => {
  const item = await open(page)
  await give(item, '0.123')
  await expect(item.getByRole('status')).toContainText('Not yet')

  await item.getByRole('button', { name: 'Try again' }).click()
  await give(item, String(solve(await words(item))))
  await expect(item.getByRole('status')).toContainText('Right')
  await expect(item.getByText('Answered 2 times')).toBeVisible()

  const before = await words(item)
  await item.getByRole('button', { name: 'Another like it' }).click()
  await expect(item.getByRole('button', { name: 'Check' })).toBeVisible()
  const after = await words(item)
  expect(after).not.toBe(before)
  await give(item, String(solve(after)))
  await expect(item.getByRole('status')).toContainText('Right')
  await axe()

  // The page is the same for everybody: after a reload its own item stands there again, as answered.
  const again = await open(page)
  expect(await words(again)).toBe(before)
  await expect(again.getByRole('status')).toContainText('Right')
})

test('without the server there is no other one, and nothing is lost', async ({
  page,
  expected,
  hasTouch,
}) => {
  test.skip(hasTouch, 'either width is enough')
  expected.push(/ERR_FAILED|Failed to load resource/, /failed \(net::ERR_FAILED\)/)
  const item = await open(page)
  await give(item, String(solve(await words(item))))
  await page.route('**/api/variants/**', (route) => route.abort('failed'))
  await item.getByRole('button', { name: 'Another like it' }).click()
  await expect(page.getByText('Another one could not be fetched')).toBeVisible()
  await expect(item.getByRole('status')).toContainText('Right')
})

async function open(page: Page): Promise<Locator> {
  await page.goto(QUESTION)
  await page.locator('#check-yourself').scrollIntoViewIfNeeded()
  const item = page.locator('#check-yourself form').first()
  await expect(item.getByRole('button').first()).toBeEnabled()
  return item
}

async function give(item: Locator, text: string) {
  await item.getByRole('textbox').fill(text)
  await item.getByRole('button', { name: 'Check' }).click()
}

async function words(item: Locator): Promise<string> {
  return (await item.locator('p').first().textContent()) ?? ''
}

/** The mean of the points that are nearer to the centre asked for. */
function solve(prompt: string): number {
  const points = /points are (.*?);/.exec(prompt)![1]!.match(/\d+/g)!.map(Number)
  const [low, high] = /stand at (\d+) and (\d+)/.exec(prompt)!.slice(1).map(Number) as [
    number,
    number,
  ]
  const isLower = prompt.includes('the lower centre')
  const mine = points.filter((point) => Math.abs(point - low) < Math.abs(point - high) === isLower)
  return mine.reduce((sum, point) => sum + point, 0) / mine.length
}

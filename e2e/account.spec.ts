import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { chooseTheme, expect, test } from './fixtures.ts'
import { PASSWORD, signUp } from './signing-in.ts'

const QUESTION = '/questions/l1-vs-l2-regularization'
const ANSWER = 'My own words about corners, written for the export.'

test('S10: a reader takes everything along, and then leaves nothing', async ({
  page,
  axe,
  expected,
}) => {
  expected.push(/403/) // the wrong password
  await answer(page)
  await signUp(page, `${randomUUID()}@example.org`)
  await page.goto('/account')
  await expect(page.getByText('this browser', { exact: true })).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }

  const json = JSON.parse(await download(page, 'Export everything (JSON)'))
  expect(json.attempts[0].response.text).toBe(ANSWER)
  expect(await download(page, 'Export cards (Anki)')).toMatch(/^#separator:tab\n/)

  await page.getByRole('button', { name: 'Delete everything…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' })
  const go = dialog.getByRole('button', { name: 'Delete everything' })
  await expect(go).toBeDisabled()
  await axe()
  await dialog.getByLabel(/^Type/).fill('delete everything')
  await dialog.getByLabel('Password').fill('not the password')
  await go.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('nothing was deleted')
  await dialog.getByLabel('Password').fill(PASSWORD)
  await go.press('Enter')
  await expect(page.getByText('Everything of yours is deleted.')).toBeVisible()
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({
    user: null,
    guest: false,
  })
  await page.goto(QUESTION)
  await expect(page.locator('#your-answer textarea')).toBeEmpty()
})

test('S10: what was taken along comes back, looked at first; what is here stays', async ({
  page,
  axe,
  expected,
}) => {
  expected.push(/400/) // no file of ours
  await answer(page)
  await page.goto('/account')
  const file = await download(page, 'Export everything (JSON)')
  const choose = async (content: string, name = 'mine.json') => {
    const picking = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
    const body = { name, mimeType: 'application/json', buffer: Buffer.from(content) }
    await (await picking).setFiles(body)
  }
  await choose(file)
  await expect(page.getByText('All that mine.json holds is here already.')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).press('Enter')

  // The cookie is gone, and with it the way to those answers; the file is still there.
  await page.context().clearCookies()
  await page.goto('/account')
  await choose('not JSON')
  await expect(page.getByText('mine.json is not a JSON file.')).toBeVisible()
  await choose(JSON.stringify({ ...JSON.parse(file), version: 7 }))
  await expect(page.getByText('This file is of version 7 of the export')).toBeVisible()
  await choose(file)
  await expect(page.getByText('mine.json holds 1 answer that is not here yet.')).toBeVisible()
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({
    user: null,
    guest: false,
  })
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  await page.getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await expect(page.getByText('Imported: 1 answer.')).toBeVisible()
  await page.goto(QUESTION)
  await expect(page.locator('#your-answer blockquote')).toHaveText(ANSWER)
})

test('a guest may delete as well, with nothing but the phrase', async ({ page }) => {
  await answer(page)
  await page.goto('/account')
  await page.getByRole('button', { name: 'Delete everything…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' })
  await dialog.getByLabel(/^Type/).fill('Delete everything ')
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await expect(page.getByText('Everything of yours is deleted.')).toBeVisible()
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({
    user: null,
    guest: false,
  })
})

test('a site that cannot send mail says so, and what to do', async ({ page, axe }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Password forgotten?' }).press('Enter')
  await expect(page.getByText('This site cannot send mail.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send me a link' })).toHaveCount(0)
  for (const theme of ['light', 'dark'] as const) {
    await chooseTheme(page, theme)
    await axe()
  }
  await expect(page.getByRole('button', { name: /Continue with/ })).toHaveCount(0)
  for (const path of ['/reset/of-no-use', '/confirm/of-no-use']) {
    await page.goto(path)
    await expect(page.getByText('This link does not work any more.')).toBeVisible()
    await axe()
  }
})

async function answer(page: Page) {
  await page.goto(QUESTION)
  await page.locator('#your-answer textarea').fill(ANSWER)
  await page.getByRole('button', { name: 'Show the short answer' }).click()
  await expect(page.locator('#your-answer')).toContainText(/Saved \d+ /)
}

async function download(page: Page, name: string) {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  return readFile(await (await saved).path(), 'utf8')
}

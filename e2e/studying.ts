import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/* What the journeys at a question share. */

export const QUESTION = '/questions/l1-vs-l2-regularization'
export const ANSWER =
  'L1 charges absolute values and gives exact zeros because its ball has corners; L2 only shrinks.'

export async function answer(page: Page, text: string) {
  await page.locator('#your-answer textarea').fill(text)
  await page.locator('#your-answer').getByRole('radio', { name: 'Fairly sure' }).check()
  await page.getByRole('button', { name: 'Show the short answer' }).click()
}

export async function signUp(page: Page, email: string) {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: /Create|Sign up/ }).click()
  await expect(page).toHaveURL(/\/(account|questions|$)/)
}

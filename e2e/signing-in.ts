import { expect, type Page } from '@playwright/test'

export const PASSWORD = 'correct horse battery'

export async function signUp(page: Page, email: string) {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/account/)
}

import { expect, test, type Page } from '@playwright/test'

export const PASSWORD = 'correct horse battery'

export async function signUp(page: Page, email: string) {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/account/)
}

/** Where the form is not what is looked at. */
export async function signInByRequest(
  page: Page,
  email: string,
  password: string,
  site = test.info().project.use.baseURL!,
) {
  const { csrfToken } = await (await page.request.get(`${site}/api/auth/csrf`)).json()
  const data = { email, password, csrfToken, json: true }
  const headers = { origin: site }
  await page.request.post(`${site}/api/auth/callback/credentials`, { data, headers })
  expect((await (await page.request.get(`${site}/api/me`)).json()).user).toMatchObject({ email })
}

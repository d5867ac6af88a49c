import type { Page } from '@playwright/test'
import { run } from '#lib/boot/run.mjs'
import { expect } from './fixtures.ts'

const ahead = 12 - new Date().getUTCHours()

/** Where it is about noon: no test meets midnight, and what is due in ten minutes is due today. */
export const noonZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`

/**
 * Three readers of a test's own, who live where it is noon: new, half-way, lapsed (prisma/seed.ts).
 * @param word lower-case letters and digits, nobody else's
 * @returns the moment that their dates count from
 */
export async function makeSamples(word: string): Promise<Date> {
  const seed = ['--conditions=react-server', 'prisma/seed.ts', `--as=${word}`, `--zone=${noonZone}`]
  const { code, output } = await run('tsx', seed)
  expect(code, output).toBe(0)
  return new Date()
}

export function emailOf(kind: 'new' | 'halfway' | 'lapsed', word: string): string {
  return `sample-${kind}-${word}@example.org`
}

export const PASSWORD = 'ridgeline sample'

/** For journeys that begin behind the door. It leads to what is due, or to the account. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

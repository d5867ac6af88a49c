import type { Page } from '@playwright/test'
import { run } from '#lib/boot/run.mjs'
import { expect } from './fixtures.ts'

const ahead = 12 - new Date().getUTCHours()

/** Where it is about noon: no test meets midnight, and what is due in ten minutes is due today. */
export const noonZone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`

type Kind = 'new' | 'halfway' | 'lapsed'

/**
 * A reader of a test's own, who lives where it is noon (prisma/seed.ts).
 * @param word lower-case letters and digits, nobody else's
 * @returns the moment that the dates count from
 */
export async function makeSample(kind: Kind, word: string): Promise<Date> {
  const asked = [`--only=${kind}`, `--as=${word}`, `--zone=${noonZone}`]
  const { code, output } = await run('tsx', [
    '--conditions=react-server',
    'prisma/seed.ts',
    ...asked,
  ])
  expect(code, output).toBe(0)
  return new Date()
}

export function emailOf(kind: Kind, word: string): string {
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

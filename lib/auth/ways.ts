import 'server-only'
import { env } from '#lib/env.ts'
import { canMail } from '#lib/mail.ts'

export type Provider = { id: 'github' | 'google'; name: string }

/** Services by which one can sign in here: those that the operator has set up. */
export function providers(): Provider[] {
  const { GITHUB_CLIENT_ID: github, GOOGLE_CLIENT_ID: google } = env()
  return [
    ...(github ? [{ id: 'github', name: 'GitHub' } as const] : []),
    ...(google ? [{ id: 'google', name: 'Google' } as const] : []),
  ]
}

/** By mail; or, on a machine that develops, by the log. */
export function canReset(): boolean {
  return canMail() || process.env.NODE_ENV === 'development'
}

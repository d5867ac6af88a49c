import 'server-only'
import { z } from 'zod'
import { removeService, waysOf } from '#lib/db/service.ts'
import { transaction, type Transaction } from '#lib/db/transaction.ts'
import { lockUsers } from '#lib/db/user.ts'
import { env } from '#lib/env.ts'
import { canMail } from '#lib/mail.ts'
import { audit } from './audit.ts'

export const unlinkInput = z.strictObject({ service: z.enum(['github', 'google']) })

export type Provider = { id: 'github' | 'google'; name: string }

const ALL: Provider[] = [
  { id: 'github', name: 'GitHub' },
  { id: 'google', name: 'Google' },
]

/** Services by which one can sign in here: those that the operator has set up. */
export function providers(): Provider[] {
  const { GITHUB_CLIENT_ID: github, GOOGLE_CLIENT_ID: google } = env()
  return ALL.filter(({ id }) => ({ github, google })[id] !== undefined)
}

/** By mail; or, on a machine that develops, by the log. */
export function canReset(): boolean {
  return canMail() || process.env.NODE_ENV === 'development'
}

/** How somebody can sign in: with a password, by which services, and which they could add. */
export type Ways = { hasPassword: boolean; services: (Provider & { isConnected: boolean })[] }

export async function showWays(userId: string, tx?: Transaction): Promise<Ways> {
  const { hasPassword, services } = await waysOf(userId, tx)
  // One that the operator has taken away is still shown to whom it belongs.
  const offered = new Set(providers().map(({ id }) => id))
  const shown = ALL.filter(({ id }) => offered.has(id) || services.includes(id))
  return {
    hasPassword,
    services: shown.map((each) => ({ ...each, isConnected: services.includes(each.id) })),
  }
}

/**
 * Takes a service from an account, unless nothing would be left to sign in with.
 * @returns the ways that are left, read in the same transaction: a failure after it would say that
 *   nothing was changed
 */
export function unlinkService(
  userId: string,
  { service }: z.infer<typeof unlinkInput>,
): Promise<Ways | 'last-way'> {
  return transaction(async (tx) => {
    // Two that are taken away at once would each see the other.
    await lockUsers(tx, [userId])
    const { hasPassword, services } = await waysOf(userId, tx)
    if (!services.includes(service)) return showWays(userId, tx)
    if (!hasPassword && services.every((each) => each === service)) return 'last-way'
    await removeService(tx, userId, service)
    await audit('account-unlinked', { actor: userId, detail: service }, tx)
    return showWays(userId, tx)
  })
}

import 'server-only'
import { z } from 'zod'
import { revokeOtherSessions, sessionsOf } from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { audit } from './audit.ts'
import { claimedSession } from './session.ts'

export const endOthersInput = z.strictObject({})

/** Where an account is signed in, the newest first. A session's id stays on the server. */
export async function showSessions(userId: string) {
  const here = await claimedSession()
  return (await sessionsOf(userId)).map(({ id, createdAt, expiresAt }) => ({
    createdAt,
    expiresAt,
    isHere: id === here,
  }))
}

/** Signs an account out everywhere but in the browser that asks. @returns in how many places */
export async function endOtherSessions(userId: string): Promise<number> {
  const here = await claimedSession()
  return transaction(async (tx) => {
    const ended = await revokeOtherSessions(userId, here, tx)
    await audit('sign-out-elsewhere', { actor: userId }, tx)
    return ended
  })
}

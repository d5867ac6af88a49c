import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { revokeOtherSessions, revokeSession, sessionsOf } from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { audit } from './audit.ts'
import { claimedSession } from './session.ts'

export const endOthersInput = z.strictObject({})
export const endOneInput = z.strictObject({})

/** Where an account is signed in, the newest first, by names. A session's id stays on the server. */
export async function showSessions(userId: string) {
  const here = await claimedSession()
  return (await sessionsOf(userId)).map(({ id, createdAt, expiresAt, device }) => ({
    name: sessionName(id),
    createdAt,
    expiresAt,
    device,
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

/** Signs an account out in one place. @returns false when it is not signed in under this name */
export function endSession(userId: string, name: string): Promise<boolean> {
  return transaction(async (tx) => {
    const found = (await sessionsOf(userId, tx)).find(({ id }) => sessionName(id) === name)
    if (!found || !(await revokeSession(found.id, tx))) return false
    await audit('sign-out-elsewhere', { actor: userId }, tx)
    return true
  })
}

/** What one may say of a session: its id, of 128 random bits, cannot be found from it. */
function sessionName(id: string): string {
  return createHash('sha256').update(`session:${id}`).digest('base64url').slice(0, 22)
}

import 'server-only'
import { z } from 'zod'
import {
  countAdmins,
  findPeople,
  lockRoles,
  type PersonRow,
  roleOf,
  setRole,
} from '#lib/db/role.ts'
import { revokeOtherSessions } from '#lib/db/session.ts'
import { dropTokens, putToken, takeToken } from '#lib/db/token.ts'
import { transaction } from '#lib/db/transaction.ts'
import { audit } from './audit.ts'
import { type Actor, renewSession } from './session.ts'
import { hashToken, newToken } from './token.ts'

export const roleInput = z.strictObject({ role: z.enum(['reader', 'author', 'admin']) })
/** Of a name or an e-mail; all of them where nothing is said. */
export const peopleQuery = z.object({ q: z.string().max(100).default('') })
export const firstAdminInput = z.strictObject({ token: z.string().max(100) })

/** A day, in seconds: the next start makes another. */
const FOR_A_DAY = 24 * 60 * 60
const MOST_SHOWN = 50

/** @returns a token for whoever reads the log, while there is no administrator; else null */
export async function inviteFirstAdmin(): Promise<string | null> {
  if ((await countAdmins()) > 0) return null
  const { token, hash } = newToken()
  await transaction((tx) => putToken(tx, { hash, purpose: 'firstAdmin' }, FOR_A_DAY))
  return token
}

/** Makes whoever asks the first administrator, once. The session of this browser gets another id. */
export async function becomeFirstAdmin(
  { id }: Actor,
  { token }: z.infer<typeof firstAdminInput>,
): Promise<'done' | 'over'> {
  const outcome = await transaction(async (tx) => {
    await lockRoles(tx)
    if ((await countAdmins(tx)) > 0) return 'over'
    if (!(await takeToken(tx, hashToken(token), 'firstAdmin'))) return 'over'
    await setRole(tx, id, 'admin')
    await dropTokens(tx, 'firstAdmin')
    await revokeOtherSessions(id, null, tx)
    await audit('role-change', { actor: id, detail: 'admin' }, tx)
    return 'done'
  })
  if (outcome === 'done') await renewSession(id)
  return outcome
}

export async function showPeople(text: string): Promise<{ people: PersonRow[]; isCut: boolean }> {
  return findPeople(text, MOST_SHOWN)
}

/**
 * Gives somebody another role. They are signed out everywhere, so that no session began with the old
 * one; an administrator who changes their own goes on in this browser alone.
 */
export async function changeRole(
  admin: Actor,
  userId: string,
  { role }: z.infer<typeof roleInput>,
): Promise<'changed' | 'not-found' | 'last-admin'> {
  const outcome = await transaction(async (tx) => {
    await lockRoles(tx)
    // Asked again under the lock: it may have been taken a moment ago.
    if ((await roleOf(tx, admin.id)) !== 'admin') return 'not-found'
    const before = await roleOf(tx, userId)
    if (before === null) return 'not-found'
    if (before === role) return 'as-it-was'
    if (before === 'admin' && (await countAdmins(tx)) === 1) return 'last-admin'
    await setRole(tx, userId, role)
    await revokeOtherSessions(userId, null, tx)
    await audit('role-change', { actor: admin.id, subject: userId, detail: role }, tx)
    return 'changed'
  })
  if (outcome === 'as-it-was') return 'changed'
  if (outcome === 'changed' && userId === admin.id) await renewSession(admin.id)
  return outcome
}

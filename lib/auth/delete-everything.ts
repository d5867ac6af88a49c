import 'server-only'
import { z } from 'zod'
import { deleteUser } from '#lib/db/belongings.ts'
import { isOnlyAdmin, lockRoles } from '#lib/db/role.ts'
import { transaction } from '#lib/db/transaction.ts'
import { findPassword } from '#lib/db/user.ts'
import { audit } from './audit.ts'
import { clearGuestCookie } from './guest.ts'
import { tooManySignIns } from './limit.ts'
import { checkPassword } from './password.ts'
import { type Actor, clearSessionCookie, hasJustSignedIn } from './session.ts'

/** The phrase is typed by the person; whoever has a password gives it too, or else has just signed in. */
export const DELETE_PHRASE = 'delete everything'
/** What the only administrator of others types: the operator's log invites the next one at the next start. */
export const LEAVE_PHRASE = 'delete everything and leave no administrator'
export const deletionInput = z.strictObject({
  confirm: z.enum([DELETE_PHRASE, LEAVE_PHRASE], `Type “${DELETE_PHRASE}” to go on.`),
  password: z.string().max(200).optional(),
})

/**
 * Deletes whoever asks, with every row of theirs, and signs this browser out. It cannot be undone.
 * @returns a number: seconds to wait after too many wrong passwords
 */
export async function deleteEverything(
  { id, email }: Actor,
  { confirm, password = '' }: z.infer<typeof deletionInput>,
  address: string | null,
): Promise<'deleted' | 'wrong-password' | 'sign-in-again' | 'last-admin' | number> {
  const stored = email === null ? null : await findPassword(email)
  const wait = stored && (await tooManySignIns(email!, address))
  if (wait !== null) return wait
  if (stored && !(await checkPassword(password, stored.passwordHash))) return 'wrong-password'
  if (!stored && email !== null && !(await hasJustSignedIn(id))) return 'sign-in-again'
  const outcome = await transaction(async (tx) => {
    // Whoever gives this person a role just now has done so, or finds nobody.
    await lockRoles(tx)
    if (confirm !== LEAVE_PHRASE && (await isOnlyAdmin(tx, id))) return 'last-admin'
    if (await deleteUser(id, tx)) await audit('deletion', { actor: id }, tx)
    return 'deleted'
  })
  if (outcome === 'last-admin') return outcome
  await clearGuestCookie()
  await clearSessionCookie()
  return 'deleted'
}

import 'server-only'
import { z } from 'zod'
import { revokeOtherSessions } from '#lib/db/session.ts'
import { transaction } from '#lib/db/transaction.ts'
import { dropTokensOf } from '#lib/db/token.ts'
import { findPassword, replacePassword } from '#lib/db/user.ts'
import { audit } from './audit.ts'
import { forgiveSignIns, tooManySignIns } from './limit.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { Actor } from './session.ts'
import { newPassword } from './sign-up.ts'

export const passwordInput = z.strictObject({
  current: z.string().max(200),
  password: newPassword,
})

/**
 * Whoever knows the old password sets a new one. All other devices are signed out. Wrong ones count as
 * sign-ins do. @returns a number: seconds to wait after too many of those
 */
export async function changePassword(
  { id, email }: Actor,
  sid: string | null,
  { current, password }: z.infer<typeof passwordInput>,
  address: string | null,
): Promise<'changed' | 'wrong-password' | 'no-password' | number> {
  const stored = email === null ? null : await findPassword(email)
  if (!stored) return 'no-password'
  const wait = await tooManySignIns(email!, address)
  if (wait !== null) return wait
  if (!(await checkPassword(current, stored.passwordHash))) return 'wrong-password'
  await forgiveSignIns(email!, address)
  const passwordHash = await hashPassword(password)
  await transaction(async (tx) => {
    await replacePassword(id, passwordHash, tx)
    await revokeOtherSessions(id, sid, tx)
    await dropTokensOf(tx, id)
    await audit('password-change', { actor: id }, tx)
  })
  return 'changed'
}

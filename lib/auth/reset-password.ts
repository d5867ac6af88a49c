import 'server-only'
import { z } from 'zod'
import { revokeOtherSessions } from '#lib/db/session.ts'
import { findToken, putToken, takeToken } from '#lib/db/token.ts'
import { transaction } from '#lib/db/transaction.ts'
import { findUserByEmail, setPassword } from '#lib/db/user.ts'
import { canMail, mailedAddress, sendLetter } from '#lib/mail.ts'
import { audit } from './audit.ts'
import { emailField } from './email.ts'
import { resetLetter } from './letters.ts'
import { hashPassword } from './password.ts'
import { newPassword } from './sign-up.ts'
import { HALF_AN_HOUR, hashToken, newToken } from './token.ts'

export const forgotInput = z.strictObject({ email: emailField })
export const resetInput = z.strictObject({ token: z.string().max(100), password: newPassword })

/**
 * Sends the link for a new password, if there is such an account; earlier links are void from then on.
 * Whoever asked is not told which, so nobody waits for this. Without a mail server the link is only for
 * the log of a machine that develops.
 * @param origin of the page that asked: believed on such a machine alone
 * @returns whether a link was made
 */
export async function sendReset(email: string, origin: string): Promise<boolean> {
  const user = await findUserByEmail(email)
  if (!user) return false
  const { token, hash } = newToken()
  await transaction((tx) => putToken(tx, { hash, purpose: 'reset', userId: user.id }, HALF_AN_HOUR))
  if (canMail()) await sendLetter(resetLetter(email, `${mailedAddress()}/reset/${token}`))
  else if (process.env.NODE_ENV === 'development')
    process.stdout.write(`A new password can be chosen at ${origin}/reset/${token}\n`)
  return true
}

/** Whether the page behind a link has anything to offer. */
export async function isResetOpen(token: string): Promise<boolean> {
  return (await findToken(hashToken(token), 'reset')) !== null
}

/**
 * Sets a new password for whom the token was made, once. They are signed out everywhere; that the mail
 * was read proves the address.
 * @returns whether the token was good
 */
export async function resetPassword({
  token,
  password,
}: z.infer<typeof resetInput>): Promise<boolean> {
  // First, so that a good token and a bad one take as long.
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const taken = await takeToken(tx, hashToken(token), 'reset')
    if (!taken?.userId) return false
    await setPassword(tx, taken.userId, passwordHash)
    await revokeOtherSessions(taken.userId, null, tx)
    await audit('password-reset', { actor: taken.userId }, tx)
    return true
  })
}

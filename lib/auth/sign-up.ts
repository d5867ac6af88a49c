import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findToken, putToken, takeToken } from '#lib/db/token.ts'
import { transaction } from '#lib/db/transaction.ts'
import { findUserByEmail, registerUser, type UserRow } from '#lib/db/user.ts'
import { mailedAddress, sendLetter } from '#lib/mail.ts'
import { audit } from './audit.ts'
import { emailField } from './email.ts'
import { confirmLetter, takenLetter } from './letters.ts'
import { checkPassword, hashPassword } from './password.ts'
import { currentGuest } from './session.ts'
import { HALF_AN_HOUR, hashToken, newToken } from './token.ts'

export const newPassword = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.')

export const signUpInput = z.strictObject({
  email: emailField,
  password: newPassword,
  name: z.string().trim().max(80, 'Use at most 80 characters.').optional(),
})
export const confirmInput = z.strictObject({
  token: z.string().max(100),
  password: z.string().max(200),
})

/** An account that waits for its address to be confirmed. */
export type Pending = { email: string; name: string | null; passwordHash: string }

/**
 * Opens an account. A guest becomes the account, so what they did is theirs without being moved.
 * @returns null when the e-mail has an account already
 */
export async function signUp(input: z.infer<typeof signUpInput>): Promise<UserRow | null> {
  const account = { ...(await pendingOf(input)), isVerified: false }
  const id = (await currentGuest())?.id ?? randomUUID()
  return registerUser(id, account, (tx) => audit('sign-up', { actor: id }, tx))
}

/** What is asked for, with the work done that takes long whoever it is. */
export async function pendingOf(input: z.infer<typeof signUpInput>): Promise<Pending> {
  const passwordHash = await hashPassword(input.password)
  return { email: input.email, name: input.name || null, passwordHash }
}

/** Mails the link that opens the account; or, where there is one already, word of that. */
export async function mailConfirmation({ email, ...pending }: Pending): Promise<void> {
  if (await findUserByEmail(email)) return sendLetter(takenLetter(email, mailedAddress()))
  const { token, hash } = newToken()
  await transaction((tx) => putToken(tx, { hash, purpose: 'signUp', email, pending }, HALF_AN_HOUR))
  await sendLetter(confirmLetter(email, `${mailedAddress()}/confirm/${token}`))
}

export async function isConfirmationOpen(token: string): Promise<boolean> {
  return (await findToken(hashToken(token), 'signUp')) !== null
}

/**
 * Opens the account that waited, once, for whoever both reads the mail and knows the password that was
 * chosen: the mail alone may come of a stranger, who asked for an account with somebody else's address.
 * @returns null when the link is used or over
 */
export async function confirmSignUp({
  token,
  password,
}: z.infer<typeof confirmInput>): Promise<UserRow | 'wrong-password' | null> {
  const hash = hashToken(token)
  const found = await findToken(hash, 'signUp')
  if (!found?.email) return null
  const pending = found.pending as Omit<Pending, 'email'>
  if (!(await checkPassword(password, pending.passwordHash))) return 'wrong-password'
  const account = { email: found.email, ...pending, isVerified: true }
  const id = (await currentGuest())?.id ?? randomUUID()
  try {
    return await registerUser(id, account, async (tx) => {
      if (!(await takeToken(tx, hash, 'signUp'))) throw new UsedMeanwhile()
      await audit('sign-up', { actor: id }, tx)
    })
  } catch (error) {
    if (error instanceof UsedMeanwhile) return null
    throw error
  }
}

class UsedMeanwhile extends Error {}

import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { registerUser, type UserRow } from '#lib/db/user.ts'
import { normaliseEmail } from './email.ts'
import { hashPassword } from './password.ts'
import { currentGuest } from './session.ts'

export const newPassword = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.')

export const signUpInput = z.strictObject({
  email: z
    .string()
    .max(300)
    .transform((text, context) => {
      const email = normaliseEmail(text)
      if (email !== null) return email
      context.addIssue({
        code: 'custom',
        message: 'Type an e-mail address such as ada@example.org.',
      })
      return z.NEVER
    }),
  password: newPassword,
  name: z.string().trim().max(80, 'Use at most 80 characters.').optional(),
})

/**
 * Opens an account. A guest becomes the account, so what they did is theirs without being moved.
 * @returns null when the e-mail has an account already
 */
export async function signUp(input: z.infer<typeof signUpInput>): Promise<UserRow | null> {
  const guest = await currentGuest()
  const passwordHash = await hashPassword(input.password)
  return registerUser(guest?.id ?? randomUUID(), {
    email: input.email,
    name: input.name || null,
    passwordHash,
  })
}

import 'server-only'
import { z } from 'zod'
import { deleteUser } from '#lib/db/belongings.ts'
import { findPassword } from '#lib/db/user.ts'
import { clearGuestCookie } from './guest.ts'
import { checkPassword } from './password.ts'
import { type Actor, clearSessionCookie } from './session.ts'

/** The phrase is typed by the person; whoever has a password gives it too. */
export const DELETE_PHRASE = 'delete everything'
export const deletionInput = z.strictObject({
  confirm: z.literal(DELETE_PHRASE, `Type “${DELETE_PHRASE}” to go on.`),
  password: z.string().max(200).optional(),
})

/** Deletes whoever asks, with every row of theirs, and signs this browser out. It cannot be undone. */
export async function deleteEverything(
  { id, email }: Actor,
  { password = '' }: z.infer<typeof deletionInput>,
): Promise<'deleted' | 'wrong-password'> {
  const stored = email === null ? null : await findPassword(email)
  if (stored && !(await checkPassword(password, stored.passwordHash))) return 'wrong-password'
  await deleteUser(id)
  await clearGuestCookie()
  await clearSessionCookie()
  return 'deleted'
}

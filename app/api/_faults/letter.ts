import { randomUUID } from 'node:crypto'
import { HALF_AN_HOUR, newToken } from '#lib/auth/token.ts'
import { putToken } from '#lib/db/token.ts'
import { transaction } from '#lib/db/transaction.ts'
import { somebody } from './somebody.ts'
import { type Letter, PASSWORD_HASH } from './specimens.ts'

/** The token of a letter to somebody of its own, as it would have been sent. */
export const letter: Letter = async (purpose) => {
  const { token, hash } = newToken()
  const pending = { name: null, passwordHash: PASSWORD_HASH }
  const to =
    purpose === 'reset'
      ? { userId: (await somebody('reader')).id! }
      : { email: `${randomUUID()}@example.org`, pending }
  await transaction((tx) => putToken(tx, { hash, purpose, ...to }, HALF_AN_HOUR))
  return token
}

import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** Half an hour, in seconds: for whoever has to find a mail. */
export const HALF_AN_HOUR = 30 * 60

/** 256 random bits, 43 characters that an address may hold as they are; and what is kept of them. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** A plain hash will do: there is nothing to guess in 256 random bits. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

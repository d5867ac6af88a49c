import 'server-only'
import { createHash } from 'node:crypto'

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A ULID that follows from a name: whoever writes the same thing writes it under the same id, so
 * that it is there once. Time from `at`, the rest from SHA-256 instead of chance.
 */
export function derivedId(at: Date, name: string): string {
  let time = ''
  for (let left = at.getTime(); time.length < 10; left = Math.floor(left / 32))
    time = DIGITS[left % 32] + time
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  return time + Array.from(bytes, (byte) => DIGITS[byte % 32]).join('')
}

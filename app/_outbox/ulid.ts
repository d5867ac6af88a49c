const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

let latest = 0

/**
 * A ULID: 48 bits of time in milliseconds, 80 bits of chance, in Crockford's base 32. By hand, since
 * the package costs each page 2 kB for the sake of runtimes without `crypto`. Those that a page makes
 * sort as they were made, also within a millisecond and when the clock is put back.
 */
export function ulid(now: number = (latest = Math.max(Date.now(), latest + 1))): string {
  let time = ''
  for (let left = now; time.length < 10; left = Math.floor(left / 32)) {
    time = DIGITS[left % 32] + time
  }
  const chance = crypto.getRandomValues(new Uint8Array(16))
  return time + Array.from(chance, (byte) => DIGITS[byte % 32]).join('')
}

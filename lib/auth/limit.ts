import 'server-only'
import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { countTry, forgetTries, sweepLimits, takeTryBack } from '#lib/db/limit.ts'

/** Tries that are allowed within so many seconds, for one key. */
type Rule = { name: string; most: number; seconds: number }

/** A password is guessed for one account from one place, or for many accounts from one place. */
const PER_ACCOUNT: Rule = { name: 'account', most: 10, seconds: 15 * 60 }
const PER_ADDRESS: Rule = { name: 'address', most: 100, seconds: 60 * 60 }
const SIGN_UPS: Rule = { name: 'sign-up', most: 300, seconds: 60 * 60 }
/** Nobody's mailbox is filled through us, and nobody tries out links. */
const MAILS_TO: Rule = { name: 'mails to', most: 3, seconds: 60 * 60 }
const MAILS_FROM: Rule = { name: 'mails from', most: 60, seconds: 60 * 60 }
const TOKENS: Rule = { name: 'token', most: 60, seconds: 60 * 60 }

/**
 * Counts a try before its password is looked at, so that none of many at once slips through.
 * @param address of the network, as the front door believes it; null when there is none
 * @returns seconds to wait when it is one too many, else null
 */
export async function tooManySignIns(email: string, address: string | null) {
  const place = address ?? 'unknown'
  return (await over(PER_ADDRESS, place)) ?? (await over(PER_ACCOUNT, `${email} ${place}`))
}

/** After the right password the account's tries from there count from 0 again, and this one was none. */
export async function forgiveSignIns(email: string, address: string | null): Promise<void> {
  const place = address ?? 'unknown'
  await forgetTries(keyOf(PER_ACCOUNT, `${email} ${place}`))
  await takeTryBack(keyOf(PER_ADDRESS, place))
}

/** @returns seconds to wait, or null */
export function tooManySignUps(address: string | null): Promise<number | null> {
  return over(SIGN_UPS, address ?? 'unknown')
}

/** Counted for whichever address, known here or not: the answer tells nothing. @returns seconds, or null */
export async function tooManyMails(email: string, address: string | null) {
  return (await over(MAILS_FROM, address ?? 'unknown')) ?? (await over(MAILS_TO, email))
}

/** @returns seconds to wait, or null */
export function tooManyTokens(address: string | null): Promise<number | null> {
  return over(TOKENS, address ?? 'unknown')
}

/**
 * The other end of the connection, or what the trusted proxy says: the front door has seen to it.
 * @returns of IPv6 the network, as `2001:db8:1:2::/64`: whoever has one address has 2^64 of them
 */
export function networkAddress(headers: Headers | Record<string, unknown> | undefined) {
  const value =
    headers instanceof Headers ? headers.get('x-forwarded-for') : headers?.['x-forwarded-for']
  if (typeof value !== 'string' || value === '') return null
  const mapped = /^(?:::ffff:)(\d+\.\d+\.\d+\.\d+)$/i.exec(value)
  if (mapped) return mapped[1]!
  return isIPv6(value) ? `${firstGroups(value).join(':')}::/64` : value
}

/** The first four groups of an address that is one, without leading zeros. */
function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('%', 1)[0]!.split('::')
  const groups = (text: string) =>
    text.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : group ? [group] : []))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const gap = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...gap, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
}

/** "in 40 seconds", "in 12 minutes" */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return `in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  return `in ${Math.ceil(seconds / 60)} minutes`
}

async function over(rule: Rule, who: string): Promise<number | null> {
  const { hits, seconds } = await countTry(keyOf(rule, who), rule.seconds)
  // Whoever opens a window takes away those that are over.
  if (hits === 1) await sweepLimits()
  return hits > rule.most ? seconds : null
}

/** Neither e-mails nor addresses are kept. */
function keyOf({ name }: Rule, who: string): string {
  return createHash('sha256').update(`${name} ${who}`).digest('base64url')
}

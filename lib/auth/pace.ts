import 'server-only'
import { createHash } from 'node:crypto'
import { isDatabaseAway } from '#lib/db/failure.ts'
import { countTry, sweepLimits } from '#lib/db/limit.ts'

/**
 * Requests a minute for one reader: far more than anybody makes by hand, an outbox that is emptied
 * included. One address of the network, behind which a school may be, has more. An import may be a
 * history of megabytes, each answer of which is graded.
 */
const PACES = {
  read: { reader: 3_000, address: 30_000 },
  write: { reader: 3_000, address: 30_000 },
  heavy: { reader: 300, address: 3_000 },
  import: { reader: 10, address: 30 },
}
const WINDOW = 60
/** New guests an hour from one address. */
const GUESTS = 6_000
/** An instance counts this part of a limit at once, and gives it out without asking the database again. */
const SHARE = 1 / 20
/** Leases that are kept, before those that are over are looked for. */
const MANY = 10_000

export type Pace = keyof typeof PACES

/** Requests that are counted already and still to be made; none left: to be refused, until then. */
type Lease = { left: number; until: number }
type Rule = { key: string; most: number; seconds: number }

/**
 * The limits that are shared by all instances: counted in PostgreSQL, a share at a time. Never more than
 * `most` get through, on however many instances; fewer by at most a share for each instance but one.
 * @param clock monotonic, in ms
 */
export function makePace(clock: () => number = () => performance.now()) {
  const leases = new Map<string, Lease>()
  const counting = new Map<string, Promise<void>>()

  /** @returns seconds to wait, or null */
  async function over(rule: Rule): Promise<number | null> {
    let lease = live(rule.key)
    while (!lease) {
      // Of those that ask at once one counts, and the others wait for what it brings.
      const under = counting.get(rule.key) ?? count(rule)
      await under
      lease = live(rule.key)
    }
    if (lease.left === 0) return Math.ceil((lease.until - clock()) / 1000)
    if (lease.left > 1) lease.left -= 1
    else leases.delete(rule.key)
    return null
  }

  function live(key: string): Lease | undefined {
    const lease = leases.get(key)
    return lease && lease.until > clock() ? lease : undefined
  }

  function count(rule: Rule): Promise<void> {
    const under = lend(rule).finally(() => counting.delete(rule.key))
    counting.set(rule.key, under)
    return under
  }

  async function lend({ key, most, seconds }: Rule): Promise<void> {
    const share = Math.ceil(most * SHARE)
    const counted = await countTry(key, seconds, share)
    if (counted.hits === share) await sweepLimits()
    if (leases.size >= MANY) forgetOver(leases, clock())
    const left = counted.hits > most ? 0 : share
    leases.set(key, { left, until: clock() + counted.seconds * 1000 })
  }

  /** A limit that cannot be counted holds nobody up: without the database there is little to be had. */
  async function firstOver(rules: readonly Rule[]): Promise<number | null> {
    try {
      for (const rule of rules) {
        const wait = await over(rule)
        if (wait !== null) return wait
      }
      return null
    } catch (error) {
      if (isDatabaseAway(error)) return null
      throw error
    }
  }

  return {
    /** @returns seconds to wait for one request too many of this reader, or from this address; else null */
    requests(pace: Pace, actor: string | null, address: string | null): Promise<number | null> {
      const most = PACES[pace]
      return firstOver([
        ...(actor === null ? [] : [rule(`${pace} actor ${actor}`, most.reader, WINDOW)]),
        rule(`${pace} address ${address ?? 'unknown'}`, most.address, WINDOW),
      ])
    },
    /** @returns seconds to wait when too many guests were made from this address; else null */
    guests(address: string | null): Promise<number | null> {
      return firstOver([rule(`guests ${address ?? 'unknown'}`, GUESTS, 60 * 60)])
    },
  }
}

/** Of this instance. */
export const pace = makePace()

/** Neither ids nor addresses are kept. */
function rule(name: string, most: number, seconds: number): Rule {
  return { key: createHash('sha256').update(`pace ${name}`).digest('base64url'), most, seconds }
}

function forgetOver(leases: Map<string, Lease>, now: number): void {
  for (const [key, { until }] of leases) if (until <= now) leases.delete(key)
  if (leases.size >= MANY) leases.clear()
}

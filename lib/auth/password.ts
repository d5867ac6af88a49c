import 'server-only'
import { hash, verify, type Algorithm } from '@node-rs/argon2'

// The package exports its algorithms as a const enum, which isolated modules cannot read: 2 is argon2id.
const ARGON2ID = 2 as Algorithm.Argon2id

/** OWASP's stronger setting: 64 MiB, three passes, one lane. About 70 ms. */
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** Two at once: 128 MiB at most, and the other requests keep a core. */
const AT_ONCE = 2
/** More than these would wait for longer than anybody: some 4 s. */
export const MOST_WAITING = 100
let running = 0
const waiting: (() => void)[] = []

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST))
}

/** Takes the same time whether or not there is a hash to compare with. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await inTurn(async () => verify(stored ?? (await decoy()), password))
  return matches && stored !== null
}

let decoyHash: Promise<string> | undefined

function decoy(): Promise<string> {
  return (decoyHash ??= hash('a password that nobody has', COST))
}

/** Thrown to whoever comes when too many wait: nothing was looked at. */
export class TooManyWait extends Error {}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= MOST_WAITING) throw new TooManyWait('too many passwords at once')
  if (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

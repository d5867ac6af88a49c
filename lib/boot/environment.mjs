import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { readIfThere, writtenOnce } from './once.mjs'
import { Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'

const SECRET_BYTES = 32

/** Sets what `.env` says and the environment does not. @param {string} [file] */
export function loadEnvFile(file = path.join(ROOT, '.env')) {
  const text = readIfThere(file)
  if (text === null) return
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value
}

/**
 * The address to serve at.
 * @returns {{ host: string, port: number, isPortGiven: boolean }}
 */
export function address(env = process.env) {
  const text = env['PORT']?.trim() ?? ''
  const port = text === '' ? 3000 : Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Trouble(`PORT is "${text}"; it must be a number from 0 to 65535.`)
  }
  return { host: env['HOST']?.trim() || '127.0.0.1', port, isPortGiven: text !== '' }
}

/**
 * What signs sessions and guest cookies: `NEXTAUTH_SECRET`, or one made once for this machine.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [file] where the machine's own is kept, mode 600
 */
export function secret(env = process.env, file = path.join(DATA, 'secret')) {
  const given = env['NEXTAUTH_SECRET']
  if (given) {
    return longEnough(given, 'NEXTAUTH_SECRET', 'Make one with `openssl rand -base64 32`.')
  }
  const kept = writtenOnce(file, () => randomBytes(SECRET_BYTES).toString('base64url'))
  return longEnough(kept.trim(), file, 'Delete the file, and the next start makes a new one.')
}

/**
 * How long an instance that is told to stop goes on taking requests while it says that it is not ready, in
 * ms: for a load balancer that looks every few seconds and does not ask another when one refuses.
 */
export function stopNotice(env = process.env) {
  const text = env['STOP_NOTICE']?.trim() || '0'
  const seconds = Number(text)
  if (seconds >= 0 && seconds <= 60) return seconds * 1000
  throw new Trouble(`STOP_NOTICE is "${text}"; it must be a number of seconds from 0 to 60.`)
}

/** Settings that every command of ours gives its tools: no telemetry, no look for updates. */
export const QUIET_TOOLS = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: path.join(import.meta.dirname, 'schema-engine.mjs'),
}

/** @param {string} value @param {string} name @param {string} remedy */
function longEnough(value, name, remedy) {
  const bytes = Buffer.byteLength(value)
  if (bytes >= SECRET_BYTES) return value
  throw new Trouble(
    `${name} has ${bytes} bytes; sessions could be forged with fewer than ${SECRET_BYTES}. ${remedy}`,
  )
}

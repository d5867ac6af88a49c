import { execFile, execFileSync, spawn } from 'node:child_process'
import {
  chownSync,
  mkdirSync,
  openSync,
  readdirSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { identity } from './living.mjs'
import { readIfThere } from './once.mjs'

/** @typedef {import('./postgres-home.mjs').Account} Account */
/** @typedef {{ pid: number, port: number, status: string }} Postmaster */

export const SUPERUSER = 'ridgeline'
const LOG_LIMIT = 5_000_000

/**
 * Reads a `postmaster.pid`: the process on line 1, the port on line 4, the status on line 8.
 * @param {string} text
 * @returns {Postmaster | null} null when it is not (or not yet) such a file
 */
export function parsePidFile(text) {
  const lines = text.split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null
  return { pid, port, status: lines[7]?.trim() ?? '' }
}

/**
 * The server that runs on this data folder. A pid file whose process is gone, or is another program
 * that was given the same number since, is removed: PostgreSQL itself would refuse to start over it.
 * @param {string} data
 * @returns {Postmaster | null}
 */
export function runningPostmaster(data) {
  const file = path.join(data, 'postmaster.pid')
  const text = readIfThere(file)
  if (text === null) return null
  const pid = Number.parseInt(text, 10)
  if (!isPostgresOn(data, pid)) {
    rmSync(file, { force: true })
    return null
  }
  return parsePidFile(text) ?? { pid, port: 0, status: 'starting' }
}

/**
 * Makes a new data folder, whole or not at all. Call it with the home's lock held.
 * @param {{ bin: string, data: string, who: Account, password: string }} options
 */
export async function initialise({ bin, data, who, password }) {
  // Named after us: a start that was killed may have left its own behind, with an initdb still in it.
  const prefix = `${data}.draft-`
  for (const left of readdirSync(path.dirname(data))) {
    const file = path.join(path.dirname(data), left)
    if (file.startsWith(prefix)) rmSync(file, { recursive: true, force: true })
  }
  const draft = `${prefix}${process.pid}`
  const passwordFile = `${draft}.password`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (who) for (const file of [draft, passwordFile]) chownSync(file, who.uid, who.gid)
  const flags = [
    '-k',
    '--encoding=UTF8',
    '--locale=C',
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
  ]
  try {
    await promisify(execFile)(
      path.join(bin, 'initdb'),
      [...flags, `--pgdata=${draft}`, `--pwfile=${passwordFile}`],
      { ...who, env: bareEnvironment(), cwd: path.dirname(data) },
    )
    renameSync(draft, data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * Starts the server, which then lives on its own: neither Ctrl-C in this terminal nor the end of
 * this process reaches it. Resolves when the process is there; it may not yet answer.
 * @param {{ bin: string, data: string, who: Account, log: string, port?: number }} options
 */
export async function launch({ bin, data, who, log, port }) {
  trim(log)
  const chosen = port ?? (await freePort())
  const out = openSync(log, 'a')
  const child = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-p', String(chosen), '-h', '127.0.0.1', '-k', ''],
    {
      ...who,
      detached: true,
      stdio: ['ignore', out, out],
      env: bareEnvironment(),
      cwd: path.dirname(data),
    },
  )
  closeSync(out)
  child.unref()
  const failed = new Promise((_, reject) => child.once('error', reject))
  await Promise.race([failed, new Promise((resolve) => child.once('spawn', resolve))])
  return { pid: Number(child.pid), port: chosen }
}

/**
 * Ends the server the fast way: transactions are rolled back, everything acknowledged is kept.
 * @param {number} pid
 * @param {number} [patience] ms; when it runs out the server goes on stopping by itself
 */
export async function halt(pid, patience = 5000) {
  const mark = identity(pid)
  if (mark === null) return
  process.kill(pid, 'SIGINT')
  const until = Date.now() + patience
  while (identity(pid) === mark && Date.now() < until) await sleep(20)
}

/**
 * A port that nobody listens at, and not PostgreSQL's usual one: another server may come to want it.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const server = net.createServer()
  await new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(null)))
  const { port } = /** @type {net.AddressInfo} */ (server.address())
  await new Promise((resolve) => server.close(resolve))
  return port === 5432 ? freePort() : port
}

/** The last lines of the server's log, for an error message. @param {string} log */
export function lastLines(log, count = 8) {
  return (readIfThere(log) ?? '').trimEnd().split('\n').slice(-count).join('\n')
}

/** @param {string} data @param {number} pid */
function isPostgresOn(data, pid) {
  if (identity(pid) === null) return false
  try {
    const command =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(data)
  } catch {
    return identity(pid) !== null
  }
}

/**
 * Neither the secrets of the site nor the settings of another PostgreSQL.
 * @returns {NodeJS.ProcessEnv}
 */
function bareEnvironment() {
  const { PATH, NODE_ENV } = process.env
  return { PATH, NODE_ENV, LC_ALL: 'C', TZ: 'UTC' }
}

/** @param {string} log */
function trim(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) renameSync(log, `${log}.old`)
}

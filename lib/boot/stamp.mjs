import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readIfThere } from './once.mjs'
import { ROOT } from './root.mjs'

/**
 * A hash over files and folders: their names and contents, not their dates, so that it is the same
 * in every clone. What is missing counts as missing.
 * @param {readonly string[]} entries paths from `root`
 * @param {(file: string) => boolean} [isLeftOut] asked with each path from `root`
 * @param {string} [root]
 */
export function hashOf(entries, isLeftOut = () => false, root = ROOT) {
  const hash = createHash('sha256')
  for (const file of entries.flatMap((entry) => filesUnder(root, entry, isLeftOut)).toSorted()) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} file @param {string} stamp */
export function isStamped(file, stamp) {
  return readIfThere(file) === stamp
}

/** @param {string} file @param {string} stamp */
export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {(file: string) => boolean} isLeftOut
 * @returns {string[]}
 */
function filesUnder(root, entry, isLeftOut) {
  const found = statSync(path.join(root, entry), { throwIfNoEntry: false })
  if (!found || isLeftOut(entry)) return []
  if (found.isFile()) return [entry]
  if (!found.isDirectory()) return []
  return readdirSync(path.join(root, entry)).flatMap((name) =>
    filesUnder(root, `${entry}/${name}`, isLeftOut),
  )
}

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { identity, isAlive } from './living.mjs'
import { readIfThere } from './once.mjs'
import { Trouble } from './progress.mjs'
import { DATA } from './root.mjs'

const PLACE = path.join(DATA, 'serving')

/**
 * Writes down that this process serves the build of this folder.
 * @param {string} url
 * @returns {() => void} takes the note away
 */
export function noteServing(url, place = PLACE) {
  const note = path.join(place, String(process.pid))
  try {
    mkdirSync(place, { recursive: true })
    writeFileSync(note, `${identity(process.pid)}\n${url}`)
  } catch (error) {
    // Where nothing can be written, nothing can be built either.
    if (!['EROFS', 'EACCES'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      throw error
  }
  return () => rmSync(note, { force: true })
}

/**
 * Next reads a page's code when it is first asked for: with another build in its place, a server that
 * runs answers with an error wherever it has not been before.
 * @throws {Trouble} while a server that lives serves the build of this folder
 */
export function refuseUnderServers(place = PLACE) {
  const [first] = servers(place)
  if (!first) return
  throw new Trouble(
    `The sources have changed, and the site as it was is being served from this folder (${first.url}, process ${first.pid}). ` +
      'A new build would take its pages from under it, so nothing was built. Stop it (Ctrl-C where it runs), then try again.',
  )
}

/** @param {string} place @returns {{ pid: number, url: string }[]} */
function servers(place) {
  mkdirSync(place, { recursive: true })
  return readdirSync(place).flatMap((name) => {
    const [mark = '', url = ''] = (readIfThere(path.join(place, name)) ?? '').split('\n')
    if (isAlive(mark)) return [{ pid: Number(name), url }]
    // Its server was killed and could not take it away.
    rmSync(path.join(place, name), { force: true })
    return []
  })
}

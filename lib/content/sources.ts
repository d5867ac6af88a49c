import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/* What is made of a content is kept by the content and by the code that made it: here is the code. */

/**
 * Sources of whole rooms of lib/, and the packages' versions, as one short hash.
 * @param project the folder that holds lib/
 */
export function sourcesOf(rooms: readonly string[], project = process.cwd()): Promise<string> {
  const key = [project, ...rooms].join()
  const known = fingerprints.get(key)
  if (known) return known
  const folders = rooms.map((room) => join('lib', room))
  const made = sourceTexts(folders, true, project).then(shortHash)
  fingerprints.set(key, made)
  return made
}

const fingerprints = new Map<string, Promise<string>>()

export function shortHash(all: readonly string[]): string {
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)
}

/** Texts of the sources in these folders, but for their tests, and of the list of packages. */
export async function sourceTexts(
  folders: readonly string[],
  recursive: boolean,
  project = process.cwd(),
): Promise<string[]> {
  const lists = folders.map(async (folder) => {
    const names = await readdir(join(/*turbopackIgnore: true*/ project, folder), {
      recursive,
    }).catch(() => [])
    return names
      .filter((name) => /(?<!\.test|\.bench)\.ts$/.test(name))
      .map((name) => join(folder, name))
  })
  const paths = [...(await Promise.all(lists)).flat().toSorted(), 'package-lock.json']
  return Promise.all(
    paths.map((path) =>
      readFile(join(/*turbopackIgnore: true*/ project, path), 'utf8').catch(() => ''),
    ),
  )
}

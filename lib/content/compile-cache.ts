import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { figures } from '#lib/figures/index.ts'

export type Keep = <T>(contentHash: string, make: () => Promise<T>) => Promise<T>

/** A page asks twice, and a few are drawn at once; a build that kept them all would hold the whole bank. */
const IN_MEMORY = 50

/**
 * Keeps what is made of a content: the last few in memory, and all as JSON in `folder` where that can be written.
 * @param version part of the key: a page made by an older pipeline is never the answer
 */
export function keeper(folder: string, version: () => Promise<string>): Keep {
  const memory = new Map<string, Promise<unknown>>()
  return async <T>(contentHash: string, make: () => Promise<T>): Promise<T> => {
    const key = `${contentHash.slice(0, 32)}-${await version()}`
    const known = memory.get(key)
    if (known) return known as Promise<T>
    const path = join(folder, `${key}.json`)
    const made = fromDisk<T>(path).then(async (found) => found ?? toDisk(path, await make()))
    memory.set(key, made)
    if (memory.size > IN_MEMORY) memory.delete(memory.keys().next().value!)
    // What failed is tried again when it is asked for again.
    made.catch(() => memory.delete(key))
    return made
  }
}

async function fromDisk<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    return null
  }
}

async function toDisk<T>(path: string, made: T): Promise<T> {
  const draft = `${path}.${randomUUID()}`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(draft, JSON.stringify(made))
    // Whole or not at all: another process may be reading.
    await rename(draft, path)
  } catch {
    // A folder that cannot be written costs time at the next start, nothing else.
  }
  return made
}

/** Sources of the compiler, the packages' versions and the figures' titles, as one short hash. */
export function pipeline(): Promise<string> {
  fingerprint ??= texts([join('lib', 'content')], false).then((all) => {
    const titles = Object.values(figures).map(({ id, title }) => `${id} ${title}`)
    return hash([...all, ...titles])
  })
  return fingerprint
}

let fingerprint: Promise<string> | undefined

/** Sources of whole rooms of lib/, and the packages' versions, as one short hash. */
export function sourcesOf(rooms: readonly string[]): Promise<string> {
  const key = rooms.join()
  const known = fingerprints.get(key)
  if (known) return known
  const folders = rooms.map((room) => join('lib', room))
  const made = texts(folders, true).then(hash)
  fingerprints.set(key, made)
  return made
}

const fingerprints = new Map<string, Promise<string>>()

function hash(all: readonly string[]): string {
  return createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)
}

async function texts(folders: readonly string[], recursive: boolean): Promise<string[]> {
  const lists = folders.map(async (folder) => {
    const names = await readdir(join(/*turbopackIgnore: true*/ process.cwd(), folder), {
      recursive,
    }).catch(() => [])
    return names
      .filter((name) => /(?<!\.test|\.bench)\.ts$/.test(name))
      .map((name) => join(folder, name))
  })
  const paths = [...(await Promise.all(lists)).flat().toSorted(), 'package-lock.json']
  return Promise.all(
    paths.map((path) =>
      readFile(join(/*turbopackIgnore: true*/ process.cwd(), path), 'utf8').catch(() => ''),
    ),
  )
}

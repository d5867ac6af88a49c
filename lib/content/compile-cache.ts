import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { figures } from '#lib/figures/index.ts'
import { shortHash, sourceTexts } from './sources.ts'

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
  fingerprint ??= sourceTexts([join('lib', 'content')], false).then((all) => {
    const titles = Object.values(figures).map(({ id, title }) => `${id} ${title}`)
    return shortHash([...all, ...titles])
  })
  return fingerprint
}

let fingerprint: Promise<string> | undefined

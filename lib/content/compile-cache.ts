import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { figures } from '#lib/figures/index.ts'

export type Keep = <T>(contentHash: string, make: () => Promise<T>) => Promise<T>

/**
 * Keeps what is made of a content: in memory, and as JSON in `folder` where that can be written.
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

let fingerprint: Promise<string> | undefined

/** This room's sources, the packages' versions and the figures' titles, as one short hash. */
export function pipeline(): Promise<string> {
  fingerprint ??= sources().then((texts) => {
    const titles = Object.values(figures).map(({ id, title }) => `${id} ${title}`)
    return createHash('sha256')
      .update([...texts, ...titles].join('\n'))
      .digest('hex')
      .slice(0, 16)
  })
  return fingerprint
}

async function sources(): Promise<string[]> {
  const room = join(process.cwd(), 'lib', 'content')
  const names = await readdir(room).catch(() => [])
  const paths = names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .toSorted()
    .map((name) => join(room, name))
  const all = [...paths, join(process.cwd(), 'package-lock.json')]
  return Promise.all(all.map((path) => readFile(path, 'utf8').catch(() => '')))
}

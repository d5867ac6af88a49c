import 'server-only'
import { type FSWatcher, watch } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readQuestion } from './question-file.ts'
import { questionPaths } from './question-paths.ts'

const lists = ['topics.yaml', 'roles.yaml', 'companies.yaml', 'words.txt'].map((name) =>
  join('content', name),
)

/**
 * What changes with every save of a question's file, and of the lists that it uses: times and sizes. Looking
 * misses nothing, whatever an editor's way of saving; being told is sooner.
 */
export async function versionOf(slug: string): Promise<string> {
  const own = await pathOf(slug)
  const stats = await Promise.all(
    [...(own ? [own] : []), ...lists].map((path) => stat(at(path)).catch(() => null)),
  )
  return stats.map((each) => (each ? `${each.mtimeMs}-${each.size}` : 'none')).join(' ')
}

/** Whether its front matter can be read: of this file alone, whatever the bank. */
export async function isSound(slug: string): Promise<boolean> {
  const path = await pathOf(slug)
  const text = path && (await readFile(at(path), 'utf8').catch(() => null))
  return path && text ? readQuestion(path, text).question !== null : false
}

/**
 * Calls back when something in the folders of the question and of the lists may have changed. Where the system
 * cannot tell, it does not.
 * @returns how to stop
 */
export async function onChange(slug: string, told: () => void): Promise<() => void> {
  const own = await pathOf(slug)
  const folders = [...(own ? [dirname(own)] : []), 'content']
  const watchers = folders.flatMap((folder): FSWatcher[] => {
    try {
      return [watch(at(folder), told).on('error', () => {})]
    } catch {
      return []
    }
  })
  return () => {
    for (const each of watchers) each.close()
  }
}

/** Found once: until it is moved it lies where it lay. */
async function pathOf(slug: string): Promise<string | undefined> {
  const known = places.get(slug)
  if (known && (await stat(at(known)).catch(() => null))) return known
  const found = (await questionPaths(process.cwd())).find((path) => basename(path, '.mdx') === slug)
  if (found) places.set(slug, found)
  return found
}

const places = new Map<string, string>()

function at(path: string): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), path)
}

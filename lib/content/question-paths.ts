import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths from the root, in a fixed order. A missing folder is an empty bank. */
export async function questionPaths(root: string): Promise<string[]> {
  const folder = 'content/questions'
  const names = await readdir(join(root, folder), { recursive: true }).catch(() => [])
  return names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => join(folder, name))
    .toSorted()
}

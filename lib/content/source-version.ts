import 'server-only'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { questionPaths } from './bank.ts'

/**
 * What changes with every save of a question's file, and of the lists that it uses: times and sizes. Looking
 * is as quick as being told, and no editor's way of saving escapes it.
 */
export async function versionOf(slug: string): Promise<string> {
  const root = process.cwd()
  const own = (await questionPaths(root)).filter((path) => basename(path, '.mdx') === slug)
  const lists = ['topics.yaml', 'roles.yaml', 'companies.yaml', 'words.txt'].map(
    (name) => `content/${name}`,
  )
  const stats = await Promise.all(
    [...own, ...lists].map((path) =>
      stat(join(/*turbopackIgnore: true*/ root, path)).catch(() => null),
    ),
  )
  return stats.map((each) => (each ? `${each.mtimeMs}-${each.size}` : 'none')).join(' ')
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { lostIds } from './lost-ids.ts'
import type { Problem } from './problem.ts'

const run = promisify(execFile)

/** What differs from where this branch began. */
export type Changes = {
  /** paths from the root; `all` if something has changed on which every question hangs */
  paths: string[] | 'all'
  /** a finding for each id of a published question that no question has now (lost-ids.ts) */
  lost: Problem[]
}

/**
 * Questions that differ from `ref`, and those that are not committed or not known to git yet; and the ids that
 * questions had at `ref` and no question has now.
 * @param ref empty: the base of the pull request, else main
 * @throws Error with git's sentence, where there is no such ref
 */
export async function changedFiles(root: string, ref: string): Promise<Changes> {
  const base = process.env['GITHUB_BASE_REF']
  const wanted = ref || (base ? `origin/${base}` : 'main')
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 2 ** 20 })
    return stdout.split('\0').filter(Boolean)
  }
  const [from = ''] = (await git('merge-base', wanted, 'HEAD')).map((line) => line.trim())
  const differing = (filter: string) =>
    git('diff', '--name-only', '-z', '--relative', '--no-renames', filter, from, '--')
  const [changed, touched, added] = await Promise.all([
    differing('--diff-filter=d'),
    differing('--diff-filter=MD'),
    git('ls-files', '--others', '--exclude-standard', '-z'),
  ])
  const all = [...new Set([...changed, ...added])]
  const before = await Promise.all(
    touched.filter(isQuestion).map(async (path) => {
      const [text = ''] = await git('show', `${from}:./${path}`)
      return [path, text] as const
    }),
  )
  return {
    paths: all.some((path) => everywhere.test(path)) ? 'all' : all.filter(isQuestion).toSorted(),
    lost: before.length > 0 ? await lostIds(root, new Map(before)) : [],
  }
}

function isQuestion(path: string): boolean {
  return /^content\/questions\/.*\.mdx$/.test(path)
}

/** Vocabularies, words, and the code that solves and checks. */
const everywhere =
  /^(content\/[^/]+\.(ya?ml|txt)|lib\/(content|figures|quiz|solver)\/(?!.*\.(test|bench)\.ts$).*\.ts|package-lock\.json)$/

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Questions that differ from `ref`, and those that are not committed or not known to git yet.
 * @param ref empty: the base of the pull request, else main
 * @returns paths from the root; `all` if something has changed on which every question hangs
 * @throws Error with git's sentence, where there is no such ref
 */
export async function changedFiles(root: string, ref: string): Promise<string[] | 'all'> {
  const base = process.env['GITHUB_BASE_REF']
  const wanted = ref || (base ? `origin/${base}` : 'main')
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 2 ** 20 })
    return stdout.split('\0').filter(Boolean)
  }
  const [from = ''] = (await git('merge-base', wanted, 'HEAD')).map((line) => line.trim())
  const paths = new Set([
    ...(await git('diff', '--name-only', '-z', '--relative', '--diff-filter=d', from, '--')),
    ...(await git('ls-files', '--others', '--exclude-standard', '-z')),
  ])
  const all = [...paths]
  if (all.some((path) => everywhere.test(path))) return 'all'
  return all.filter((path) => /^content\/questions\/.*\.mdx$/.test(path)).toSorted()
}

/** Vocabularies, words, and the code that solves and checks. */
const everywhere =
  /^(content\/[^/]+\.(ya?ml|txt)|lib\/(content|figures|quiz|solver)\/(?!.*\.(test|bench)\.ts$).*\.ts|package-lock\.json)$/

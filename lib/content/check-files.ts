import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { otherHand, shareOut } from './hands.ts'
import { keepVerdicts, keptVerdicts, keyOf, versionOfRules } from './kept-verdicts.ts'
import type { Problem } from './problem.ts'
import { questionPaths } from './question-paths.ts'
import type { Found } from './rules/dictionary.ts'
import type { Verdict } from './verdict.ts'

/* What is heavy to load (the parser of MDX, the solver, the dictionaries) is imported where it is needed. */

/** From so many files on another process is worth its start. */
const WORTH = 60

/**
 * Everything that can be known of the content without a reader, by all cores. What a file says by itself is
 * kept in .data/verdicts.json, by its text and all that its verdict hangs on; what it says beside the
 * others is looked at each time.
 * @param root the folder that holds content/
 * @param only paths from the root; all files if empty
 */
export async function checkFiles(
  root: string,
  only: readonly string[] = [],
  cores = availableParallelism(),
): Promise<Problem[]> {
  const paths = await questionPaths(root)
  const wanted = only.length === 0 ? paths : paths.filter((path) => only.includes(path))
  const version = await versionOfRules(root)
  const kept = await keptVerdicts(root, version)
  // Where nothing is known the others start while this process reads; else when it knows how much is new.
  const others = kept.verdicts.size === 0 ? otherHands(root, wanted.length, cores) : []
  try {
    const texts = new Map(paths.map((path) => [path, textOf(root, path)] as const))
    const keys = new Map(paths.map((path) => [path, keyOf(path, texts.get(path)!)]))
    const fresh = wanted.filter((path) => !kept.verdicts.has(keys.get(path)!))
    if (others.length === 0) others.push(...otherHands(root, fresh.length, cores))
    const { judged, words } = await judgeFresh(root, fresh, kept.words, others)
    const verdictOf = (path: string) => judged.get(path) ?? kept.verdicts.get(keys.get(path)!)
    const verdicts = new Map(wanted.map((path) => [path, verdictOf(path)!]))
    const heads = new Map(
      paths.flatMap((path) => {
        const verdict = verdictOf(path)
        return verdict ? [[path, verdict.head] as const] : []
      }),
    )
    if (fresh.length > 0) {
      // Of a few files, beside all that is kept; of all files, only what they are now.
      const all = only.length === 0 ? new Map<string, Verdict>() : kept.verdicts
      for (const [path, verdict] of verdicts) all.set(keys.get(path)!, verdict)
      await keepVerdicts(root, version, { verdicts: all, words })
    }
    const { problemsAmong } = await import('./among-files.ts')
    return problemsAmong({ root, texts, verdicts, heads, only })
  } finally {
    for (const { end } of others) end()
  }
}

function otherHands(root: string, files: number, cores: number) {
  const count = Math.min(cores, Math.ceil(files / WORTH)) - 1
  return Array.from({ length: Math.max(0, count) }, () => otherHand(root))
}

async function judgeFresh(
  root: string,
  fresh: readonly string[],
  known: Found,
  others: ReturnType<typeof otherHands>,
) {
  const judged = new Map<string, Verdict>()
  if (fresh.length === 0) return { judged, words: known }
  const own = async (paths: string[]) => (await import('./judge-files.ts')).judgeFiles(root, paths)
  const dictionary = import('./look-up.ts').then(({ lookUp }) => lookUp(root, known))
  // It is asked for later, and may fail before.
  dictionary.catch(() => {})
  const looked: Promise<void>[] = []
  await shareOut(fresh, [own, ...others.map(({ judge }) => judge)], (paths, verdicts) => {
    paths.forEach((path, nth) => judged.set(path, verdicts[nth]!))
    const words = dictionary.then(({ look }) => look(paths, verdicts))
    words.catch(() => {})
    looked.push(words)
  })
  await Promise.all(looked)
  return { judged, words: (await dictionary).found() }
}

/** With LF line ends and no mark, as every reader of it has it. */
function textOf(root: string, path: string): string {
  const raw = readFileSync(join(root, path), 'utf8')
  return raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

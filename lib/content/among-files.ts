import { amongOthers, strangers } from './among-others.ts'
import { catalogueOf, type Head, headOf } from './catalogue.ts'
import { byPlace, inFile, type Problem } from './problem.ts'
import { frontMatterOf } from './question-file.ts'
import type { Verdict } from './verdict.ts'
import { readVocabularies } from './vocabularies.ts'

type Files = {
  root: string
  /** of all files, clean */
  texts: ReadonlyMap<string, string>
  /** of those that are wanted */
  verdicts: ReadonlyMap<string, Verdict>
  /** of all files whose heads have been read before */
  heads: ReadonlyMap<string, Head | null>
  only: readonly string[]
}

/** What each says by itself, and what it says beside the others. */
export async function problemsAmong({
  root,
  texts,
  verdicts,
  heads: known,
  only,
}: Files): Promise<Problem[]> {
  const vocabularies = await readVocabularies(root)
  const heads = new Map(
    [...texts].map(([path, text]) => {
      const head = known.get(path)
      return [path, head === undefined ? headOf(path, text) : head]
    }),
  )
  const catalogue = catalogueOf([...heads.values()].filter((head) => head !== null))
  const others = { ...vocabularies, ...catalogue }
  const isWanted = (path: string) => only.length === 0 || only.includes(path)
  const problems = vocabularies.problems.filter(({ path }) => isWanted(path))
  problems.push(...strangers(only, [...texts.keys()]))
  for (const [path, verdict] of verdicts) {
    const head = heads.get(path)
    const yaml = () => frontMatterOf(texts.get(path)!)
    const isBeside = head && verdict.isSound
    const among = isBeside ? await amongOthers(verdict, head, yaml, others, anchorsOf) : []
    problems.push(...inFile(path, [...verdict.findings, ...among]))
  }
  return problems.toSorted(byPlace)

  async function anchorsOf(path: string): Promise<ReadonlySet<string> | null> {
    const known = verdicts.get(path)
    if (known) return new Set(known.anchors)
    const { judgeFiles } = await import('./judge-files.ts')
    const [verdict] = await judgeFiles(root, [path])
    return new Set(verdict!.anchors)
  }
}

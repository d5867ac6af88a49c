import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sound } from './bank.ts'
import { readQuestion } from './question-file.ts'
import { type Found, foundSoFar, recall, wordList } from './rules/dictionary.ts'
import { spellingOf, type Verdict } from './verdict.ts'

/**
 * Looks up the words of verdicts, in one process for all: loading the dictionaries takes longer than all the words of
 * a bank. Where one is unknown its file is read once more, for the place.
 * @param known what was found of words before
 */
export async function lookUp(root: string, known: Found) {
  const words = await wordList(root)
  recall(words, known)
  let turn = Promise.resolve()
  const look = (paths: readonly string[], verdicts: readonly Verdict[]): Promise<void> =>
    (turn = turn.then(async () => {
      for (const [nth, verdict] of verdicts.entries()) {
        const read = async () => {
          const path = paths[nth]!
          return readQuestion(path, await readFile(join(root, path), 'utf8')) as Sound
        }
        verdict.findings.push(...(await spellingOf(verdict, read, words)))
        verdict.words = ''
        verdict.ends = []
      }
    }))
  return { look, found: () => foundSoFar(words) }
}

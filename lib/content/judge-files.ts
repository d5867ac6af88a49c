import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { readQuestion } from './question-file.ts'
import { judge, type Verdict } from './verdict.ts'
import { readVocabularies, type Vocabularies } from './vocabularies.ts'

/** One after the other; in between whoever waits for this process is heard. */
export async function judgeFiles(root: string, paths: readonly string[]): Promise<Verdict[]> {
  vocabularies ??= readVocabularies(root)
  const lists = await vocabularies
  const verdicts: Verdict[] = []
  for (const path of paths) {
    verdicts.push(judge(readQuestion(path, readFileSync(join(root, path), 'utf8')), lists))
    await setImmediate()
  }
  return verdicts
}

/** They are the same for all files of a check. */
let vocabularies: Promise<Vocabularies> | undefined

import { amongOthers, strangers } from './among-others.ts'
import type { Bank, QuestionFile, Sound } from './bank.ts'
import { byPlace, inFile, type Problem } from './problem.ts'
import { readProse } from './prose.ts'
import { judge, spellingOf } from './verdict.ts'

/**
 * Everything that can be known of a bank without a reader.
 * @param words words that are spelt as they are: content/words.txt; null: spelling is not looked at
 * @param only paths from the root; all files if empty
 */
export async function checkBank(
  bank: Bank,
  words: readonly string[] | null,
  only: readonly string[] = [],
): Promise<Problem[]> {
  const isWanted = (path: string) => only.length === 0 || only.includes(path)
  const known = bank.files.map(({ path }) => path)
  const problems = bank.problems.filter(({ path }) => path.endsWith('.yaml') && isWanted(path))
  problems.push(...strangers(only, known))
  for (const file of bank.files)
    if (isWanted(file.path)) problems.push(...inFile(file.path, await checkFile(file, bank, words)))
  return problems.toSorted(byPlace)
}

async function checkFile(file: QuestionFile, bank: Bank, words: readonly string[] | null) {
  const verdict = judge(file, bank)
  const findings = verdict.findings
  if (!file.question) return findings
  if (words) findings.push(...(await spellingOf(verdict, () => file as Sound, words)))
  const anchorsOf = async (path: string) => {
    const target = bank.files.find((each) => each.path === path)?.question
    return target ? readProse(target).anchors : null
  }
  const among = await amongOthers(verdict, file.question, () => file.yaml, bank, anchorsOf)
  return [...findings, ...among]
}

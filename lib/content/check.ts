import { type Bank, type QuestionFile, readBank } from './bank.ts'
import { byPlace, type Finding, inFile, type Problem } from './problem.ts'
import { readProse } from './prose.ts'
import { cueStems } from './rules/cue-stems.ts'
import { items } from './rules/items.ts'
import { keepReadings } from './readings.ts'
import { keyPoints } from './rules/key-points.ts'
import { links } from './rules/links.ts'
import type { Page, Rule } from './rules/page.ts'
import { shortAnswer } from './rules/short-answer.ts'
import { spelling, wordList } from './rules/spelling.ts'
import { tags } from './rules/tags.ts'
import { titles } from './rules/titles.ts'
import { unfinished } from './rules/unfinished.ts'
import { variants } from './rules/variants.ts'
import { solvedRules } from './solve.ts'

const rules: readonly Rule[] = [
  keyPoints,
  items,
  tags,
  titles,
  shortAnswer,
  links,
  ...solvedRules,
  variants,
  unfinished,
]

/**
 * Everything that can be known of the content without a reader.
 * @param root the folder that holds content/
 * @param only paths from the root; all files if empty. The bank is always read as a whole.
 */
export async function check(root: string, only: readonly string[] = []): Promise<Problem[]> {
  const bank = await readBank(root)
  await keepReadings(root, bank.files)
  return checkBank(bank, await wordList(root), only)
}

/** @param words that are spelt as they are: content/words.txt; null: spelling is not looked at */
export async function checkBank(
  bank: Bank,
  words: readonly string[] | null,
  only: readonly string[] = [],
): Promise<Problem[]> {
  const isWanted = (path: string) => only.length === 0 || only.includes(path)
  const problems = bank.problems.filter(({ path }) => isWanted(path))
  const known = bank.files.map(({ path }) => path)
  const strangers = only.filter((path) => !known.includes(path) && !path.endsWith('.yaml'))
  problems.push(...strangers.flatMap((path) => inFile(path, [notContent])))
  for (const file of bank.files)
    if (isWanted(file.path)) problems.push(...(await checkFile(file, bank, words)))
  return problems.toSorted(byPlace)
}

const notContent: Finding = {
  line: 1,
  column: 1,
  rule: 'files/unknown',
  message: 'this is no question of the bank',
  hint: 'questions lie in content/questions/<topic>/<slug>.mdx',
}

/** The rules see only what can be read: a broken text says so, and that is enough for now. */
async function checkFile(
  { question, yaml, path }: QuestionFile,
  bank: Bank,
  words: readonly string[] | null,
): Promise<Problem[]> {
  if (!question) return []
  const prose = readProse(question)
  // What cannot be parsed has no figures and no short answer either: that would only be noise.
  if (prose.findings.some(({ rule }) => rule === 'prose/syntax'))
    return inFile(path, prose.findings)
  const page: Page = { question, yaml, prose }
  const findings: Finding[] = [...prose.findings]
  for (const rule of rules) findings.push(...(await rule(page, bank)))
  if (words) findings.push(...(await spelling(page, words)), ...(await cueStems(page, words)))
  return inFile(path, findings)
}

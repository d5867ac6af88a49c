import { relative, resolve } from 'node:path'
import { annotation } from './annotation.ts'
import { type Bank, type QuestionFile, readBank } from './bank.ts'
import {
  byPlace,
  errorsAmong,
  type Finding,
  formatProblem,
  inFile,
  type Problem,
} from './problem.ts'
import { readProse } from './prose.ts'
import { claims } from './rules/claims.ts'
import { figureStates } from './rules/figure-states.ts'
import { items } from './rules/items.ts'
import { keyPoints } from './rules/key-points.ts'
import { links } from './rules/links.ts'
import type { Page, Rule } from './rules/page.ts'
import { predictions } from './rules/predictions.ts'
import { shortAnswer } from './rules/short-answer.ts'
import { spelling, wordList } from './rules/spelling.ts'
import { tags } from './rules/tags.ts'
import { tasks } from './rules/tasks.ts'
import { titles } from './rules/titles.ts'
import { variants } from './rules/variants.ts'

const rules: readonly Rule[] = [
  keyPoints,
  items,
  tags,
  titles,
  shortAnswer,
  links,
  figureStates,
  claims,
  predictions,
  tasks,
  variants,
]

/**
 * Everything that can be known of the content without a reader.
 * @param root the folder that holds content/
 * @param only paths from the root; all files if empty. The bank is always read as a whole.
 */
export async function check(root: string, only: readonly string[] = []): Promise<Problem[]> {
  const bank = await readBank(root)
  const words = await wordList(root)
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
  words: readonly string[],
): Promise<Problem[]> {
  if (!question) return []
  const prose = readProse(question)
  const page: Page = { question, yaml, prose }
  const findings: Finding[] = [...prose.findings]
  for (const rule of rules) findings.push(...(await rule(page, bank)))
  findings.push(...(await spelling(page, words)))
  return inFile(path, findings)
}

async function main() {
  const root = process.cwd()
  const only = process.argv.slice(2).map((path) => relative(root, resolve(path)))
  const started = performance.now()
  const problems = await check(root, only)
  for (const problem of problems) {
    console.log(formatProblem(problem))
    if (process.env['GITHUB_ACTIONS']) console.log(annotation(problem))
  }
  const errors = errorsAmong(problems).length
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `content: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}, ${seconds} s`,
  )
  if (errors > 0) process.exitCode = 1
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) await main()

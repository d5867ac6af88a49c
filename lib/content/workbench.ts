import 'server-only'
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Bank, type QuestionFile, readBank } from './bank.ts'
import { checkBank } from './check.ts'
import type { Problem } from './problem.ts'
import { wordList } from './rules/dictionary.ts'

/** A question's file as it lies there, whatever is wrong with it. */
export type Source = { file: QuestionFile; bank: Bank; savedAt: Date }

/** Of every status. Other files may be broken. */
export async function openSource(slug: string): Promise<Source | null> {
  const root = process.cwd()
  const bank = await readBank(root)
  const file = bank.files.find(({ path }) => basename(path, '.mdx') === slug)
  if (!file) return null
  const { mtime } = await stat(join(root, file.path))
  return { file, bank, savedAt: mtime }
}

/** All that the check says of the file; without its spelling where no dictionary is installed. */
export async function problemsOf({ file, bank }: Source): Promise<Problem[]> {
  // Two views of one save ask at the same moment, and reading again changes nothing.
  const key = createHash('sha256').update(file.path).update(file.text).digest('hex')
  if (kept?.key === key && kept.bank === bank) return kept.problems
  const words = (await hasDictionary()) ? await wordList(process.cwd()) : null
  const problems = checkBank(bank, words, [file.path])
  kept = { key, bank, problems }
  return problems
}

let kept: { key: string; bank: Bank; problems: Promise<Problem[]> } | undefined

/** It is a tool of who develops, and not installed to serve. */
async function hasDictionary(): Promise<boolean> {
  return import('cspell-lib').then(
    () => true,
    () => false,
  )
}

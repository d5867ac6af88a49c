import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Found } from './rules/dictionary.ts'
import { shortHash, sourcesOf } from './sources.ts'
import type { Verdict } from './verdict.ts'

/* Imports no more than it must: with it a check begins, and often ends. */

/** Whatever a verdict hangs on besides its file. */
export async function versionOfRules(root: string): Promise<string> {
  const lists = ['topics.yaml', 'roles.yaml', 'companies.yaml', 'skills.yaml', 'words.txt']
  const texts = lists.map((name) => readFile(join(root, 'content', name), 'utf8').catch(() => ''))
  const code = await sourcesOf(['content', 'figures', 'quiz', 'search', 'solver'], project)
  return shortHash([code, ...(await Promise.all(texts))])
}

/** The content may lie elsewhere than the code that checks it: two folders above it, bundled or not. */
const project = fileURLToPath(new URL('../..', import.meta.url))

/** Path and text: the folder and the name of a file are checked too. */
export function keyOf(path: string, text: string): string {
  return createHash('sha256')
    .update(path)
    .update('\0')
    .update(text)
    .digest('base64url')
    .slice(0, 22)
}

/** What an earlier check, by the same rules, has found out. */
export type Kept = {
  verdicts: Map<string, Verdict>
  words: Found
}

type File = { version: string; verdicts: Record<string, Verdict>; words: Found }

export async function keptVerdicts(root: string, wanted: string): Promise<Kept> {
  const nothing = { verdicts: new Map(), words: { good: '', bad: '' } }
  try {
    const { version, verdicts, words } = JSON.parse(await readFile(place(root), 'utf8')) as File
    return version === wanted ? { verdicts: new Map(Object.entries(verdicts)), words } : nothing
  } catch {
    return nothing
  }
}

export async function keepVerdicts(
  root: string,
  version: string,
  { verdicts, words }: Kept,
): Promise<void> {
  const draft = `${place(root)}.${process.pid}`
  try {
    await mkdir(dirname(draft), { recursive: true })
    const kept: File = { version, verdicts: Object.fromEntries(verdicts), words }
    await writeFile(draft, JSON.stringify(kept))
    // Whole or not at all: another process may be reading.
    await rename(draft, place(root))
  } catch {
    // A folder that cannot be written costs time at the next check, nothing else.
  }
}

function place(root: string): string {
  return join(root, '.data', 'verdicts.json')
}

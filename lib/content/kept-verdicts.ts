import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

/** The content may lie elsewhere than the code that checks it. */
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

type Kept = { version: string; verdicts: Record<string, Verdict> }

/** What an earlier check, by the same rules, has said of files as they are now. */
export async function keptVerdicts(root: string, version: string): Promise<Map<string, Verdict>> {
  try {
    const kept = JSON.parse(await readFile(place(root), 'utf8')) as Kept
    return new Map(kept.version === version ? Object.entries(kept.verdicts) : [])
  } catch {
    return new Map()
  }
}

export async function keepVerdicts(
  root: string,
  version: string,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<void> {
  const draft = `${place(root)}.${process.pid}`
  try {
    await mkdir(dirname(draft), { recursive: true })
    const kept: Kept = { version, verdicts: Object.fromEntries(verdicts) }
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

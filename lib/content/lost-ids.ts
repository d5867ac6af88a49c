import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from './problem.ts'
import { questionPaths } from './question-paths.ts'

/**
 * An id is given once and for ever, but for drafts: answers, cards and notes of readers hang on it.
 * @param before texts, by path, of files that have changed since or are gone
 */
export async function lostIds(
  root: string,
  before: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const paths = await questionPaths(root)
  const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')))
  const now = new Map(paths.map((path, nth) => [path, texts[nth]!]))
  const known = new Set(texts.map((text) => field(text, 'id')?.value))
  return [...before].flatMap(([path, text]): Problem[] => {
    const id = field(text, 'id')?.value
    if (!id || field(text, 'status')?.value === 'draft' || known.has(id)) return []
    const rule = 'ids/lost'
    const own = field(now.get(path) ?? '', 'id')
    if (own)
      return [
        {
          path,
          line: own.line,
          column: own.column,
          severity: 'error',
          rule,
          message: `the id was ${id}, and what readers have done hangs on it`,
          hint: `give it back: id: ${id}`,
        },
      ]
    return [
      {
        path,
        line: 1,
        column: 1,
        severity: 'error',
        rule,
        message: `${id} is gone, and what readers have done hangs on it`,
        hint: 'keep the file, with status: retired',
      },
    ]
  })
}

/** A key at the margin of the front matter, whose value is one word; of other texts, nothing. */
function field(text: string, key: string) {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[0] ?? ''
  const found = new RegExp(`^(${key}:[ \\t]*["']?)([^\\s"'#]+)`, 'm').exec(front)
  if (!found) return null
  const line = front.slice(0, found.index).split('\n').length
  return { value: found[2]!, line, column: found[1]!.replace(/["']$/, '').length + 1 }
}

import type { Fix, Place, Problem } from './problem.ts'

/**
 * The text with the fixes of its problems, as far as what they change is still there and no two of them
 * change the same place.
 * @returns how many problems were mended, too
 */
export function mend(
  text: string,
  problems: readonly Pick<Problem, 'line' | 'column' | 'fix'>[],
): { text: string; mended: number } {
  const lines = text.split('\n')
  const edits: Edit[] = []
  let mended = 0
  for (const { fix, ...place } of problems) {
    if (!fix) continue
    const wanted = [place, ...(fix.also ?? [])].map((at) => editOf(lines, at, fix))
    const isFree = wanted.every((edit) => edit && !edits.some((each) => overlaps(each, edit)))
    if (!isFree) continue
    edits.push(...wanted.filter((edit) => edit !== null))
    mended += 1
  }
  // From the end, so that what is still to be changed keeps its place.
  for (const { line, from, to, put } of edits.toSorted(
    (a, b) => b.line - a.line || b.from - a.from,
  ))
    lines[line] = lines[line]!.slice(0, from) + put + lines[line]!.slice(to)
  return { text: lines.join('\n'), mended }
}

/** 0-based, `to` exclusive. */
type Edit = { line: number; from: number; to: number; put: string }

/** The first `was` at or after the place that is no part of a longer word. */
function editOf(lines: readonly string[], { line, column }: Place, { was, put }: Fix): Edit | null {
  const text = lines[line - 1] ?? ''
  const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char)
  for (let from = text.indexOf(was, column - 1); from >= 0; from = text.indexOf(was, from + 1)) {
    const [before, after] = [text[from - 1], text[from + was.length]]
    const isPart = (isWord(before) && isWord(was[0])) || (isWord(after) && isWord(was.at(-1)))
    if (!isPart) return { line: line - 1, from, to: from + was.length, put }
  }
  return null
}

function overlaps(a: Edit, b: Edit): boolean {
  return a.line === b.line && a.from < b.to && b.from < a.to
}

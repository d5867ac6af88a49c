import type { ReactNode } from 'react'
import type { Problem } from '#lib/content/problem.ts'
import styles from './workbench.module.css'

const words =
  /(?<text>"[^"]*"|'[^']*')|(?<key>(?<=^\s*(?:- )?(?:\{ ?)?)[\w]+(?=:)|(?<=<\/?)[A-Z]\w*|^#{2,4} .*$|^---$)|(?<comment>(?<=^\s*)#.*$)/g

/** Keys and components in bold, texts in pine, remarks dim; a wavy line from where a problem is told. */
export function coloured(line: string, problems: readonly Problem[]): ReactNode {
  if (line === '') return '\u200b'
  const parts: { text: string; look: string | undefined }[] = []
  let at = 0
  for (const match of line.matchAll(words)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index), look: undefined })
    const look = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0]
    parts.push({ text: match[0], look })
    at = match.index + match[0].length
  }
  if (at < line.length) parts.push({ text: line.slice(at), look: undefined })
  return marked(parts, line, problems)
}

/** Cuts the parts where a marked word begins and ends. */
function marked(
  parts: readonly { text: string; look: string | undefined }[],
  line: string,
  problems: readonly Problem[],
): ReactNode {
  const [problem] = problems
  const from = problem ? Math.min(problem.column - 1, Math.max(0, line.length - 1)) : -1
  const word = problem ? /^(\W?[\w.~-]+|.)/.exec(line.slice(from))?.[0] : undefined
  const to = from + (word?.length ?? 0)
  let at = 0
  return parts.flatMap(({ text, look }, nth) => {
    const start = at
    at += text.length
    const cuts = [start, from, to, at]
      .filter((cut) => cut >= start && cut <= at)
      .toSorted((a, b) => a - b)
    return cuts.slice(1).map((end, i) => {
      const begin = cuts[i]!
      if (end === begin) return null
      const isMarked = begin >= from && end <= to && from >= 0
      const names = [look && styles[look], isMarked && problem && styles[`${problem.severity}Word`]]
      return (
        <span key={`${nth}.${i}`} className={names.filter(Boolean).join(' ') || undefined}>
          {line.slice(begin, end)}
        </span>
      )
    })
  })
}

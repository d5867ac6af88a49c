import type { RuleId } from './book/index.ts'

/** Where in a file: both 1-based. */
export type Place = { line: number; column: number }

/**
 * What to write instead, where that is certain: `put` for the first `was` on the problem's line, at or
 * after its column, and likewise at the other places (a closing tag).
 */
export type Fix = { was: string; put: string; also?: readonly Place[] }

export type Problem = Place & {
  /** from the root of the project */
  path: string
  severity: 'error' | 'warning'
  /** one of `book`, which says more about it */
  rule: RuleId
  message: string
  /** what to do about it */
  hint?: string
  fix?: Fix
}

/** A problem before it is known in which file: rules and readers make these. */
export type Finding = Omit<Problem, 'path' | 'severity'> & { severity?: Problem['severity'] }

/** Content that cannot be served. It stops the build with its places, never with a stack. */
export class ContentError extends Error {
  declare readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'ContentError'
    // Not enumerable: whoever prints the error prints its sentences once, and no objects.
    Object.defineProperty(this, 'problems', { value: problems })
    this.stack = `${this.name}:\n${this.message}`
  }
}

/** `path:line:column severity rule message`, with the hint on a line of its own. */
export function formatProblem(problem: Problem): string {
  const { path, line, column, severity, rule, message, hint } = problem
  return `${path}:${line}:${column} ${severity} ${rule} ${message}${hint ? `\n  fix: ${hint}` : ''}`
}

export function inFile(path: string, findings: readonly Finding[]): Problem[] {
  return findings.map((finding) => ({ severity: 'error', ...finding, path }))
}

export function errorsAmong(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'error')
}

export function byPlace(a: Problem, b: Problem): number {
  return (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.line - b.line || a.column - b.column
}

import type { Problem } from './problem.ts'

/** GitHub shows it beside the line of a pull request. */
export function annotation({ path, line, column, severity, rule, message, hint }: Problem): string {
  const text = [message, hint && `fix: ${hint}`].filter(Boolean).join('\n')
  return `::${severity} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(text)}`
}

function data(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(value: string): string {
  return data(value).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

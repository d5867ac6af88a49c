import type { FitCode } from './code.ts'

/** How one language says it. */
export type Script = {
  comment: string
  imports(fits: readonly FitCode[]): string
  /** @param digits significant ones; @param first whether the names are new */
  data(fit: FitCode, digits: number, first: boolean): string
  fit(fit: FitCode, first: boolean): string
}

const width = 100

/** A comment, in as many lines as it takes. */
export function sentence(text: string, comment: string): string {
  return wrapped(text.split(' '), `${comment} `, ' ')
}

/** "1, 2, 3" in lines of at most 100 columns. */
export function list(values: ArrayLike<number>, digits: number, indent: string): string {
  return wrapped(
    Array.from(values, (x) => literal(x, digits)),
    indent,
    ', ',
  )
}

/** `[1, 2, 3]`, or broken within where it is long. */
export function bracketed(values: ArrayLike<number>, digits: number, indent: string): string {
  const inside = list(values, digits, '')
  return inside.includes('\n') || indent.length + inside.length + 3 > width
    ? `${indent}[\n${list(values, digits, `${indent}  `)}\n${indent}]`
    : `${indent}[${inside}]`
}

/** `name(a, b)rest`, its arguments on lines of their own where it is long. */
export function call(name: string, words: readonly string[], rest = '', indent = '  '): string {
  const line = `${name}(${words.join(', ')})${rest}`
  return line.length <= width ? line : `${name}(\n${wrapped(words, indent, ', ')}\n)${rest}`
}

/** Valid in every language; all digits of a number unless fewer are asked for. */
export function literal(x: number, digits = 17): string {
  return String(digits >= 17 ? x : Number(x.toPrecision(digits)))
}

function wrapped(words: readonly string[], start: string, separator: string): string {
  const lines: string[] = []
  let line = ''
  for (const [i, word] of words.entries()) {
    const next = i === words.length - 1 ? word : word + separator
    if (line !== '' && start.length + line.length + next.trimEnd().length > width) {
      lines.push(start + line.trimEnd())
      line = ''
    }
    line += next
  }
  return [...lines, start + line].join('\n')
}

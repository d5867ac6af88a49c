import { digitsFor } from './code-digits.ts'
import { literal, type Script, sentence } from './code-text.ts'
import { python } from './code-python.ts'
import { r } from './code-r.ts'
import { typescript } from './code-typescript.ts'

/** A model behind a drawing: everything that it takes to fit it again elsewhere. */
export type FitCode = {
  kind: 'fit'
  /** what it is, in a few words: "The lasso of this figure" */
  says: string
  family: 'gaussian' | 'binomial'
  /** n rows of p numbers */
  x: readonly ArrayLike<number>[]
  y: ArrayLike<number>
  /** the house's convention; alpha 1 is the lasso, 0 ridge; lambda 0 is least squares */
  lambda: number
  alpha: number
  standardize: boolean
  intercept: boolean
  /** what must come out, on the scale of x */
  expected: { intercept: number; coefficients: ArrayLike<number> }
}

/** A drawing that no library's model stands behind: a few lines in each language. */
export type LinesCode = {
  kind: 'lines'
  says: string
  python: string
  r: string
  typescript: string
  /** what the last line of each prints */
  expected: readonly number[]
}

export type Code = FitCode | LinesCode

const scripts = { python, r, typescript } satisfies Record<string, Script>

export type Language = keyof typeof scripts

/**
 * A program that repeats what is drawn and prints it, a line for each of `codes`: the intercept and
 * the coefficients on the scale of x. The data stand in it, with just the digits that this takes.
 * @param source where the drawing is: an address
 */
export function program(codes: readonly Code[], language: Language, source: string): string {
  const script = scripts[language]
  const { comment } = script
  const fits = codes.filter((code) => code.kind === 'fit')
  const parts = [`${comment} Computes again what is drawn at\n${comment} ${source}`]
  if (fits.length > 0) parts.push(script.imports(fits))
  let last: FitCode | undefined
  for (const code of codes) {
    if (code.kind === 'fit' && !sameData(code, last)) {
      const digits = digitsFor(fits.filter((fit) => sameData(fit, code)))
      parts.push(script.data(code, digits, last === undefined))
    }
    const body = code.kind === 'lines' ? code[language] : script.fit(code, last === undefined)
    parts.push(`${sentence(code.says, comment)}\n${body}\n${sentence(expected(code), comment)}`)
    if (code.kind === 'fit') last = code
  }
  return `${parts.join('\n\n')}\n`
}

function sameData(a: FitCode, b: FitCode | undefined): boolean {
  return a.x === b?.x && a.y === b.y
}

function expected(code: Code): string {
  const numbers =
    code.kind === 'lines'
      ? code.expected
      : [code.expected.intercept, ...Array.from(code.expected.coefficients)]
  return `prints, to 1e-6: ${numbers.map((x) => literal(x, 8)).join(' ')}`
}

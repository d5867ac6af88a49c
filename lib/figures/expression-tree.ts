/**
 * A claim as a tree. Two sorts of value, told apart while parsing: numbers and truths. `1 + (a < b)`
 * is an error of the text, not a surprise of the evaluation.
 */
export type Sort = 'number' | 'truth'
export type Arithmetic = '+' | '-' | '*' | '/' | '^'
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!='
export type Override = { key: string; value: string; column: number }

/** `column` is 1-based in the text: of the operator for what has one, else of the first character. */
export type Expression = { column: number } & (
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'at'; overrides: readonly Override[]; name: string }
  | { kind: 'negate'; of: Expression }
  | { kind: 'arithmetic'; operator: Arithmetic; left: Expression; right: Expression }
  | { kind: 'call'; name: 'abs' | 'min' | 'max' | 'approx'; of: readonly Expression[] }
  | { kind: 'compare'; operator: Comparison; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
)

/** Something is wrong with the text or with a value; `column` (1-based) says where in the text. */
export class ExpressionError extends Error {
  readonly column: number
  constructor(message: string, column: number) {
    super(message)
    this.name = 'ExpressionError'
    this.column = column
  }
}

export function sortOf(expression: Expression): Sort {
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
      return 'truth'
    case 'call':
      return expression.name === 'approx' ? 'truth' : 'number'
    default:
      return 'number'
  }
}

/** Back to text, with every bracket written out: parse(print(e)) is e but for its columns. */
export function print(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return String(e.value)
    case 'name':
      return e.name
    case 'at':
      return `at(${e.overrides.map((o) => `${o.key}=${o.value}`).join(', ')}).${e.name}`
    case 'negate':
      return `(-${print(e.of)})`
    case 'not':
      return `(not ${print(e.of)})`
    case 'call':
      return `${e.name}(${e.of.map(print).join(', ')})`
    case 'and':
    case 'or':
      return `(${print(e.left)} ${e.kind} ${print(e.right)})`
    default:
      return `(${print(e.left)} ${e.operator} ${print(e.right)})`
  }
}

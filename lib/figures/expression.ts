import { type Arithmetic, type Expression, ExpressionError } from './expression-tree.ts'

export { parse } from './expression-parser.ts'
export { type Expression, ExpressionError, print } from './expression-tree.ts'

/** Where names get their values: a figure in one state, and the same figure in others. */
export type Scope = {
  /** a named result, or undefined if the figure has none of this name */
  value(name: string): number | undefined
  /** the same in another state; `overrides` are as written, e.g. { lambda: '0.5' }
   *  @throws RangeError if the figure has no such state */
  at(overrides: Readonly<Record<string, string>>, name: string): number | undefined
}

export type Result = {
  holds: boolean
  /** what a number expression comes to; of a truth, whether it holds */
  value: number | boolean
  /**
   * How far a truth is from its opposite: relative slack (b − a) / max(|a|, |b|) of a comparison,
   * (tol − |a − b|) / tol of approx, ∞ of a passed ==. Negative if it does not hold.
   */
  margin: number
  /** each name read, with its value: what a message can show when a claim fails */
  seen: ReadonlyMap<string, number>
}

/** @throws ExpressionError for an unknown name, a comparison with NaN, == between two fractions */
export function evaluate(expression: Expression, scope: Scope): Result {
  const seen = new Map<string, number>()
  const result = new Evaluation(scope, seen).of(expression)
  if (typeof result === 'number')
    return { holds: Number.isFinite(result), value: result, margin: Infinity, seen }
  return { holds: result.holds, value: result.holds, margin: result.margin, seen }
}

/** No figure: a claim that uses numbers alone. */
export const numbersOnly: Scope = { value: () => undefined, at: () => undefined }

type At = Expression & { kind: 'at' }
type Truth = { holds: boolean; margin: number }

class Evaluation {
  private readonly scope: Scope
  private readonly seen: Map<string, number>

  constructor(scope: Scope, seen: Map<string, number>) {
    this.scope = scope
    this.seen = seen
  }

  of(e: Expression): number | Truth {
    switch (e.kind) {
      case 'compare':
        return this.compare(e)
      case 'and':
        return both(this.truth(e.left), this.truth(e.right))
      case 'or':
        return opposite(both(opposite(this.truth(e.left)), opposite(this.truth(e.right))))
      case 'not':
        return opposite(this.truth(e.of))
      case 'call':
        if (e.name === 'approx') return this.approx(e)
    }
    return this.number(e)
  }

  private number(e: Expression): number {
    switch (e.kind) {
      case 'number':
        return e.value
      case 'name':
        return this.read(e.name, e.column, this.scope.value(e.name))
      case 'at': {
        const overrides = Object.fromEntries(e.overrides.map((o) => [o.key, o.value]))
        const text = `at(${e.overrides.map((o) => `${o.key}=${o.value}`).join(', ')}).${e.name}`
        return this.read(text, e.column, this.inAnotherState(overrides, e))
      }
      case 'negate':
        return -this.number(e.of)
      case 'arithmetic':
        return apply(e.operator, this.number(e.left), this.number(e.right))
      case 'call': {
        const values = e.of.map((each) => this.number(each))
        if (e.name === 'abs') return Math.abs(values[0] as number)
        return e.name === 'min' ? Math.min(...values) : Math.max(...values)
      }
      default:
        throw new ExpressionError('this is true or false; a number is needed', e.column)
    }
  }

  private truth(e: Expression): Truth {
    const result = this.of(e)
    if (typeof result === 'number')
      throw new ExpressionError('this is a number; a comparison is needed', e.column)
    return result
  }

  private compare(e: Expression & { kind: 'compare' }): Truth {
    const [a, b] = [this.operand(e.left), this.operand(e.right)]
    const slack = relativeSlack(a, b)
    switch (e.operator) {
      case '<':
        return { holds: a < b, margin: slack }
      case '<=':
        return { holds: a <= b, margin: slack }
      case '>':
        return { holds: a > b, margin: -slack }
      case '>=':
        return { holds: a >= b, margin: -slack }
      default: {
        if (!Number.isInteger(a) && !Number.isInteger(b))
          throw new ExpressionError(
            `${e.operator} is for integers; between ${a} and ${b} write approx(a, b, tolerance)`,
            e.column,
          )
        const equal = { holds: a === b, margin: a === b ? Infinity : -Math.abs(slack) }
        return e.operator === '==' ? equal : opposite(equal)
      }
    }
  }

  private approx(e: Expression & { kind: 'call' }): Truth {
    const [a, b, tolerance] = e.of.map((each) => this.operand(each)) as [number, number, number]
    if (!(tolerance > 0))
      throw new ExpressionError(
        `the tolerance of approx must be above 0, not ${tolerance}`,
        e.column,
      )
    const distance = a === b ? 0 : Math.abs(a - b)
    return { holds: distance <= tolerance, margin: (tolerance - distance) / tolerance }
  }

  /** NaN compares as false with everything, and would let `not (a < b)` pass. */
  private operand(e: Expression): number {
    const value = this.number(e)
    if (Number.isNaN(value)) throw new ExpressionError('this is not a number (NaN)', e.column)
    return value
  }

  private inAnotherState(overrides: Readonly<Record<string, string>>, { name, column }: At) {
    try {
      return this.scope.at(overrides, name)
    } catch (error) {
      if (error instanceof RangeError) throw new ExpressionError(error.message, column)
      throw error
    }
  }

  private read(text: string, column: number, value: number | undefined): number {
    if (value === undefined) throw new ExpressionError(`there is no result “${text}” here`, column)
    this.seen.set(text, value)
    return value
  }
}

function apply(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '^':
      return a ** b
  }
}

/** @returns (b − a) / max(|a|, |b|); ±1 against infinity, 0 between equals */
function relativeSlack(a: number, b: number): number {
  if (a === b) return 0
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Math.sign(b - a)
  return (b - a) / Math.max(Math.abs(a), Math.abs(b))
}

function both(a: Truth, b: Truth): Truth {
  return { holds: a.holds && b.holds, margin: Math.min(a.margin, b.margin) }
}

function opposite(truth: Truth): Truth {
  return { holds: !truth.holds, margin: -truth.margin }
}

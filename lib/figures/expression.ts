import { type Arithmetic, type Expression, ExpressionError } from './expression-tree.ts'
import { both, compare, opposite, share, type Truth, type Unit } from './expression-truth.ts'

export { parse } from './expression-parser.ts'
export { type Expression, ExpressionError, print, type Sort } from './expression-tree.ts'

/** Where names get their values: a figure in one state, and the same figure in others. */
export type Scope = {
  /** a named result, or undefined if the figure has none of this name */
  value(name: string): number | undefined
  /** the same in another state; `overrides` are as written, e.g. { lambda: '0.5' }
   *  @throws RangeError if the figure has no such state */
  at(overrides: Readonly<Record<string, string>>, name: string): number | undefined
  /** How far, in decades, the penalty can move before `holds` ends; ∞ if it never does. Without it
   *  nothing here depends on a penalty, or asking would cost too much. */
  reach?(holds: (there: Scope) => boolean): number
}

export type Result = {
  holds: boolean
  /** what a number expression comes to; of a truth, whether it holds */
  value: number | boolean
  /**
   * How far a truth is from its opposite: relative slack (b − a) / max(|a|, |b|) of a comparison,
   * (tol − |a − b|) / tol of approx. A count that holds (both sides are integers): how far the penalty
   * can move before it does not, ∞ for == where there is no penalty. Negative if it does not hold.
   */
  margin: number
  unit: Unit
  /** each name read, with its value: what a message can show when a claim fails */
  seen: ReadonlyMap<string, number>
}

/** @throws ExpressionError for an unknown name, a comparison with NaN, == between two fractions */
export function evaluate(expression: Expression, scope: Scope): Result {
  const seen = new Map<string, number>()
  const result = new Evaluation(scope, seen).of(expression)
  if (typeof result === 'number')
    return { holds: Number.isFinite(result), value: result, margin: Infinity, unit: 'share', seen }
  return { ...result, value: result.holds, seen }
}

/** No figure: a claim that uses numbers alone. */
export const numbersOnly: Scope = { value: () => undefined, at: () => undefined }

type At = Expression & { kind: 'at' }

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
    const truth = compare(a, e.operator, b, e.column)
    const isCount = Number.isInteger(a) && Number.isInteger(b) && readsNames(e)
    if (!truth.holds || !isCount || !this.scope.reach) return truth
    const margin = this.scope.reach((there) => holdsIn(there, e))
    return { holds: true, margin, unit: 'decades' }
  }

  private approx(e: Expression & { kind: 'call' }): Truth {
    const [a, b, tolerance] = e.of.map((each) => this.operand(each)) as [number, number, number]
    if (!(tolerance > 0))
      throw new ExpressionError(
        `the tolerance of approx must be above 0, not ${tolerance}`,
        e.column,
      )
    const distance = a === b ? 0 : Math.abs(a - b)
    return share(distance <= tolerance, (tolerance - distance) / tolerance)
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

/** Elsewhere an integer may be a fraction or nothing at all, which is no error there. */
function holdsIn(scope: Scope, e: Expression): boolean {
  try {
    return evaluate(e, scope).holds
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

function readsNames(e: Expression): boolean {
  switch (e.kind) {
    case 'name':
    case 'at':
      return true
    case 'number':
      return false
    case 'negate':
    case 'not':
      return readsNames(e.of)
    case 'call':
      return e.of.some(readsNames)
    default:
      return readsNames(e.left) || readsNames(e.right)
  }
}

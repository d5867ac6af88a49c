import { type Comparison, ExpressionError } from './expression-tree.ts'

/** `decades` of the penalty for a count, else a `share` of the larger side or of a tolerance. */
export type Unit = 'decades' | 'share'

/** Whether something holds, and how far it is from its opposite: negative if it does not hold. */
export type Truth = { holds: boolean; margin: number; unit: Unit }

/** @throws ExpressionError for == between two fractions */
export function compare(a: number, operator: Comparison, b: number, column: number): Truth {
  const slack = relativeSlack(a, b)
  switch (operator) {
    case '<':
      return share(a < b, slack)
    case '<=':
      return share(a <= b, slack)
    case '>':
      return share(a > b, -slack)
    case '>=':
      return share(a >= b, -slack)
    default: {
      if (!Number.isInteger(a) && !Number.isInteger(b))
        throw new ExpressionError(
          `${operator} is for integers; between ${a} and ${b} write approx(a, b, tolerance)`,
          column,
        )
      const equal = share(a === b, a === b ? Infinity : -Math.abs(slack))
      return operator === '==' ? equal : opposite(equal)
    }
  }
}

export function share(holds: boolean, margin: number): Truth {
  return { holds, margin, unit: 'share' }
}

export function both(a: Truth, b: Truth): Truth {
  const nearer = a.margin <= b.margin ? a : b
  return { ...nearer, holds: a.holds && b.holds }
}

export function opposite(truth: Truth): Truth {
  return { ...truth, holds: !truth.holds, margin: -truth.margin }
}

/** @returns (b − a) / max(|a|, |b|); ±1 against infinity, 0 between equals */
function relativeSlack(a: number, b: number): number {
  if (a === b) return 0
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Math.sign(b - a)
  return (b - a) / Math.max(Math.abs(a), Math.abs(b))
}

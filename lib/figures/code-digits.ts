import { fit, prepare } from '#lib/solver/index.ts'
import type { FitCode } from './code.ts'

type Model = FitCode['expected']

/** The fewest significant digits of the data with which every model comes out to 3e-7. */
export function digitsFor(codes: readonly FitCode[]): number {
  return (
    [4, 5, 6, 7, 8, 9, 10, 12].find((digits) => codes.every((code) => survives(code, digits))) ?? 17
  )
}

function survives(code: FitCode, digits: number): boolean {
  const { family, lambda, alpha, standardize, intercept } = code
  const round = (row: ArrayLike<number>) => Array.from(row, (x) => Number(x.toPrecision(digits)))
  const problem = prepare(code.x.map(round), round(code.y), { family, standardize, intercept })
  return disagreement(code, fit(problem, { lambda, alpha })) < 3e-7
}

/**
 * How far a model is from the expected one. Coefficients are compared on one scale, as effects of one
 * standard deviation of their column, and divided by the largest; the intercept by what it is made of.
 */
export function disagreement({ x, expected }: Pick<FitCode, 'x' | 'expected'>, found: Model) {
  let effect = 0
  let worst = 0
  let parts = Math.abs(expected.intercept)
  for (let j = 0; j < expected.coefficients.length; j++) {
    const { mean, size } = moments(x, j)
    const b = expected.coefficients[j]!
    effect = Math.max(effect, Math.abs(b) * size)
    parts = Math.max(parts, Math.abs(b * mean))
    worst = Math.max(worst, Math.abs(found.coefficients[j]! - b) * size)
  }
  const off = Math.abs(found.intercept - expected.intercept)
  return Math.max(worst / (effect || 1), off / (parts + effect || 1))
}

/** `size` is the standard deviation, of a constant column its value. */
function moments(x: FitCode['x'], j: number) {
  const mean = x.reduce((sum, row) => sum + row[j]!, 0) / x.length
  const square = x.reduce((sum, row) => sum + (row[j]! - mean) ** 2, 0) / x.length
  return { mean, size: Math.sqrt(square) || Math.abs(mean) }
}

import { fit, predict } from '#lib/solver/index.ts'
import { type Points, powers, type Sample } from './polynomial-sample.ts'

export type Method = 'ols' | 'l2' | 'l1'

export type Model = {
  method: Method
  degree: number
  /** 0 for least squares */
  lambda: number
  /** on the powers of x, with the intercept */
  plain: { intercept: number; coefficients: Float64Array }
  /** on the powers divided by their standard deviations, length degree */
  coefficients: Float64Array
  nonzeros: number
  /** Σ|β_j| of these */
  size: number
  /** mean squared residual of the training points */
  trainError: number
  /** the same of the test points */
  testError: number
  gap: number
}

export const words = { ols: 'least squares', l2: 'ridge', l1: 'the lasso' } as const

/** Least squares has no penalty: its mix does not count. */
export function mixOf(method: Method): number {
  return method === 'l2' ? 0 : 1
}

/** @returns the model, and its fitted curve at any x */
export function modelOf(method: Method, degree: number, penalty: number, sample: Sample) {
  const { rows, problem } = sample.byDegree[degree - 1]!
  const lambda = method === 'ols' ? 0 : penalty
  const found = fit(problem, { lambda, alpha: mixOf(method) })
  const { coefficients, standardizedCoefficients, intercept } = found
  const at = (x: readonly number[]) => predict(found, powers(x, degree))
  const model: Model = {
    method,
    degree,
    lambda,
    plain: { intercept, coefficients },
    coefficients: standardizedCoefficients,
    nonzeros: found.nActive,
    size: standardizedCoefficients.reduce((sum, b) => sum + Math.abs(b), 0),
    trainError: meanSquare(sample.train, predict(found, rows)),
    testError: meanSquare(sample.test, at(sample.test.x)),
    gap: found.relativeGap,
  }
  return { model, at }
}

function meanSquare({ y }: Points, fitted: Float64Array): number {
  return y.reduce((sum, value, i) => sum + (value - fitted[i]!) ** 2, 0) / y.length
}

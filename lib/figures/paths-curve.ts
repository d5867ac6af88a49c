import { crossValidate, fit, fitPath, pathKnots } from '#lib/solver/index.ts'
import { expectedError, type Sample } from './paths-sample.ts'

export type Method = 'l1' | 'l2' | 'en'

/** One method along all penalties of the drawing. */
export type Curve = {
  method: Method
  /** the mix: 1 the lasso, 0 ridge */
  alpha: number
  /** falling, length L, as are the arrays below */
  lambdas: Float64Array
  /** L × p, row-major, in the units of the data */
  coefficients: Float64Array
  nonzeros: Float64Array
  /** Σ|β| */
  sizes: Float64Array
  degreesOfFreedom: Float64Array
  /** mean squared errors expected on a new row */
  errors: Float64Array
  folds: Folds
  /** the worst certificate along the curve and in its folds */
  gap: number
}

/** Ten-fold cross-validation at every second penalty of the curve. */
export type Folds = {
  /** length K */
  lambdas: Float64Array
  errors: Float64Array
  standardErrors: Float64Array
  /** places in the curve: the smallest error, and the largest penalty within one standard error of it */
  atMin: number
  at1se: number
  gap: number
}

/** A kink of the lasso path: a coefficient leaves zero or returns to it. */
export type Knot = {
  lambda: number
  /** Σ|β| there */
  size: number
  /** features from 0, as the penalty falls */
  enters: number[]
  leaves: number[]
  /** just below */
  nonzeros: number
  /** the larger of the two fits that tell */
  gap: number
}

/** @param lambdas falling; @param seed deals the rows to the folds */
export function curveOf(
  sample: Sample,
  { method, alpha, lambdas, seed }: Pick<Curve, 'method' | 'alpha' | 'lambdas'> & { seed: number },
): Curve {
  const { problem, truth } = sample
  const path = fitPath(problem, { alpha, lambdas })
  const folds = foldsOf(sample, alpha, lambdas, seed)
  const rows = Array.from(lambdas, (_, i) =>
    path.coefficients.subarray(i * truth.length, (i + 1) * truth.length),
  )
  return {
    method,
    alpha,
    lambdas,
    coefficients: path.coefficients,
    nonzeros: Float64Array.from(rows, kept),
    sizes: Float64Array.from(rows, sizeOf),
    degreesOfFreedom: path.degreesOfFreedom,
    errors: Float64Array.from(rows, (row, i) => expectedError(sample, row, path.intercepts[i]!)),
    folds,
    gap: Math.max(folds.gap, ...path.relativeGaps),
  }
}

function foldsOf({ x, y }: Sample, alpha: number, grid: Float64Array, seed: number): Folds {
  const lambdas = grid.filter((_, i) => i % 2 === 0)
  const found = crossValidate(x as number[][], y, { alpha, lambdas, seed })
  return {
    lambdas,
    errors: found.meanError,
    standardErrors: found.standardError,
    atMin: 2 * found.indexMin,
    at1se: 2 * found.index1se,
    gap: found.relativeGap,
  }
}

/** Between two kinks the same features are in: the model halfway tells which. */
export function knotsOf({ problem }: Sample): Knot[] {
  const lambdas = Array.from(pathKnots(problem))
  let before: number[] = []
  return lambdas.map((lambda, i) => {
    const below = lambdas[i + 1]
    const inside = below === undefined ? lambda / 2 : Math.sqrt(lambda * below)
    const [at, within] = [fit(problem, { lambda }), fit(problem, { lambda: inside })]
    const active = Array.from(within.activeSet)
    const knot = {
      lambda,
      size: sizeOf(at.coefficients),
      enters: active.filter((j) => !before.includes(j)),
      leaves: before.filter((j) => !active.includes(j)),
      nonzeros: active.length,
      gap: Math.max(at.relativeGap, within.relativeGap),
    }
    before = active
    return knot
  })
}

export function kept(coefficients: Float64Array): number {
  return coefficients.reduce((count, b) => count + (b === 0 ? 0 : 1), 0)
}

/** Σ|β| */
export function sizeOf(coefficients: Float64Array): number {
  return coefficients.reduce((sum, b) => sum + Math.abs(b), 0)
}

import { normals } from './data.ts'
import { checkCount, checkMixing, refuse } from './error.ts'
import { lambdaGrid } from './lambda-grid.ts'
import { type Columns, type Matrix, toColumns } from './matrix.ts'
import { prepare, type Problem, withResponse } from './problem.ts'
import { checkLimits, relativeGap, solveAt, startAt } from './solve.ts'

export type BiasVarianceSpec = {
  /** the fixed design, n × p */
  x: Matrix
  /** the true mean of y at the rows of x, length n */
  truth: ArrayLike<number>
  /** standard deviation of the noise, ≥ 0 */
  sigma: number
  lambdas: ArrayLike<number>
  /** default 0, ridge */
  alpha?: number
  /** default 100 */
  resamples?: number
  seed?: number
  standardize?: boolean
  intercept?: boolean
  /** where fits are judged, m points; default the design itself */
  at?: { x: Matrix; truth: ArrayLike<number> }
  /** how many resamples keep their predictions, for drawing; default 0 */
  keep?: number
}

/** Averages over the m points and the resamples, per λ; length L unless said otherwise. */
export type BiasVariance = {
  lambdas: Float64Array
  biasSquared: Float64Array
  variance: Float64Array
  /** σ² */
  noise: number
  /** biasSquared + variance + noise: the expected squared error of a new observation */
  error: Float64Array
  degreesOfFreedom: Float64Array
  /** mean prediction, L × m, row-major */
  mean: Float64Array
  /** keep × L × m, row-major */
  predictions: Float64Array
  /** the largest of all solves */
  relativeGap: number
}

/**
 * Bias and variance of the fit by resampling the noise on a fixed design (ESL, 7.3); the design is
 * standardised and decomposed once for all resamples.
 * @throws SolverError
 */
export function biasVariance(spec: BiasVarianceSpec): BiasVariance {
  const { sigma, alpha = 0, resamples = 100, seed = 1, keep = 0 } = spec
  if (!(sigma >= 0)) refuse('parameter', `sigma must be ≥ 0; got ${sigma}`)
  checkCount('resamples', resamples)
  checkMixing(alpha)
  const design = prepare(spec.x, spec.truth, spec)
  const points = toColumns(spec.at?.x ?? spec.x)
  const truth = spec.at?.truth ?? spec.truth
  if (truth.length !== points.rows || points.columns !== design.p)
    refuse('dimension', `at must hold m rows of ${design.p} values and m true means`)
  const lambdas = lambdaGrid(design, alpha, spec)
  const size = lambdas.length * points.rows
  const cloud = new Float64Array(resamples * size)
  const freedom = new Float64Array(lambdas.length)
  const normal = normals(seed)
  const limits = checkLimits({})
  let worst = 0
  for (let r = 0; r < resamples; r++) {
    const problem = withResponse(
      design,
      design.y.map((mean) => mean + sigma * normal()),
    )
    startAt(problem)
    lambdas.forEach((lambda, i) => {
      const s = solveAt(problem, lambda, alpha, limits, false)
      worst = Math.max(worst, relativeGap(problem, s))
      freedom[i] = freedom[i]! + s.degreesOfFreedom() / resamples
      const from = r * size + i * points.rows
      predictInto(problem, points, s.gamma, cloud.subarray(from, from + points.rows))
    })
  }
  return {
    lambdas,
    noise: sigma * sigma,
    degreesOfFreedom: freedom,
    relativeGap: worst,
    predictions: cloud.slice(0, Math.min(keep, resamples) * size),
    ...decompose(cloud, truth, lambdas.length, resamples, sigma),
  }
}

function predictInto(problem: Problem, x: Columns, gamma: Float64Array, out: Float64Array): void {
  const { centers, scales, p } = problem
  out.fill(problem.intercept ? problem.responseMean : 0)
  for (let j = 0; j < p; j++) {
    if (gamma[j] === 0) continue
    const b = gamma[j]! / scales[j]!
    for (let i = 0; i < x.rows; i++)
      out[i] = out[i]! + b * (x.values[j * x.rows + i]! - centers[j]!)
  }
}

function decompose(
  cloud: Float64Array,
  truth: ArrayLike<number>,
  L: number,
  resamples: number,
  sigma: number,
) {
  const m = truth.length
  const mean = new Float64Array(L * m)
  const biasSquared = new Float64Array(L)
  const variance = new Float64Array(L)
  for (let at = 0; at < L * m; at++) {
    const i = Math.floor(at / m)
    let sum = 0
    for (let r = 0; r < resamples; r++) sum += cloud[r * L * m + at]!
    mean[at] = sum / resamples
    let spread = 0
    for (let r = 0; r < resamples; r++) spread += (cloud[r * L * m + at]! - mean[at]!) ** 2
    variance[i] = variance[i]! + spread / resamples / m
    biasSquared[i] = biasSquared[i]! + (mean[at]! - truth[at % m]!) ** 2 / m
  }
  const error = biasSquared.map((bias, i) => bias + variance[i]! + sigma * sigma)
  return { mean, biasSquared, variance, error }
}

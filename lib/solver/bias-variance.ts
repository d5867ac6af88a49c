import { normals } from './data.ts'
import { checkCount, checkLength, checkStrength } from './error.ts'
import { gaussian, prepareGaussian } from './gaussian.ts'
import { lambdaGrid } from './lambda-grid.ts'
import { type Matrix, toColumns } from './matrix.ts'
import { checkSettings, relativeGap } from './loss.ts'
import { centred } from './predict.ts'
import { withResponse } from './problem.ts'
import { addColumns, zeros } from './kernel.ts'

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
  const settings = checkSettings({ alpha })
  const { x, truth } = spec.at ?? spec
  checkStrength(sigma, 'sigma')
  checkCount('resamples', resamples)
  const design = prepareGaussian(spec.x, spec.truth, spec)
  const points = toColumns(x)
  checkLength('at.truth', truth.length, points.rows)
  checkLength('a row of at.x', points.columns, design.p)
  const lambdas = lambdaGrid(design, alpha, spec)
  const m = points.rows
  const size = lambdas.length * m
  const z = centred(points, design.centers, design.scales)
  const cloud = zeros(resamples * size)
  const degreesOfFreedom = zeros(lambdas.length)
  const normal = normals(seed)
  let worst = 0
  for (let r = 0; r < resamples; r++) {
    const y = design.y.map((mean) => mean + sigma * normal())
    const problem = withResponse(gaussian, design, y)
    gaussian.start(problem)
    lambdas.forEach((lambda, i) => {
      const s = gaussian.solve(problem, lambda, settings, false)
      worst = Math.max(worst, relativeGap(problem, s))
      degreesOfFreedom[i]! += s.degreesOfFreedom() / resamples
      const from = r * size + i * m
      addColumns(1, z, s.gamma, cloud.subarray(from, from + m).fill(s.base))
    })
  }
  const mean = zeros(size)
  const biasSquared = zeros(lambdas.length)
  const variance = biasSquared.slice()
  for (let at = 0; at < size; at++) {
    const i = Math.floor(at / m)
    for (let k = at; k < cloud.length; k += size) mean[at]! += cloud[k]! / resamples
    for (let k = at; k < cloud.length; k += size)
      variance[i]! += (cloud[k]! - mean[at]!) ** 2 / resamples / m
    biasSquared[i]! += (mean[at]! - truth[at % m]!) ** 2 / m
  }
  const noise = sigma * sigma
  return {
    lambdas,
    biasSquared,
    variance,
    noise,
    error: biasSquared.map((bias, i) => bias + variance[i]! + noise),
    degreesOfFreedom,
    relativeGap: worst,
    mean,
    predictions: cloud.slice(0, keep * size),
  }
}

import { checkLength, refuse } from './error.ts'
import { maxAbs, meanProductsWith, zeros } from './kernel.ts'
import type { Family, Loss } from './loss.ts'
import { checkFinite, checkFiniteColumns, type Matrix, toColumns } from './matrix.ts'
import type { GaussianState } from './gaussian.ts'
import type { BinomialState } from './binomial.ts'
import type { Spectrum } from './spectrum.ts'

export type ProblemOptions = { family?: Family; standardize?: boolean; intercept?: boolean }

/**
 * The columns made ready. Z is x centred (with an intercept) and divided by its standard deviations
 * (when standardised), so that the coefficients of Z are γ_j = s_j·b_j.
 */
export type Design = {
  readonly standardize: boolean
  readonly intercept: boolean
  readonly n: number
  readonly p: number
  /** Z, n × p, column-major; a constant column is all zeros */
  readonly z: Float64Array
  /** means of the columns of x, 0 without intercept, length p */
  readonly centers: Float64Array
  /** s_j, length p; 1 when not standardised and for constant columns */
  readonly scales: Float64Array
  /** ‖z_j‖²/n, length p */
  readonly squaredNorms: Float64Array
  /** what the solver learns of Z alone, shared by problems that differ in y only */
  readonly shared: { gram?: Float64Array; spectrum?: Spectrum }
}

/**
 * Data made ready once and solved many times.
 * Treat it as opaque and immutable: `shared` and `cache` belong to the solver.
 */
export type Problem = Design & {
  readonly family: Family
  readonly loss: Loss
  /** the response as given, length n */
  readonly y: Float64Array
  /** what the null model predicts: the mean of y; without intercept 0 (binomial: ½) */
  readonly base: number
  /** what the null model leaves over: y − base, length n */
  readonly target: Float64Array
  /** Z'target/n: minus the gradient of the loss at γ = 0, length p */
  readonly correlations: Float64Array
  /** max |Z'target|/n, by which every reported KKT residual is divided */
  readonly correlationMax: number
  /** value of the objective at γ = 0, by which every relative gap is divided */
  readonly nullObjective: number
  /** work buffers: filled when first needed, reused by every warm refit */
  readonly cache: { gaussian?: GaussianState; binomial?: BinomialState }
}

/** @throws SolverError 'empty', 'dimension', 'non-finite' */
export function designOf(x: Matrix, o: ProblemOptions = {}): Design {
  const { standardize = true, intercept = true } = o
  const matrix = toColumns(x)
  const { rows: n, columns: p, values } = matrix
  const z = zeros(n * p)
  const centers = zeros(p)
  const scales = zeros(p).fill(1)
  const squaredNorms = zeros(p)
  for (let j = 0; j < p; j++) {
    const { mean, sd, rms } = moments(values, j * n, n)
    // a value that is not finite shows in the moments; only then is it worth looking for
    if (!(rms < Infinity)) {
      checkFiniteColumns(matrix)
      refuse('non-finite', `column ${j} overflows`)
    }
    const center = (centers[j] = intercept ? mean : 0)
    if (sd <= 1e-12 * rms && (standardize || intercept)) continue
    const scale = (scales[j] = standardize ? sd : 1)
    squaredNorms[j] = ((intercept ? sd : rms) / scale) ** 2
    const inverse = 1 / scale
    for (let k = j * n; k < (j + 1) * n; k++) z[k] = (values[k]! - center) * inverse
  }
  return { standardize, intercept, n, p, z, centers, scales, squaredNorms, shared: {} }
}

/** A design with a response, length n; what is known of Z is shared. */
export function withResponse(loss: Loss, design: Design, given: ArrayLike<number>): Problem {
  const { n, z, intercept, squaredNorms } = design
  checkLength('y', given.length, n)
  const y = Float64Array.from(given)
  checkFinite(y, (i) => `y[${i}]`)
  loss.check(y)
  const { mean, sd, rms } = moments(y, 0, n)
  const base = intercept ? mean : loss.blank
  const isConstant = intercept && sd <= 1e-12 * rms
  const target = y.map((value) => (isConstant ? 0 : value - base))
  const correlations = squaredNorms.slice()
  meanProductsWith(z, target, correlations)
  return {
    ...design,
    family: loss.family,
    loss,
    y,
    base,
    target,
    correlations,
    correlationMax: maxAbs(correlations),
    nullObjective: loss.nullObjective(target, base),
    cache: {},
  }
}

/** Two passes: the one-pass formula loses every digit once |mean| ≫ sd. Divisor n. */
function moments(v: Float64Array, from: number, n: number) {
  let mean = v[from]!
  let variance = 0
  for (let pass = 0; pass < 2; pass++) {
    // two sums of each kind, so that additions need not wait for one another
    let [drift, drift2, square, square2] = [0, 0, 0, 0]
    for (let i = from; i < from + n; i += 2) {
      const d = v[i]! - mean
      const e = i + 1 < from + n ? v[i + 1]! - mean : 0
      drift += d
      drift2 += e
      square += d * d
      square2 += e * e
    }
    const shift = (drift + drift2) / n
    mean += shift
    variance = Math.max(0, (square + square2) / n - shift * shift)
  }
  return { mean, sd: Math.sqrt(variance), rms: Math.sqrt(variance + mean * mean) }
}

import { refuse } from './error.ts'
import { dot, maxAbs, sum } from './kernel.ts'
import { checkFinite, type Columns, type Matrix, toColumns } from './matrix.ts'
import { type Gram, paddedColumns } from './gram.ts'
import type { GaussianState } from './gaussian.ts'
import type { BinomialState } from './binomial-state.ts'
import type { Spectrum } from './spectrum.ts'

export type Family = 'gaussian' | 'binomial'

export type ProblemOptions = { family?: Family; standardize?: boolean; intercept?: boolean }

/**
 * Data made ready once and solved many times. Z is x centred (with an intercept) and divided by its
 * standard deviations (when standardised), so that the coefficients of Z are γ_j = s_j·b_j.
 * Treat it as opaque and immutable: `cache` belongs to the solver.
 */
export type Problem = {
  readonly family: Family
  readonly standardize: boolean
  readonly intercept: boolean
  readonly n: number
  readonly p: number
  /** Z, n × p, column-major, then up to two columns of zeros; a constant column is all zeros */
  readonly z: Float64Array
  /** the response as given, length n */
  readonly y: Float64Array
  /** what the null model leaves over: y − ȳ; y without intercept (binomial: y − ½), length n */
  readonly target: Float64Array
  readonly responseMean: number
  /** means of the columns of x, 0 without intercept, length p */
  readonly centers: Float64Array
  /** s_j, length p; 1 when not standardised and for constant columns */
  readonly scales: Float64Array
  /** ‖z_j‖²/n, length p */
  readonly squaredNorms: Float64Array
  /** Z'target/n: minus the gradient of the loss at γ = 0, length p */
  readonly correlations: Float64Array
  /** max |Z'target|/n, by which every reported KKT residual is divided */
  readonly correlationMax: number
  /** value of the objective at γ = 0, by which every relative gap is divided */
  readonly nullObjective: number
  readonly cache: Cache
}

/** What the solver keeps between calls: filled when first needed, reused by every warm refit. */
export type Cache = {
  /** of Z alone: shared by problems that differ in y only */
  readonly design: { gram: Gram | null; spectrum: Spectrum | null }
  gaussian: GaussianState | null
  binomial: BinomialState | null
}

/**
 * Checks, centres and scales the data.
 * @param x n × p; @param y length n; in {0, 1} for the binomial family
 * @throws SolverError 'empty', 'dimension', 'non-finite', 'labels', 'single-class'
 */
export function prepare(x: Matrix, y: ArrayLike<number>, o: ProblemOptions = {}): Problem {
  const { family = 'gaussian', standardize = true, intercept = true } = o
  const matrix = toColumns(x)
  const { rows: n, columns: p, values } = matrix
  const response = nullModel(checkResponse(y, n, family), family, intercept)
  const z = new Float64Array(n * paddedColumns(p))
  const centers = new Float64Array(p)
  const scales = new Float64Array(p).fill(1)
  const squaredNorms = new Float64Array(p)
  const correlations = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    const { mean, sd, rms } = moments(values, j * n, n)
    // a value that is not finite shows in the moments; only then is it worth looking for
    if (!(rms < Infinity)) refuseColumn(matrix, j)
    centers[j] = intercept ? mean : 0
    if (sd <= 1e-12 * rms && (standardize || intercept)) continue
    if (standardize) scales[j] = sd
    const center = centers[j]!
    const inverse = 1 / scales[j]!
    squaredNorms[j] = ((intercept ? sd : rms) * inverse) ** 2
    for (let i = 0, k = j * n; i < n; i++, k++) z[k] = (values[k]! - center) * inverse
    // here, while the column is still in the cache
    correlations[j] = dot(z, j * n, response.target, 0, n) / n
  }
  const design = { family, standardize, intercept, n, p, z, centers, scales, squaredNorms }
  return assemble(design, response, correlations, { gram: null, spectrum: null })
}

/** The same design with another response: Z, its Gram matrix and its spectrum are shared. */
export function withResponse(problem: Problem, y: ArrayLike<number>): Problem {
  const { n, family, intercept, z } = problem
  const response = nullModel(checkResponse(y, n, family), family, intercept)
  const correlations = problem.correlations.map((_, j) => dot(z, j * n, response.target, 0, n) / n)
  return assemble(problem, response, correlations, problem.cache.design)
}

type Design = Pick<
  Problem,
  'family' | 'standardize' | 'intercept' | 'n' | 'p' | 'z' | 'centers' | 'scales' | 'squaredNorms'
>

type Response = Pick<Problem, 'y' | 'target' | 'responseMean' | 'nullObjective'>

/** What is left of y, and the value of the loss, when every coefficient is 0. */
function nullModel(y: Float64Array, family: Family, intercept: boolean): Response {
  const n = y.length
  const { mean, sd, rms } = moments(y, 0, n)
  if (family === 'binomial') {
    const base = intercept ? mean : 0.5
    const nullObjective = -(base * Math.log(base) + (1 - base) * Math.log(1 - base))
    return { y, target: y.map((value) => value - base), responseMean: mean, nullObjective }
  }
  const base = intercept ? mean : 0
  const constant = intercept && sd <= 1e-12 * rms
  const target = constant ? new Float64Array(n) : y.map((value) => value - base)
  const nullObjective = dot(target, 0, target, 0, n) / (2 * n)
  return { y, target, responseMean: mean, nullObjective }
}

function assemble(
  design: Design,
  response: Response,
  correlations: Float64Array,
  shared: Cache['design'],
): Problem {
  const { family, standardize, intercept, n, p, z, centers, scales, squaredNorms } = design
  return {
    family,
    standardize,
    intercept,
    n,
    p,
    z,
    centers,
    scales,
    squaredNorms,
    ...response,
    correlations,
    correlationMax: maxAbs(correlations),
    cache: { design: shared, gaussian: null, binomial: null },
  }
}

function refuseColumn(matrix: Columns, j: number): never {
  checkFinite(matrix)
  return refuse('non-finite', `the squares of column ${j} of x overflow; give it in other units`)
}

function checkResponse(y: ArrayLike<number>, n: number, family: Family): Float64Array {
  if (y.length !== n) refuse('dimension', `x has ${n} rows but y has ${y.length} values`)
  const response = Float64Array.from(y)
  let ones = 0
  for (let i = 0; i < n; i++) {
    const value = response[i]!
    if (!Number.isFinite(value))
      refuse('non-finite', `y[${i}] is ${value}; every value must be finite`)
    if (family === 'binomial' && value !== 0 && value !== 1)
      refuse('labels', `y[${i}] is ${value}; the binomial family takes labels 0 and 1`)
    ones += value
  }
  if (family === 'binomial' && (ones === 0 || ones === n))
    refuse('single-class', `every y is ${response[0]}; the binomial family needs both classes`)
  return response
}

/** Two passes: the one-pass formula loses every digit once |mean| ≫ sd. Divisor n. */
function moments(v: Float64Array, from: number, n: number) {
  const rough = sum(v, from, n) / n
  let drift = 0
  let squares = 0
  let squaresToo = 0
  const whole = from + n - (n & 1)
  for (let i = from; i < whole; i += 2) {
    const d = v[i]! - rough
    const e = v[i + 1]! - rough
    drift += d + e
    squares += d * d
    squaresToo += e * e
  }
  if (n & 1) {
    drift += v[whole]! - rough
    squares += (v[whole]! - rough) ** 2
  }
  const shift = drift / n
  const mean = rough + shift
  const variance = Math.max(0, (squares + squaresToo) / n - shift * shift)
  return { mean, sd: Math.sqrt(variance), rms: Math.sqrt(variance + mean * mean) }
}

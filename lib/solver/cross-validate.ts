import { uniforms } from './data.ts'
import { checkCount, checkMixing, refuse } from './error.ts'
import { axpy } from './kernel.ts'
import { type GridOptions, lambdaGrid } from './lambda-grid.ts'
import { type Columns, type Matrix, pickRows, toColumns } from './matrix.ts'
import { prepare, type Problem, type ProblemOptions } from './problem.ts'
import { checkLimits, type Limits, relativeGap, solveAt, startAt } from './solve.ts'

export type CrossValidationOptions = ProblemOptions &
  GridOptions & {
    alpha?: number
    /** 2 … n, default 10 (n when there are fewer rows) */
    nFolds?: number
    /** the fold of each row, 0 … nFolds − 1; otherwise dealt at random from `seed` */
    foldIds?: ArrayLike<number>
    seed?: number
    tolerance?: number
    maxIterations?: number
  }

/** Errors are mean squared errors, or for the binomial family mean deviances. */
export type CrossValidation = {
  lambdas: Float64Array
  /** over the folds, weighted by their sizes, length L */
  meanError: Float64Array
  /** sqrt(Σ (n_k/n)(e_k − mean)²/(K − 1)), length L */
  standardError: Float64Array
  /** K × L, row-major */
  foldErrors: Float64Array
  foldIds: Int32Array
  indexMin: number
  /** the first λ (the largest, on a decreasing grid) within one standard error of the minimum */
  index1se: number
  lambdaMin: number
  lambda1se: number
  /** whether every solve of every fold converged */
  converged: boolean
  /** the largest of all these solves */
  relativeGap: number
}

/**
 * K-fold cross-validation: one grid from all the rows; each fold centres and scales on its own
 * training rows. The one-standard-error rule is that of Breiman et al. 1984 (ESL, 7.10).
 * @throws SolverError as `prepare` does; 'parameter' and 'dimension' for folds that cannot be
 */
export function crossValidate(
  x: Matrix,
  y: ArrayLike<number>,
  o: CrossValidationOptions = {},
): CrossValidation {
  const { alpha = 1 } = o
  const limits = checkLimits(o)
  checkMixing(alpha)
  const columns = toColumns(x)
  const whole = prepare(columns, y, o)
  const lambdas = lambdaGrid(whole, alpha, o)
  const foldIds = o.foldIds ? checkFolds(o.foldIds, columns.rows, o.nFolds) : dealFolds(whole, o)
  const nFolds = Math.max(...foldIds) + 1
  const foldErrors = new Float64Array(nFolds * lambdas.length)
  let worst = 0
  for (let k = 0; k < nFolds; k++) {
    const errors = foldErrors.subarray(k * lambdas.length, (k + 1) * lambdas.length)
    const rows = [...foldIds.keys()]
    const [train, test] = [
      rows.filter((i) => foldIds[i] !== k),
      rows.filter((i) => foldIds[i] === k),
    ]
    const problem = prepare(
      pickRows(columns, train),
      train.map((i) => y[i]!),
      o,
    )
    const held = { x: pickRows(columns, test), y: Float64Array.from(test, (i) => y[i]!) }
    worst = Math.max(worst, errorsOf(problem, held, lambdas, alpha, limits, errors))
  }
  const summary = summarise(foldErrors, foldIds, lambdas)
  const converged = worst <= limits.tolerance
  return { lambdas, foldErrors, foldIds, converged, relativeGap: worst, ...summary }
}

type Held = { x: Columns; y: Float64Array }

/**
 * Fills the errors on the held rows, λ by λ, each solve warm from the one before.
 * @returns the largest relative gap of these solves
 */
function errorsOf(
  problem: Problem,
  held: Held,
  lambdas: Float64Array,
  alpha: number,
  limits: Limits,
  errors: Float64Array,
): number {
  const { p, centers, scales, family } = problem
  const { rows, values } = held.x
  const z = values.map((value, at) => {
    const j = Math.floor(at / rows)
    return (value - centers[j]!) / scales[j]!
  })
  const link = new Float64Array(rows)
  let worst = 0
  startAt(problem)
  for (let i = 0; i < lambdas.length; i++) {
    const s = solveAt(problem, lambdas[i]!, alpha, limits, false)
    worst = Math.max(worst, relativeGap(problem, s))
    link.fill(s.centredIntercept)
    for (let j = 0; j < p; j++) if (s.gamma[j] !== 0) axpy(s.gamma[j]!, z, j * rows, link, 0, rows)
    errors[i] = (family === 'gaussian' ? squaredError : deviance)(link, held.y)
  }
  return worst
}

function squaredError(link: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < y.length; i++) sum += (y[i]! - link[i]!) ** 2
  return sum / y.length
}

function deviance(link: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < y.length; i++) {
    const wrong = y[i] === 1 ? -link[i]! : link[i]!
    sum += Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)))
  }
  return (2 * sum) / y.length
}

function summarise(foldErrors: Float64Array, foldIds: Int32Array, lambdas: Float64Array) {
  const L = lambdas.length
  const nFolds = foldErrors.length / L
  const share = new Float64Array(nFolds)
  for (const k of foldIds) share[k] = share[k]! + 1 / foldIds.length
  const meanError = new Float64Array(L)
  const standardError = new Float64Array(L)
  for (let i = 0; i < L; i++) {
    let mean = 0
    let spread = 0
    for (let k = 0; k < nFolds; k++) mean += share[k]! * foldErrors[k * L + i]!
    for (let k = 0; k < nFolds; k++) spread += share[k]! * (foldErrors[k * L + i]! - mean) ** 2
    meanError[i] = mean
    standardError[i] = Math.sqrt(spread / (nFolds - 1))
  }
  const indexMin = meanError.indexOf(Math.min(...meanError))
  const bound = meanError[indexMin]! + standardError[indexMin]!
  const index1se = meanError.findIndex((error) => error <= bound)
  return {
    meanError,
    standardError,
    indexMin,
    index1se,
    lambdaMin: lambdas[indexMin]!,
    lambda1se: lambdas[index1se]!,
  }
}

function checkFolds(given: ArrayLike<number>, n: number, nFolds?: number): Int32Array {
  if (given.length !== n)
    refuse('dimension', `x has ${n} rows but foldIds has ${given.length} values`)
  const folds = Array.from(given)
  const count = nFolds ?? Math.max(...folds) + 1
  checkFoldCount(count, n)
  const rows = Array.from({ length: count }, () => 0)
  folds.forEach((k, i) => {
    if (!(Number.isInteger(k) && k >= 0 && k < count))
      refuse('parameter', `foldIds[${i}] is ${k}; it must be a whole number from 0 to ${count - 1}`)
    rows[k]!++
  })
  const empty = rows.indexOf(0)
  if (empty >= 0) refuse('parameter', `fold ${empty} of ${count} has no rows`)
  return Int32Array.from(folds)
}

function checkFoldCount(count: number, n: number): void {
  checkCount('nFolds', count, 2)
  if (count > n) refuse('parameter', `nFolds is ${count}, more than the ${n} rows of x`)
}

/** Folds of equal size at random; for two classes each class is dealt in turn, so none is left out. */
function dealFolds({ n, y, family }: Problem, o: CrossValidationOptions): Int32Array {
  const { nFolds = Math.min(10, n), seed = 1 } = o
  checkFoldCount(nFolds, n)
  const uniform = uniforms(seed)
  const order = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  const dealt = family === 'binomial' ? order.toSorted((a, b) => y[a]! - y[b]!) : order
  const foldIds = new Int32Array(n)
  dealt.forEach((row, i) => (foldIds[row] = i % nFolds))
  return foldIds
}

import { uniforms } from './data.ts'
import { check, checkCount, checkLength } from './error.ts'
import { type GridOptions, lambdaGrid } from './lambda-grid.ts'
import { checkSettings, relativeGap } from './loss.ts'
import { type Matrix, pickRows, toColumns } from './matrix.ts'
import { centred } from './predict.ts'
import { prepare } from './prepare.ts'
import type { Problem, ProblemOptions } from './problem.ts'
import { addColumns, zeros } from './kernel.ts'

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
  const settings = checkSettings(o)
  const columns = toColumns(x)
  const whole = prepare(columns, y, o)
  const lambdas = lambdaGrid(whole, settings.alpha, o)
  const { foldIds, nFolds } = foldsOf(whole, o)
  const foldErrors = zeros(nFolds * lambdas.length)
  let worst = 0
  for (let k = 0; k < nFolds; k++) {
    const rows = (isTraining: boolean) =>
      [...foldIds.keys()].filter((i) => (foldIds[i] !== k) === isTraining)
    const train = pickRows(columns, y, rows(true))
    const test = pickRows(columns, y, rows(false))
    const problem = prepare(train.x, train.y, o)
    const { loss, centers, scales } = problem
    const z = centred(test.x, centers, scales)
    const link = zeros(test.y.length)
    loss.start(problem)
    lambdas.forEach((lambda, i) => {
      const s = loss.solve(problem, lambda, settings, false)
      worst = Math.max(worst, relativeGap(problem, s))
      addColumns(1, z, s.gamma, link.fill(s.base))
      foldErrors[k * lambdas.length + i] = loss.error(link, test.y)
    })
  }
  return {
    lambdas,
    foldErrors,
    foldIds,
    converged: worst <= settings.tolerance,
    relativeGap: worst,
    ...summarise(foldErrors, foldIds, lambdas),
  }
}

function summarise(foldErrors: Float64Array, foldIds: Int32Array, lambdas: Float64Array) {
  const L = lambdas.length
  const nFolds = foldErrors.length / L
  // over the rows, each with the value of its fold
  const mean = (value: (k: number) => number) =>
    foldIds.reduce((sum, k) => sum + value(k), 0) / foldIds.length
  const meanError = lambdas.map((_, i) => mean((k) => foldErrors[k * L + i]!))
  const standardError = lambdas.map((_, i) =>
    Math.sqrt(mean((k) => (foldErrors[k * L + i]! - meanError[i]!) ** 2) / (nFolds - 1)),
  )
  const indexMin = meanError.indexOf(Math.min(...meanError))
  const bound = meanError[indexMin]! + standardError[indexMin]!
  const index1se = meanError.findIndex((error) => error <= bound)
  const [lambdaMin, lambda1se] = [lambdas[indexMin]!, lambdas[index1se]!]
  return { meanError, standardError, indexMin, index1se, lambdaMin, lambda1se }
}

/** The folds given, checked; or folds of equal size dealt at random, each class of y in turn. */
function foldsOf({ n, y, family }: Problem, o: CrossValidationOptions) {
  const given = o.foldIds && Array.from(o.foldIds)
  if (given) checkLength('foldIds', given.length, n)
  const most = given ? given.reduce((a, b) => Math.max(a, b)) + 1 : Math.min(10, n)
  const { nFolds = most, seed = 1 } = o
  checkFolds(nFolds, n)
  const foldIds = new Int32Array(n)
  if (given) {
    given.forEach((k, i) => {
      checkCount(`foldIds[${i}]`, k, 0)
      check(k < nFolds, 'nFolds', nFolds, `more than ${k}`)
      foldIds[i] = k
    })
    const folds = new Set(given).size
    check(folds === nFolds, 'folds with rows', folds, nFolds)
  } else {
    const order = [...foldIds.keys()]
    const uniform = uniforms(seed)
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(uniform() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    if (family === 'binomial') order.sort((a, b) => y[a]! - y[b]!)
    order.forEach((row, i) => (foldIds[row] = i % nFolds))
  }
  return { foldIds, nFolds }
}

/** @throws SolverError 'parameter' unless 2 ≤ nFolds ≤ n */
export function checkFolds(nFolds: number, n: number): void {
  checkCount('nFolds', nFolds, 2)
  check(nFolds <= n, 'nFolds', nFolds, `at most ${n}`)
}

import { crossValidate, type CrossValidationOptions } from './cross-validate.ts'
import { uniforms } from './data.ts'
import { checkCount, refuse } from './error.ts'
import { type Matrix, pickRows, toColumns } from './matrix.ts'
import { fitPath } from './path.ts'
import { prepare } from './problem.ts'

export type BootstrapOptions = Omit<CrossValidationOptions, 'foldIds' | 'lambdas'> & {
  /** default 100 */
  resamples?: number
}

/** Selection over resamples, at the λ of least cross-validated error and at the 1-SE λ. */
export type BootstrapSelection = {
  resamples: number
  /** share of resamples in which each column has a non-zero coefficient, length p */
  atMin: Float64Array
  at1se: Float64Array
  /** the λ chosen in each resample */
  lambdaMin: Float64Array
  lambda1se: Float64Array
  /** the largest of all solves, those of cross-validation too */
  relativeGap: number
}

/**
 * Selection frequencies (Bach 2008; Meinshausen & Bühlmann 2010): rows drawn with replacement, the
 * whole choice of λ repeated on each draw. Copies of one row share a fold; otherwise the error would
 * be measured on rows that were trained on.
 * @throws SolverError as `crossValidate` does
 */
export function bootstrapSelection(
  x: Matrix,
  y: ArrayLike<number>,
  o: BootstrapOptions = {},
): BootstrapSelection {
  const { resamples = 100, nFolds = 10, seed = 1 } = o
  checkCount('resamples', resamples)
  checkCount('nFolds', nFolds, 2)
  const columns = toColumns(x)
  const { rows: n, columns: p } = columns
  if (nFolds > n) refuse('parameter', `nFolds is ${nFolds}, more than the ${n} rows of x`)
  const uniform = uniforms(seed)
  const atMin = new Float64Array(p)
  const at1se = new Float64Array(p)
  const lambdaMin = new Float64Array(resamples)
  const lambda1se = new Float64Array(resamples)
  let worst = 0
  for (let r = 0; r < resamples; r++) {
    const { picked, foldIds } = draw(n, nFolds, uniform)
    const sample = pickRows(columns, picked)
    const response = Float64Array.from(picked, (i) => y[i]!)
    const cv = crossValidate(sample, response, { ...without(o), foldIds })
    const lambdas = [cv.lambda1se, cv.lambdaMin]
    const path = fitPath(prepare(sample, response, o), { ...without(o), lambdas })
    for (let j = 0; j < p; j++) {
      at1se[j] = at1se[j]! + Number(path.coefficients[j] !== 0) / resamples
      atMin[j] = atMin[j]! + Number(path.coefficients[p + j] !== 0) / resamples
    }
    worst = Math.max(worst, cv.relativeGap, ...path.relativeGaps)
    lambdaMin[r] = cv.lambdaMin
    lambda1se[r] = cv.lambda1se
  }
  return { resamples, atMin, at1se, lambdaMin, lambda1se, relativeGap: worst }
}

function without(o: BootstrapOptions) {
  const { nFolds: _, ...rest } = o
  return rest
}

/** n rows with replacement; the distinct ones are dealt to folds in random order, copies following. */
function draw(n: number, nFolds: number, uniform: () => number) {
  const picked = Int32Array.from({ length: n }, () => Math.floor(uniform() * n))
  const foldOf = new Map<number, number>()
  for (const row of picked) if (!foldOf.has(row)) foldOf.set(row, foldOf.size % nFolds)
  return { picked, foldIds: Int32Array.from(picked, (row) => foldOf.get(row)!) }
}

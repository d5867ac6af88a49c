import { checkFolds, crossValidate, type CrossValidationOptions } from './cross-validate.ts'
import { uniforms } from './data.ts'
import { checkCount } from './error.ts'
import { type Matrix, pickRows, toColumns } from './matrix.ts'
import { fitPath } from './path.ts'
import { prepare } from './prepare.ts'

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
  const { resamples = 100, nFolds = 10, seed = 1, ...rest } = o
  checkCount('resamples', resamples)
  const columns = toColumns(x)
  const { rows: n, columns: p } = columns
  checkFolds(nFolds, n)
  const uniform = uniforms(seed)
  const chosen = Array.from({ length: resamples }, () => {
    // n rows with replacement; the distinct ones are dealt to folds in random order, copies following
    const picked = Int32Array.from({ length: n }, () => Math.floor(uniform() * n))
    const distinct = [...new Set(picked)]
    const foldIds = picked.map((row) => distinct.indexOf(row) % nFolds)
    const sample = pickRows(columns, y, picked)
    const cv = crossValidate(sample.x, sample.y, { ...rest, foldIds })
    const lambdas = [cv.lambdaMin, cv.lambda1se]
    const path = fitPath(prepare(sample.x, sample.y, rest), { ...rest, lambdas })
    return { cv, ...path }
  })
  const share = (row: number) =>
    Float64Array.from({ length: p }, (_, j) => {
      const selected = chosen.filter(({ coefficients }) => coefficients[row * p + j] !== 0)
      return selected.length / resamples
    })
  return {
    resamples,
    atMin: share(0),
    at1se: share(1),
    lambdaMin: Float64Array.from(chosen, ({ cv }) => cv.lambdaMin),
    lambda1se: Float64Array.from(chosen, ({ cv }) => cv.lambda1se),
    relativeGap: Math.max(
      ...chosen.flatMap(({ cv, relativeGaps }) => [cv.relativeGap, ...relativeGaps]),
    ),
  }
}

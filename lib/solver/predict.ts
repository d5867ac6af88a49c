import { check, checkLength } from './error.ts'
import type { Fit } from './fit.ts'
import { checkFiniteColumns, type Columns, type Matrix, toColumns } from './matrix.ts'
import { addColumns, zeros } from './kernel.ts'

/**
 * Predictions for the rows of x, length n. Binomial: 'response' is the probability of class 1,
 * 'link' the log-odds, 'class' 0 or 1 (1 from probability ½ up). Gaussian: 'response' = 'link'.
 * @throws SolverError 'dimension' when x has another number of columns than the fit
 */
export function predict(
  fit: Fit,
  x: Matrix,
  type: 'response' | 'link' | 'class' = 'response',
): Float64Array {
  const matrix = toColumns(x)
  checkFiniteColumns(matrix)
  const { coefficients, centers, centredIntercept, family } = fit
  checkLength('a row of x', matrix.columns, coefficients.length)
  const isBinomial = family === 'binomial'
  check(isBinomial || type !== 'class', 'family', family, 'binomial')
  const link = zeros(matrix.rows).fill(centredIntercept)
  addColumns(1, centred(matrix, centers), coefficients, link)
  if (!isBinomial || type === 'link') return link
  return link.map((eta) => (type === 'class' ? Number(eta >= 0) : 1 / (1 + Math.exp(-eta))))
}

/** (x_j − centers_j)/scales_j, column-major: what coefficients multiply. Without scales those of x do. */
export function centred(
  { rows, values }: Columns,
  centers: Float64Array,
  scales?: Float64Array,
): Float64Array {
  return values.map((value, k) => {
    const j = Math.floor(k / rows)
    return (value - centers[j]!) / (scales?.[j] ?? 1)
  })
}

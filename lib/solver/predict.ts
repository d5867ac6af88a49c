import { check, checkLength } from './error.ts'
import type { Fit } from './fit.ts'
import { checkFiniteColumns, type Columns, type Matrix, toColumns } from './matrix.ts'
import { zeros } from './kernel.ts'

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
  const link = linkOf(matrix, coefficients, centers, centredIntercept)
  if (!isBinomial || type === 'link') return link
  return link.map((eta) => (type === 'class' ? Number(eta >= 0) : 1 / (1 + Math.exp(-eta))))
}

/** base + Σ (x_j − centers_j)·b_j for the rows of x. */
export function linkOf(
  { rows, values }: Columns,
  coefficients: Float64Array,
  centers: Float64Array,
  base: number,
): Float64Array {
  const link = zeros(rows).fill(base)
  coefficients.forEach((b, j) => {
    if (b === 0) return
    const center = centers[j]!
    for (let i = 0; i < rows; i++) link[i] = link[i]! + b * (values[j * rows + i]! - center)
  })
  return link
}

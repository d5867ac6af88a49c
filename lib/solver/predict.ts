import { refuse } from './error.ts'
import type { Fit } from './fit.ts'
import { checkFinite, type Matrix, toColumns } from './matrix.ts'

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
  checkFinite(matrix)
  const { rows, columns, values } = matrix
  const { coefficients, centers } = fit
  if (columns !== coefficients.length)
    refuse('dimension', `x has ${columns} columns; the fit has ${coefficients.length} coefficients`)
  if (type === 'class' && fit.family === 'gaussian')
    refuse('parameter', "type 'class' needs a binomial fit; this one is gaussian")
  const link = new Float64Array(rows).fill(fit.centredIntercept)
  for (let j = 0; j < columns; j++) {
    const b = coefficients[j]!
    if (b === 0) continue
    const center = centers[j]!
    for (let i = 0; i < rows; i++) link[i] = link[i]! + (values[j * rows + i]! - center) * b
  }
  if (fit.family === 'gaussian' || type === 'link') return link
  return link.map((eta) => (type === 'class' ? Number(eta >= 0) : 1 / (1 + Math.exp(-eta))))
}

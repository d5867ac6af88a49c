import type { Matrix } from './matrix.ts'
import { prepare, type Problem } from './problem.ts'
import { toColumns } from './matrix.ts'
import { spectrum } from './spectral.ts'

/**
 * Variance inflation factors, length p: 1/(1 − R_j²) of each column on the others, the diagonal of
 * the inverse correlation matrix. Infinity for a column that depends on others, NaN for a constant.
 */
export function varianceInflation(x: Matrix): Float64Array {
  const problem = standardised(x)
  const { n, p, squaredNorms } = problem
  const { values, vectors, rank } = spectrum(problem)
  const inflation = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    let captured = 0
    for (let k = 0; k < rank; k++) {
      const v = vectors[k * p + j]!
      captured += v * v
      inflation[j] = inflation[j]! + (v * v * n) / values[k]! ** 2
    }
    if (squaredNorms[j] === 0) inflation[j] = NaN
    // what the row space does not capture lies in a null direction: the column is a combination
    else if (captured < 1 - 1e-10) inflation[j] = Infinity
  }
  return inflation
}

/**
 * Largest over smallest singular value of the centred, scaled columns: how much relative errors may
 * grow on the way to the coefficients. Infinity when columns are dependent.
 */
export function conditionNumber(x: Matrix): number {
  const problem = standardised(x)
  const { values, rank } = spectrum(problem)
  return rank < problem.p ? Infinity : values[0]! / values[problem.p - 1]!
}

function standardised(x: Matrix): Problem {
  const columns = toColumns(x)
  return prepare(columns, new Float64Array(columns.rows))
}

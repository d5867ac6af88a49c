import type { Matrix } from './matrix.ts'
import { designOf } from './problem.ts'
import { spectrum } from './spectrum.ts'
import { zeros } from './kernel.ts'

/**
 * Variance inflation factors, length p: 1/(1 − R_j²) of each column on the others, the diagonal of
 * the inverse correlation matrix. Infinity for a column that depends on others, NaN for a constant.
 */
export function varianceInflation(x: Matrix): Float64Array {
  const design = designOf(x)
  const { n, p, squaredNorms } = design
  const { values, vectors, rank } = spectrum(design)
  const inflation = zeros(p)
  for (let j = 0; j < p; j++) {
    let captured = 0
    for (let k = 0; k < rank; k++) {
      const v = vectors[k * p + j]!
      captured += v * v
      inflation[j]! += (v * v * n) / values[k]! ** 2
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
  const design = designOf(x)
  const { values, rank } = spectrum(design)
  return rank < design.p ? Infinity : values[0]! / values[rank - 1]!
}

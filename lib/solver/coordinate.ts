import { axpy, dot } from './kernel.ts'
import type { Problem } from './problem.ts'
import { softThreshold } from './proximal.ts'

/**
 * Minimises exactly along coordinate j (Friedman, Hastie & Tibshirani 2010, eq. 5); `residual` =
 * target − Zγ is kept up to date.
 */
export function coordinateStep(
  { n, z, squaredNorms }: Problem,
  j: number,
  gamma: Float64Array,
  residual: Float64Array,
  l1: number,
  l2: number,
): void {
  const norm = squaredNorms[j]!
  if (norm === 0) return
  const before = gamma[j]!
  const pull = dot(z, j * n, residual, 0, n) / n + norm * before
  const after = softThreshold(pull, l1) / (norm + l2)
  gamma[j] = after
  axpy(before - after, z, j * n, residual, 0, n)
}

import { certificateOf, gaussianState, gradientFromData } from './gaussian.ts'
import { axpy, dot } from './kernel.ts'
import type { Problem } from './problem.ts'
import { softThreshold } from './proximal.ts'
import type { Limits } from './solve.ts'

/** Sweeps between two looks at the gap, each of which costs two sweeps. */
const stretch = 10

/**
 * Cyclic coordinate descent (Friedman, Hastie & Tibshirani 2010, eq. 5): the fallback when the
 * active set is stopped by rounding. Slower, and needs nothing to be invertible.
 * @param gamma start, and result
 * @returns sweeps spent
 */
export function coordinateDescent(
  problem: Problem,
  gamma: Float64Array,
  l1: number,
  l2: number,
  limits: Limits,
): number {
  const { residual, gradient } = gaussianState(problem)
  const enough = limits.tolerance * problem.nullObjective
  for (let sweeps = 0; ;) {
    const rss = gradientFromData(problem, gamma, residual, gradient)
    const { gap } = certificateOf(problem, gamma, gradient, rss, l1, l2)
    if (gap <= enough || sweeps >= limits.maxIterations) return sweeps
    const until = Math.min(sweeps + stretch, limits.maxIterations)
    for (; sweeps < until; sweeps++)
      for (let j = 0; j < problem.p; j++) coordinateStep(problem, j, gamma, residual, l1, l2)
  }
}

/** Minimises exactly along coordinate j; `residual` = target − Zγ is kept up to date. */
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
  if (after === before) return
  gamma[j] = after
  axpy(before - after, z, j * n, residual, 0, n)
}

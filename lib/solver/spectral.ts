import { gaussianState, measure } from './gaussian.ts'
import { axpy, dot, zeros } from './kernel.ts'
import type { Solution } from './loss.ts'
import type { Problem } from './problem.ts'
import { spectrum } from './spectrum.ts'

/**
 * Ridge, or with λ = 0 least squares of least norm: γ = V·diag(1/(d²/n + λ))·V'(Z'y/n), corrected
 * from the residual of the data until the correction is rounding. One decomposition serves every λ.
 */
export function spectralSolve(problem: Problem, lambda: number): Solution {
  const { gradient } = gaussianState(problem)
  const { n, correlations, correlationMax } = problem
  const { rank, values } = spectrum(problem)
  let measured = measure(problem, filtered(problem, lambda, correlations), 0, lambda)
  let iterations = 1
  for (; iterations < 5 && measured.violation > 1e-14 * correlationMax; iterations++) {
    const { gamma, violation } = measured
    const right = gradient.map((g, j) => g - lambda * gamma[j]!)
    const corrected = filtered(problem, lambda, right).map((step, j) => gamma[j]! + step)
    const next = measure(problem, corrected, 0, lambda)
    // else the gradient was rounding, which small singular values have blown up
    if (next.violation > violation / 4) break
    measured = next
  }
  const { gamma } = measured
  // the gradient may be that of the step that was not taken
  if (lambda === 0) measure(problem, gamma, 0, 0)
  return {
    ...measured,
    iterations,
    rank,
    degreesOfFreedom: () =>
      values.subarray(0, rank).reduce((sum, d) => sum + 1 / (1 + (n * lambda) / d ** 2), 0),
    // without a penalty only a residual orthogonal to Z is dual feasible; the gap is ‖U'r‖²/2n
    ...(lambda === 0 && {
      gap: dot(gradient, 0, filtered(problem, 0, gradient), 0, gamma.length) / 2,
    }),
  }
}

/** V·diag(1/(d²/n + λ))·V'·right, over the singular values that count. */
export function filtered(problem: Problem, lambda: number, right: Float64Array): Float64Array {
  const { n, p } = problem
  const { values, vectors, rank } = spectrum(problem)
  const out = zeros(p)
  for (let k = 0; k < rank; k++) {
    const share = dot(vectors, k * p, right, 0, p) / (values[k]! ** 2 / n + lambda)
    axpy(share, vectors, k * p, out, 0, p)
  }
  return out
}

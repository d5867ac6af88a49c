import { certificateOf, gaussianState, gradientFromData } from './gaussian.ts'
import { dot } from './kernel.ts'
import type { Problem } from './problem.ts'
import type { Solution } from './solve.ts'
import { type Spectrum, spectrumOf } from './spectrum.ts'

export function spectrum(problem: Problem): Spectrum {
  return (problem.cache.design.spectrum ??= spectrumOf(problem.z, problem.n, problem.p))
}

/**
 * Ridge, or with λ = 0 least squares of least norm: γ = V·diag(1/(d²/n + λ))·V'(Z'y/n), corrected
 * from the residual of the data until the correction is rounding. One decomposition serves every λ.
 */
export function spectralSolve(problem: Problem, lambda: number): Solution {
  const { gamma, gradient, residual } = gaussianState(problem)
  const s = spectrum(problem)
  gamma.fill(0)
  gradient.set(problem.correlations)
  let rss = 0
  let iterations = 0
  for (let miss = Infinity; iterations < 5; iterations++) {
    for (let j = 0; j < gamma.length; j++) gradient[j] = gradient[j]! - lambda * gamma[j]!
    addFiltered(problem, s, lambda, gradient, gamma)
    rss = gradientFromData(problem, gamma, residual, gradient)
    const { violation } = certificateOf(problem, gamma, gradient, rss, 0, lambda)
    if (violation <= 1e-15 * problem.correlationMax || violation > miss / 4) break
    miss = violation
  }
  const certificate = certificateOf(problem, gamma, gradient, rss, 0, lambda)
  return {
    gamma,
    centredIntercept: problem.intercept ? problem.responseMean : 0,
    loss: rss / (2 * problem.n),
    iterations,
    rank: s.rank,
    degreesOfFreedom: () => degreesOfFreedom(s, problem.n, lambda),
    violation: certificate.violation,
    gap: lambda > 0 ? certificate.gap : projectedGap(problem, s, gradient),
  }
}

/** Σ d²/(d² + nλ), or the rank when λ = 0. */
export function degreesOfFreedom(s: Spectrum, n: number, lambda: number): number {
  if (lambda === 0) return s.rank
  let sum = 0
  for (const d of s.values) sum += (d * d) / (d * d + n * lambda)
  return sum
}

/** gamma += V·diag(1/(d²/n + λ))·V'·right, over the singular values that count. */
function addFiltered(
  { n, p }: Problem,
  s: Spectrum,
  lambda: number,
  right: Float64Array,
  gamma: Float64Array,
): void {
  for (let k = 0; k < s.rank; k++) {
    const d = s.values[k]!
    const c = dot(s.vectors, k * p, right, 0, p) / ((d * d) / n + lambda)
    for (let j = 0; j < p; j++) gamma[j] = gamma[j]! + c * s.vectors[k * p + j]!
  }
}

/** Without a penalty only a residual orthogonal to Z is dual feasible; the gap is ‖U'r‖²/2n. */
function projectedGap({ n, p }: Problem, s: Spectrum, gradient: Float64Array): number {
  let gap = 0
  for (let k = 0; k < s.rank; k++) {
    const u = (n * dot(s.vectors, k * p, gradient, 0, p)) / s.values[k]!
    gap += (u * u) / (2 * n)
  }
  return gap
}

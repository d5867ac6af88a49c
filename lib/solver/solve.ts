import { solveBinomial } from './binomial.ts'
import { startBinomial } from './binomial-state.ts'
import type { Certificate } from './certificate.ts'
import { checkCount, checkPositive } from './error.ts'
import { solveGaussian, startGaussian } from './gaussian.ts'
import type { Problem } from './problem.ts'

/** One solved λ. `gamma` is a buffer of the problem: copy what must outlive the next solve. */
export type Solution = Certificate & {
  gamma: Float64Array
  /** intercept in centred coordinates */
  centredIntercept: number
  /** the objective without its penalty */
  loss: number
  iterations: number
  /** asked for only where it is shown: the elastic net's costs as much as a solve */
  degreesOfFreedom(): number
  rank?: number
  /** why there is no solution to converge to */
  reason?: string
}

export type Limits = { tolerance: number; maxIterations: number }

export function checkLimits(o: { tolerance?: number; maxIterations?: number }): Limits {
  const { tolerance = 1e-10, maxIterations = 10_000 } = o
  checkPositive('tolerance', tolerance)
  checkCount('maxIterations', maxIterations)
  return { tolerance, maxIterations }
}

/** Sets where the next solve starts: at given standardised coefficients, or at 0. */
export function startAt(problem: Problem, gamma?: Float64Array, base?: number): void {
  if (problem.family === 'gaussian') startGaussian(problem, gamma)
  else startBinomial(problem, gamma, base)
}

/**
 * Solves one λ from where the last solve ended.
 * @param thorough certify from the data even where the Gram matrix would do
 */
export function solveAt(
  problem: Problem,
  lambda: number,
  alpha: number,
  limits: Limits,
  thorough: boolean,
): Solution {
  return problem.family === 'gaussian'
    ? solveGaussian(problem, lambda, alpha, limits, thorough)
    : solveBinomial(problem, lambda, alpha, limits)
}

/** part/whole, with 0/0 = 0. */
export function ratio(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole
}

/** Duality gap relative to the null model; Infinity where there is no solution to converge to. */
export function relativeGap(problem: Problem, s: Solution): number {
  return s.reason === undefined ? ratio(s.gap, problem.nullObjective) : Infinity
}

export function hasConverged(problem: Problem, s: Solution, { tolerance }: Limits): boolean {
  return relativeGap(problem, s) <= tolerance
}

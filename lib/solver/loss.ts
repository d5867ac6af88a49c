import type { Certificate } from './certificate.ts'
import { checkCount, checkMixing, checkPositive } from './error.ts'
import type { Problem } from './problem.ts'

export type Family = 'gaussian' | 'binomial'

/** What a family knows. A problem holds its own, so a bundle holds only the families it prepares. */
export type Loss = {
  family: Family
  /** what is predicted without intercept and coefficients */
  blank: number
  /** @throws SolverError for a response that the family does not take */
  check(y: Float64Array): void
  nullObjective(target: Float64Array, base: number): number
  /** Sets where the next solve starts: at given standardised coefficients, or at 0. */
  start(problem: Problem, gamma?: Float64Array, base?: number): void
  /**
   * Solves one λ from where the last solve ended.
   * @param thorough certify from the data even where the Gram matrix would do
   */
  solve(problem: Problem, lambda: number, settings: Settings, thorough: boolean): Solution
  /** mean squared error, or mean deviance */
  error(link: Float64Array, y: Float64Array): number
}

/** One solved λ. `gamma` is a buffer of the problem: copy what must outlive the next solve. */
export type Solution = Certificate & {
  gamma: Float64Array
  /** intercept in centred coordinates */
  base: number
  /** the objective without its penalty */
  loss: number
  iterations: number
  /** asked for only where it is shown: the elastic net's costs as much as a solve */
  degreesOfFreedom(): number
  rank?: number
  /** why there is no solution to converge to */
  reason?: string | undefined
}

export type Settings = { alpha: number; tolerance: number; maxIterations: number }

export function checkSettings(o: Partial<Settings>): Settings {
  const { alpha = 1, tolerance = 1e-10, maxIterations = 10_000 } = o
  checkMixing(alpha)
  checkPositive('tolerance', tolerance)
  checkCount('maxIterations', maxIterations)
  return { alpha, tolerance, maxIterations }
}

/** part/whole, with 0/0 = 0. */
export function ratio(part: number, whole: number): number {
  return part === 0 ? 0 : part / whole
}

/** Duality gap relative to the null model; Infinity where there is no solution to converge to. */
export function relativeGap(problem: Problem, s: Solution): number {
  return s.reason ? Infinity : ratio(s.gap, problem.nullObjective)
}

import { type ActiveSet, solveActiveSet } from './active-set.ts'
import { solve } from './cholesky.ts'
import { gaussianState } from './gaussian.ts'
import { dot } from './kernel.ts'
import type { Problem } from './problem.ts'

/**
 * The linear piece of the lasso path that holds around one λ: γ_i = at_i − λ·slope_i on the members
 * (Rosset & Zhu 2007), 0 elsewhere.
 */
export type Segment = {
  /** the problem's own, at γ(λ) */
  set: ActiveSet
  /** (Z_A'Z_A/n)⁻¹·Z_A'y/n: where the piece would end at λ = 0 */
  at: Float64Array
  /** (Z_A'Z_A/n)⁻¹·signs */
  slope: Float64Array
  /** how fast Σ|γ| falls as λ grows */
  fall: number
}

export function segmentAt(problem: Problem, lambda: number): Segment {
  const { quadratic, set } = gaussianState(problem)
  solveActiveSet(quadratic, set, lambda, 0, 10_000)
  const signs = Float64Array.from(set.members, (j) => set.signs[j]!)
  const at = Float64Array.from(set.members, (j) => problem.correlations[j]!)
  const slope = signs.slice()
  solve(set.factor, at)
  solve(set.factor, slope)
  return { set, at, slope, fall: dot(signs, 0, slope, 0, signs.length) }
}

import { solveActiveSet } from './active-set.ts'
import { solve } from './cholesky.ts'
import { gaussianState } from './gaussian.ts'
import type { Problem } from './problem.ts'

/**
 * The linear piece of the lasso path that holds around one λ: γ_i = at_i − λ·slope_i on the members
 * (Rosset & Zhu 2007), 0 elsewhere.
 */
export type Segment = {
  members: Int32Array
  signs: Float64Array
  /** (Z_A'Z_A/n)⁻¹·Z_A'y/n: where the piece would end at λ = 0 */
  at: Float64Array
  /** (Z_A'Z_A/n)⁻¹·signs */
  slope: Float64Array
}

export function segmentAt(problem: Problem, lambda: number): Segment {
  const { quadratic, set } = gaussianState(problem)
  solveActiveSet(quadratic, set, lambda, 0, 10_000)
  const members = set.members.slice(0, set.size)
  const signs = set.signs.slice(0, set.size)
  const at = Float64Array.from(members, (j) => problem.correlations[j]!)
  const slope = signs.slice()
  solve(set.factor, at)
  solve(set.factor, slope)
  return { members, signs, at, slope }
}

/** How fast Σ|γ| falls as λ grows along the segment. */
export function absoluteFall({ signs, slope }: Segment): number {
  return signs.reduce((sum, sign, i) => sum + sign * slope[i]!, 0)
}

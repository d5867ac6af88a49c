import { maxAbs } from './kernel.ts'

/**
 * What proves a solution without trusting the solver: the worst violation of the optimality
 * conditions, and the duality gap, an upper bound on how far the objective is from its minimum.
 */
export type Certificate = {
  /** primal minus dual objective, ≥ 0 up to rounding */
  gap: number
  /** max violation of the KKT conditions, not yet divided by max|Z'y|/n */
  violation: number
}

/** max over j of the distance of g_j from the subdifferential of l1·|γ_j| + ½·l2·γ_j². */
export function worstViolation(
  gamma: Float64Array,
  gradient: Float64Array,
  l1: number,
  l2: number,
): number {
  let worst = 0
  for (let j = 0; j < gamma.length; j++) {
    const value = gamma[j]!
    const g = gradient[j]!
    const miss = value === 0 ? Math.abs(g) - l1 : Math.abs(g - l2 * value - l1 * Math.sign(value))
    if (miss > worst) worst = miss
  }
  return worst
}

/**
 * The factor in (0, 1] that makes the scaled residual dual feasible. With a ridge part (l2 > 0)
 * every residual is.
 */
export function dualScale(gradient: Float64Array, l1: number, l2: number): number {
  const largest = l2 > 0 ? 0 : maxAbs(gradient)
  return largest > l1 ? l1 / largest : 1
}

/**
 * The penalty's part of the gap, Σ h(γ_j) + h*(s·g_j) − γ_j·s·g_j with h = l1|·| + ½·l2·(·)². Each
 * term is ≥ 0 (Fenchel–Young), so nothing cancels, as it would in primal minus dual.
 */
export function penaltyGap(
  gamma: Float64Array,
  gradient: Float64Array,
  l1: number,
  l2: number,
  scale: number,
): number {
  let gap = 0
  for (let j = 0; j < gamma.length; j++) {
    const size = Math.abs(gamma[j]!)
    // with l2 > 0, the slope of h nearest to g: what g lacks or exceeds costs its square
    const g = scale * gradient[j]! * (gamma[j]! < 0 ? -1 : 1)
    const nearest = Math.max(-l1, Math.min(l1, g))
    const over = g - nearest
    gap += size * (l1 - nearest) + (l2 > 0 ? (over - l2 * size) ** 2 / (2 * l2) : 0)
  }
  return gap
}

/** l1·Σ|γ_j| + ½·l2·Σγ_j². */
export function penaltyOf(gamma: ArrayLike<number>, l1: number, l2: number): number {
  let penalty = 0
  for (let j = 0; j < gamma.length; j++)
    penalty += l1 * Math.abs(gamma[j]!) + (l2 / 2) * gamma[j]! ** 2
  return penalty
}

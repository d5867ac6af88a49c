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

/** Of which `gap` is the penalty's part. */
export type Judgement = Certificate & {
  /** the factor in (0, 1] that makes the scaled residual dual feasible */
  scale: number
}

/**
 * The distance of each g_j from the subdifferential of h = l1|·| + ½·l2·(·)², and the gap
 * Σ h(γ_j) + h*(s·g_j) − γ_j·s·g_j, s the scale. Each term is ≥ 0 (Fenchel–Young), so nothing
 * cancels, as it would in primal minus dual.
 * @param gradient Z'r/n, length p
 */
export function judge(
  gamma: Float64Array,
  gradient: Float64Array,
  l1: number,
  l2: number,
): Judgement {
  // with a ridge part every residual is dual feasible
  const largest = l2 > 0 ? 0 : maxAbs(gradient)
  const scale = largest > l1 ? l1 / largest : 1
  let violation = 0
  let gap = 0
  for (let j = 0; j < gamma.length; j++) {
    const size = Math.abs(gamma[j]!)
    const g = gamma[j]! < 0 ? -gradient[j]! : gradient[j]!
    const miss = size > 0 ? Math.abs(g - l2 * size - l1) : Math.abs(g) - l1
    violation = Math.max(violation, miss)
    // with l2 > 0, the slope of h nearest to g: what g lacks or exceeds costs its square
    const nearest = Math.max(-l1, Math.min(l1, scale * g))
    const over = scale * g - nearest
    gap += size * (l1 - nearest) + (l2 > 0 ? (over - l2 * size) ** 2 / (2 * l2) : 0)
  }
  return { scale, violation, gap }
}

/** l1·Σ|γ_j| + ½·l2·Σγ_j². */
export function penaltyOf(gamma: ArrayLike<number>, l1: number, l2: number): number {
  let penalty = 0
  for (let j = 0; j < gamma.length; j++)
    penalty += l1 * Math.abs(gamma[j]!) + (l2 / 2) * gamma[j]! ** 2
  return penalty
}

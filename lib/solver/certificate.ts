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
    const miss = value === 0 ? Math.abs(g) - l1 : Math.abs(g - l2 * value - (value > 0 ? l1 : -l1))
    if (miss > worst) worst = miss
  }
  return worst
}

/**
 * The factor in (0, 1] that makes the scaled residual dual feasible. With a ridge part (l2 > 0)
 * every residual is.
 */
export function dualScale(gradient: Float64Array, l1: number, l2: number): number {
  if (l2 > 0) return 1
  let largest = l1
  for (let j = 0; j < gradient.length; j++) largest = Math.max(largest, Math.abs(gradient[j]!))
  return largest > 0 ? l1 / largest : 1
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
    if (size === 0 && Math.abs(scale * gradient[j]!) <= l1) continue
    const g = scale * gradient[j]! * (gamma[j]! < 0 ? -1 : 1)
    const over = Math.abs(g) - l1
    if (l2 === 0 || over <= 0) gap += Math.max(0, size * (l1 - g)) + (l2 / 2) * size * size
    else if (g > 0) gap += (over - l2 * size) ** 2 / (2 * l2)
    else gap += (over * over) / (2 * l2) + size * (l1 - g) + (l2 / 2) * size * size
  }
  return gap
}

/** l1·Σ|γ_j| + ½·l2·Σγ_j². */
export function penaltyOf(gamma: Float64Array, l1: number, l2: number): number {
  let absolute = 0
  let square = 0
  for (let j = 0; j < gamma.length; j++) {
    absolute += Math.abs(gamma[j]!)
    square += gamma[j]! * gamma[j]!
  }
  return l1 * absolute + (l2 / 2) * square
}

import { type ActiveSet, adopt, createActiveSet, type Quadratic } from './active-set.ts'
import type { BinomialState } from './binomial.ts'
import { penaltyOf } from './certificate.ts'
import { meanProducts } from './gram.ts'
import { addColumns, dot, zeros } from './kernel.ts'
import { evaluate, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'
import { denseQuadratic } from './quadratic.ts'

/**
 * The logistic loss to second order on some columns: H = Z'WZ/n with W = diag(π(1 − π)) and the
 * intercept eliminated (weighted centring). `set` indexes into `columns`.
 */
export type Expansion = Quadratic & {
  /** c = H·γ + gradient */
  linear: Float64Array
  columns: readonly number[]
  /** k × k */
  h: Float64Array
  /** weighted means of the columns, 0 without intercept */
  means: Float64Array
  set: ActiveSet
}

/** Expands at the state's point; the linear part is set by `recentre`. */
export function expandOn(
  { n, z, intercept, correlationMax }: Problem,
  state: BinomialState,
  columns: readonly number[],
): Expansion {
  const k = columns.length
  const { weight, totalWeight } = state.point
  const root = state.row
  for (let i = 0; i < n; i++) root[i] = Math.sqrt(weight[i]!)
  // centred and multiplied by √w, so that the blocked kernel of the Gram matrix serves here
  if (state.weighted.length < n * k) state.weighted = zeros(n * k)
  const { weighted } = state
  const means = Float64Array.from(columns, (j, c) => {
    const mean = intercept && totalWeight ? dot(weight, 0, z, j * n, n) / totalWeight : 0
    for (let i = 0; i < n; i++) weighted[c * n + i] = root[i]! * (z[j * n + i]! - mean)
    return mean
  })
  const h = meanProducts(weighted, n, k)
  const linear = zeros(k)
  const diagonal = linear.map((_, c) => h[c * k + c]!)
  return {
    ...denseQuadratic(diagonal, correlationMax, linear, () => h),
    columns,
    h,
    means,
    set: createActiveSet(k),
    linear,
  }
}

/** Sets the linear part to H·γ + gradient, and the active set to γ: H may be from a nearby point. */
export function recentre(expansion: Expansion, state: BinomialState): void {
  const { columns, h, linear, set } = expansion
  const k = columns.length
  const gamma = Float64Array.from(columns, (j) => state.gamma[j]!)
  for (let c = 0; c < k; c++) linear[c] = dot(h, c * k, gamma, 0, k) + state.gradient[columns[c]!]!
  adopt(expansion, set, gamma)
}

/** Moves to the minimiser of the expansion, or as far towards it as the objective falls. */
export function newtonStep(
  problem: Problem,
  state: BinomialState,
  { columns, set, means }: Expansion,
  l1: number,
  l2: number,
): boolean {
  const { point, trial, gamma, gradient, base } = state
  const from = gamma.slice()
  const penalty = penaltyOf(from, l1, l2)
  let baseStep = problem.intercept ? balance(point) : 0
  let slope = penaltyOf(set.gamma, l1, l2) - penalty - (baseStep * point.imbalance) / problem.n
  const step = set.gamma.map((value, k) => {
    const j = columns[k]!
    const by = value - from[j]!
    baseStep -= means[k]! * by
    slope -= gradient[j]! * by
    return by
  })
  state.decrement = -slope
  const before = point.loss + penalty
  const room = 1e-15 * before
  for (let t = 1; t > 1e-10; t /= 2) {
    columns.forEach((j, k) => (gamma[j] = from[j]! + t * step[k]!))
    state.base = base + t * baseStep
    evaluateAt(problem, state, trial)
    if (trial.loss + penaltyOf(gamma, l1, l2) > before + 1e-4 * t * slope + room) continue
    state.point = trial
    state.trial = point
    return true
  }
  gamma.set(from)
  state.base = base
  return false
}

/** Fills a point at the state's coefficients. */
export function evaluateAt(
  { y, z }: Problem,
  { gamma, base }: BinomialState,
  point: LogisticPoint,
): void {
  point.eta.fill(base)
  addColumns(1, z, gamma, point.eta)
  evaluate(y, point)
}

/** The intercept's own Newton step: what makes Σ(y − π) vanish to first order. */
export function balance({ imbalance, totalWeight }: LogisticPoint): number {
  return totalWeight && imbalance / totalWeight
}

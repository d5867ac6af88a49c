import { type ActiveSet, adopt, createActiveSet, type Quadratic } from './active-set.ts'
import type { BinomialState } from './binomial.ts'
import { penaltyOf } from './certificate.ts'
import { meanProducts, paddedColumns } from './gram.ts'
import { axpy, dot, subtractColumns } from './kernel.ts'
import { evaluate, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'

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
  const room = n * paddedColumns(k)
  if (state.weighted.length < room) state.weighted = new Float64Array(room)
  const { weighted } = state
  weighted.fill(0, n * k, room)
  const means = Float64Array.from(columns, (j, c) => {
    const mean = intercept && totalWeight > 0 ? dot(weight, 0, z, j * n, n) / totalWeight : 0
    for (let i = 0; i < n; i++) weighted[c * n + i] = root[i]! * (z[j * n + i]! - mean)
    return mean
  })
  const h = meanProducts(weighted, n, k)
  const linear = new Float64Array(k)
  return {
    columns,
    h,
    means,
    set: createActiveSet(k),
    unit: correlationMax,
    diagonal: linear.map((_, c) => h[c * k + c]!),
    linear,
    inner(c, { members }, out) {
      members.forEach((d, i) => (out[i] = h[c * k + d]!))
    },
    gradient({ gamma, gradient }) {
      gradient.set(linear)
      subtractColumns(h, gamma, gradient)
    },
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
  { n, y, z, intercept }: Problem,
  state: BinomialState,
  { columns, set, means }: Expansion,
  l1: number,
  l2: number,
): boolean {
  const { point, trial, gamma, gradient, row } = state
  const from = Float64Array.from(columns, (j) => gamma[j]!)
  const step = from.map((value, k) => set.gamma[k]! - value)
  const penalty = penaltyOf(from, l1, l2)
  let baseStep = intercept ? balance(point) : 0
  let slope = penaltyOf(set.gamma, l1, l2) - penalty - (baseStep * point.imbalance) / n
  row.fill(0)
  columns.forEach((j, k) => {
    baseStep -= means[k]! * step[k]!
    slope -= gradient[j]! * step[k]!
    axpy(step[k]!, z, j * n, row, 0, n)
  })
  state.decrement = -slope
  const before = point.loss + penalty
  const room = 4 * Number.EPSILON * before
  for (let t = 1; t > 1e-10; t /= 2) {
    for (let i = 0; i < n; i++) trial.eta[i] = point.eta[i]! + t * (baseStep + row[i]!)
    evaluate(y, trial)
    const to = from.map((value, k) => value + t * step[k]!)
    if (trial.loss + penaltyOf(to, l1, l2) > before + 1e-4 * t * slope + room) continue
    columns.forEach((j, k) => (gamma[j] = to[k]!))
    state.base += t * baseStep
    state.point = trial
    state.trial = point
    return true
  }
  return false
}

/** The intercept's own Newton step: what makes Σ(y − π) vanish to first order. */
export function balance({ imbalance, totalWeight }: LogisticPoint): number {
  return totalWeight > 0 ? imbalance / totalWeight : 0
}

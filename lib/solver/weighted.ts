import { type ActiveSet, adopt, createActiveSet, type Quadratic } from './active-set.ts'
import type { BinomialState } from './binomial-state.ts'
import { meanProducts, paddedColumns } from './gram.ts'
import { dot, subtractColumns } from './kernel.ts'
import type { Problem } from './problem.ts'

/**
 * The logistic loss to second order on some columns: H = Z'WZ/n with W = diag(π(1 − π)) and the
 * intercept eliminated (weighted centring). `set` indexes into `columns`.
 */
export type Expansion = {
  columns: readonly number[]
  /** k × k */
  h: Float64Array
  /** weighted means of the columns, 0 without intercept */
  means: Float64Array
  quadratic: Quadratic
  set: ActiveSet
}

/** Expands at the state's point; the linear part is set by `recentre`. */
export function expandOn(
  problem: Problem,
  state: BinomialState,
  columns: readonly number[],
): Expansion {
  const k = columns.length
  const { h, means } = weightedGram(problem, state, columns)
  const linear = new Float64Array(k)
  const quadratic = {
    p: k,
    unit: problem.correlationMax,
    diagonal: Float64Array.from(columns, (_, c) => h[c * k + c]!),
    linear,
    inner(c: number, { members, size }: ActiveSet, out: Float64Array) {
      for (let i = 0; i < size; i++) out[i] = h[c * k + members[i]!]!
    },
    gradient({ members, size, gamma, gradient }: ActiveSet) {
      gradient.set(linear)
      subtractColumns(h, k, members, size, gamma, gradient)
    },
  }
  return { columns, h, means, quadratic, set: createActiveSet(k, k) }
}

/** Sets the linear part to H·γ + gradient, and the active set to γ: H may be from a nearby point. */
export function recentre({ columns, h, quadratic, set }: Expansion, state: BinomialState): void {
  const k = columns.length
  const gamma = Float64Array.from(columns, (j) => state.gamma[j]!)
  for (let c = 0; c < k; c++)
    quadratic.linear[c] = dot(h, c * k, gamma, 0, k) + state.gradient[columns[c]!]!
  adopt(quadratic, set, gamma)
}

/** Columns centred and multiplied by √w, so that the blocked kernel of the Gram matrix serves here. */
function weightedGram(
  { n, z, intercept }: Problem,
  { point, root, weighted }: BinomialState,
  columns: readonly number[],
) {
  const { weight, totalWeight } = point
  const k = columns.length
  const means = new Float64Array(k)
  const room = n * paddedColumns(k)
  if (weighted.values.length < room) weighted.values = new Float64Array(room)
  const u = weighted.values
  u.fill(0, n * k, room)
  for (let i = 0; i < n; i++) root[i] = Math.sqrt(weight[i]!)
  for (let c = 0; c < k; c++) {
    const from = columns[c]! * n
    const mean = intercept && totalWeight > 0 ? dot(weight, 0, z, from, n) / totalWeight : 0
    means[c] = mean
    for (let i = 0, at = c * n; i < n; i++, at++) u[at] = root[i]! * (z[from + i]! - mean)
  }
  return { h: meanProducts(u, n, k), means }
}

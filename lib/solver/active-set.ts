import { append, type Cholesky, remove, solve, solveUpper } from './cholesky.ts'
import { maxAbs, zeros } from './kernel.ts'

/**
 * A quadratic model ½γ'Gγ − c'γ, known through what the active set asks of it. The Gaussian family
 * has two (the Gram matrix, or residuals for p > n), the binomial family one per Newton step.
 */
export type Quadratic = {
  /** G_jj */
  readonly diagonal: Float64Array
  /** max |c|, the unit of every tolerance */
  readonly unit: number
  /** out[i] = G[j, members[i]] for the current members */
  inner(j: number, set: ActiveSet, out: Float64Array): void
  /** set.gradient = c − Gγ, at least of the members */
  gradient(set: ActiveSet): void
  /** and of the other columns, of those that may be above l1 */
  complete?(set: ActiveSet, l1: number): void
}

/** γ with the members of its support, and the Cholesky factor of G + l2·I on them, in their order. */
export type ActiveSet = {
  members: number[]
  factor: Cholesky
  /** by column: the sign a member is held to, 0 outside the set */
  signs: Int8Array
  gamma: Float64Array
  gradient: Float64Array
  l2: number
  /** scratch */
  row: Float64Array
}

export function createActiveSet(p: number): ActiveSet {
  return {
    members: [],
    factor: { size: 0, rows: [] },
    signs: new Int8Array(p),
    gamma: zeros(p),
    gradient: zeros(p),
    l2: 0,
    row: zeros(p),
  }
}

/** Moves the set to the support and values of `start` (0 when left out), keeping what it can of the factor. */
export function adopt(q: Quadratic, set: ActiveSet, start?: Float64Array): void {
  const { members, signs, gamma } = set
  for (let i = members.length; i-- > 0;) if (!start?.[members[i]!]) drop(set, i)
  for (let j = 0; start && j < start.length; j++) {
    const value = start[j]!
    if (value === 0 || !(signs[j] || enter(q, set, j, 1))) continue
    gamma[j] = value
    signs[j] = Math.sign(value)
  }
  q.gradient(set)
}

/**
 * Minimises ½γ'Gγ − c'γ + l1·Σ|γ_j| + ½·l2·Σγ_j² exactly: Newton steps to the minimiser on the
 * current support and signs, cut short where a coefficient would change sign (that one leaves), then
 * the worst violators of |g_j| ≤ l1 enter. Each round lowers the objective, so no support and sign
 * pattern comes twice and it ends (feature-sign search: Lee, Battle, Raina & Ng 2007). A second step
 * on the same support is iterative refinement: it ends at rounding. `set.gradient` belongs to γ
 * before and after.
 * @returns the linear solves spent, at most `limit`
 */
export function solveActiveSet(
  q: Quadratic,
  set: ActiveSet,
  l1: number,
  l2: number,
  limit: number,
): number {
  const { members, signs, gamma, gradient, row } = set
  if (set.l2 !== l2) {
    // the whole diagonal changes; members whose pivot is now refused leave
    set.l2 = l2
    set.factor.size = 0
    for (const j of members.splice(0)) if (!enter(q, set, j, signs[j]!)) gamma[j] = signs[j] = 0
  }
  let iterations = 0
  let before = Infinity
  for (let rounds = 0; ;) {
    members.forEach((j, i) => (row[i] = gradient[j]! - l2 * gamma[j]! - l1 * signs[j]!))
    const worst = maxAbs(row.subarray(0, members.length))
    if (worst > 1e-14 * q.unit && worst <= before / 4 && iterations < limit) {
      iterations++
      before = newtonStep(set, l1) ? worst : Infinity
      q.gradient(set)
      continue
    }
    before = Infinity
    // what rounding leaves of a coefficient is none: at a knot, as at lambdaMax, it would count as selected
    for (const j of members.slice())
      if (l1 && Math.abs(gamma[j]! * q.diagonal[j]!) < 1e-14 * q.unit) drop(set, members.indexOf(j))
    q.complete?.(set, l1)
    // many at once is fast; one at a time always gets on, until rounding is all that is left
    const room = rounds++ > 20 ? 1 : Math.max(8, members.length)
    const entrants = violators(set, l1 + 1e-14 * q.unit, room)
    const isOver = iterations >= limit || rounds > 200 + gamma.length
    if (isOver || !entrants.filter((j) => admit(q, set, j, l1)).length) return iterations
  }
}

/**
 * The worst columns outside the support with |g_j| > bound, at most `room`, of equals the lower index:
 * hundreds at once would mostly leave again.
 */
export function violators(
  { gamma, gradient }: Pick<ActiveSet, 'gamma' | 'gradient'>,
  bound: number,
  room: number,
): number[] {
  const found: number[] = []
  const size = (j: number) => Math.abs(gradient[j]!)
  for (let j = 0; j < gamma.length; j++) if (gamma[j] === 0 && size(j) > bound) found.push(j)
  // the order of entry shows in the last bits: what fits is left in its order
  if (found.length > room) found.sort((a, b) => size(b) - size(a) || a - b)
  return found.slice(0, room)
}

/**
 * Moves by M⁻¹·row, the signs held, or to where the first member is 0, which then leaves.
 * @returns whether the whole step was taken
 */
function newtonStep(set: ActiveSet, l1: number): boolean {
  const { members, signs, gamma, row } = set
  solve(set.factor, row)
  let step = 1
  let leaving = -1
  members.forEach((j, i) => {
    // with l1 = 0 a sign is nobody's boundary: coefficients may cross zero freely
    if (l1 === 0 || (gamma[j]! + row[i]!) * signs[j]! > 0) return
    const reach = -gamma[j]! / row[i]! || 0
    if (reach < step || leaving < 0) [step, leaving] = [reach, i]
  })
  members.forEach((j, i) => (gamma[j]! += step * row[i]!))
  if (leaving >= 0) drop(set, leaving)
  return leaving < 0
}

function enter(q: Quadratic, set: ActiveSet, j: number, sign: number): boolean {
  const { members, factor, signs, row } = set
  q.inner(j, set, row)
  if (!append(factor, row, q.diagonal[j]! + set.l2)) return false
  members.push(j)
  signs[j] = sign
  return true
}

/**
 * Lets column j in. Where it depends on the members, z_j = Σ v_i z_i, moving along (−v, +1) changes the
 * fit next to nothing: when the objective falls that way, follow it until a member is 0 and j takes
 * its place.
 */
function admit(q: Quadratic, set: ActiveSet, j: number, l1: number): boolean {
  const { members, signs, gamma, gradient, row } = set
  const sign = Math.sign(gradient[j]!)
  if (enter(q, set, j, sign)) return true
  // the row still holds L⁻¹ of j's inner products
  solveUpper(set.factor, row)
  let rate = l1 - sign * gradient[j]!
  let reach = Infinity
  let outgoing = -1
  members.forEach((k, i) => {
    const along = sign * row[i]!
    rate -= along * (l1 * signs[k]! - gradient[k]!)
    const distance = gamma[k]! / along
    if (signs[k]! * along > 0 && distance < reach) [reach, outgoing] = [distance, k]
  })
  if (rate > -1e-14 * q.unit || outgoing < 0) return false
  const others = members.slice()
  const shift = row.slice()
  const [outgoingSign, kept] = [signs[outgoing]!, gamma[outgoing]!]
  drop(set, members.indexOf(outgoing))
  if (enter(q, set, j, sign)) {
    others.forEach((k, i) => (gamma[k] = gamma[k]! - sign * shift[i]! * reach))
    gamma[outgoing] = 0
    gamma[j] = sign * reach
  } else if (enter(q, set, outgoing, outgoingSign)) {
    gamma[outgoing] = kept
    return false
  }
  // z_j was the combination only nearly, or both are lost: the fit has changed
  q.gradient(set)
  return true
}

function drop({ members, factor, gamma, signs }: ActiveSet, index: number): void {
  const j = members[index]!
  remove(factor, index)
  members.splice(index, 1)
  gamma[j] = signs[j] = 0
}

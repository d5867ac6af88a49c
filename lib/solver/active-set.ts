import { append, type Cholesky, createCholesky, remove, solve, solveUpper } from './cholesky.ts'

/**
 * A quadratic model ½γ'Gγ − c'γ, known through what the active set asks of it. The Gaussian family
 * has two (Gram columns for n ≥ p, residuals for p > n), the binomial family one per Newton step.
 */
export type Quadratic = {
  readonly p: number
  /** G_jj */
  readonly diagonal: Float64Array
  /** c */
  readonly linear: Float64Array
  /** max |c|, the unit of every tolerance */
  readonly unit: number
  /** out[i] = G[j, members[i]] for the current members */
  inner(j: number, set: ActiveSet, out: Float64Array): void
  /**
   * set.gradient = c − Gγ. An entry outside the set may be left as it is when it is certain that
   * |c − Gγ| at that entry is below `bound` and the entry left there is too.
   */
  gradient(set: ActiveSet, bound: number): void
}

/** γ, the members of its support with their signs, and the factor of G + l2·I on the support. */
export type ActiveSet = {
  size: number
  members: Int32Array
  signs: Float64Array
  isMember: Uint8Array
  gamma: Float64Array
  gradient: Float64Array
  factor: Cholesky
  l2: number
  /** scratch, as long as `members` */
  solution: Float64Array
  row: Float64Array
}

export function createActiveSet(p: number, capacity: number): ActiveSet {
  const room = Math.max(1, Math.min(p, capacity))
  return {
    size: 0,
    members: new Int32Array(p),
    signs: new Float64Array(p),
    isMember: new Uint8Array(p),
    gamma: new Float64Array(p),
    gradient: new Float64Array(p),
    factor: createCholesky(room),
    l2: 0,
    solution: new Float64Array(p),
    row: new Float64Array(p),
  }
}

/** Empties the set: γ = 0. */
export function clear(set: ActiveSet): void {
  while (set.size > 0) {
    set.size--
    set.gamma[set.members[set.size]!] = 0
    set.isMember[set.members[set.size]!] = 0
  }
  set.factor.size = 0
}

/** Moves the set to the support, signs and values of `start`, keeping what the factor already has. */
export function adopt(q: Quadratic, set: ActiveSet, start: Float64Array): void {
  for (let i = set.size - 1; i >= 0; i--) if (start[set.members[i]!] === 0) drop(set, i)
  for (let j = 0; j < set.isMember.length; j++) {
    const value = start[j]!
    if (value !== 0 && (set.isMember[j] || enter(q, set, j, Math.sign(value)))) set.gamma[j] = value
  }
  for (let i = 0; i < set.size; i++) set.signs[i] = Math.sign(set.gamma[set.members[i]!]!)
}

/**
 * Minimises ½γ'Gγ − c'γ + l1·Σ|γ_j| + ½·l2·Σγ_j² exactly: a Newton step to the minimiser on the
 * current support and signs, cut short where a coefficient would change sign (that one leaves), then
 * the worst violators of |g_j| ≤ l1 enter. Each round lowers the objective, so no support and sign
 * pattern comes twice and it ends (feature-sign search: Lee, Battle, Raina & Ng 2007).
 * @returns the linear solves spent; `settled` is false when the limit came first or rounding stalled it
 */
export function solveActiveSet(
  q: Quadratic,
  set: ActiveSet,
  l1: number,
  l2: number,
  limit: number,
): { iterations: number; settled: boolean } {
  if (set.l2 !== l2) refactor(q, set, l2)
  const slack = 1e-12 * q.unit
  let iterations = 0
  let best = Infinity
  let stalls = 0
  for (;;) {
    iterations += descendOnSigns(q, set, l1, limit - iterations)
    q.gradient(set, l1)
    refine(q, set, l1)
    const violators = findViolators(set, l1 + slack)
    if (violators.length === 0) return { iterations, settled: iterations < limit }
    const value = objective(q, set, l1)
    stalls = value < best - 1e-14 * Math.abs(value) ? 0 : stalls + 1
    best = Math.min(best, value)
    if (iterations >= limit || stalls > patience) return { iterations, settled: false }
    // many at once is fast; one at a time always gets on
    const room = stalls > 0 ? 1 : Math.max(8, set.size)
    if (!admit(q, set, violators, room)) return { iterations, settled: false }
  }
}

/** Rounds without progress before rounding is blamed. */
const patience = 20

/** The objective up to a constant, from a gradient that is up to date: γ'Gγ = γ'(c − g). */
function objective(q: Quadratic, { size, members, gamma, gradient, l2 }: ActiveSet, l1: number) {
  let value = 0
  for (let i = 0; i < size; i++) {
    const j = members[i]!
    const b = gamma[j]!
    value += l1 * Math.abs(b) + (l2 * b * b - b * (q.linear[j]! + gradient[j]!)) / 2
  }
  return value
}

/** Newton steps with the signs held, dropping what would cross zero. */
function descendOnSigns(q: Quadratic, set: ActiveSet, l1: number, limit: number): number {
  const { members, signs, gamma, solution } = set
  let solves = 0
  while (set.size > 0 && solves < limit) {
    for (let i = 0; i < set.size; i++) solution[i] = q.linear[members[i]!]! - l1 * signs[i]!
    solve(set.factor, solution)
    solves++
    let step = 1
    let leaving = -1
    // with l1 = 0 a sign is nobody's boundary: coefficients may cross zero freely
    const bounded = l1 > 0 ? set.size : 0
    for (let i = 0; i < bounded; i++) {
      if (solution[i]! * signs[i]! > 0) continue
      const at = gamma[members[i]!]!
      const reach = at === 0 ? 0 : at / (at - solution[i]!)
      if (reach < step || leaving < 0) {
        step = reach
        leaving = i
      }
    }
    if (step > 0) {
      for (let i = 0; i < set.size; i++) {
        const at = gamma[members[i]!]!
        gamma[members[i]!] = step === 1 ? solution[i]! : at + step * (solution[i]! - at)
      }
    }
    if (leaving < 0) break
    drop(set, leaving)
  }
  return solves
}

/** Iterative refinement, while the gradient shows that rounding left more than a trace. */
function refine(q: Quadratic, set: ActiveSet, l1: number): void {
  const { members, signs, gamma, gradient, row } = set
  for (let before = Infinity, k = 0; k < 4; k++) {
    let worst = 0
    for (let i = 0; i < set.size; i++) {
      const j = members[i]!
      row[i] = gradient[j]! - set.l2 * gamma[j]! - l1 * signs[i]!
      worst = Math.max(worst, Math.abs(row[i]!))
    }
    if (worst <= 1e-14 * q.unit || worst > before / 4) return
    before = worst
    solve(set.factor, row)
    for (let i = 0; i < set.size; i++) {
      const next = gamma[members[i]!]! + row[i]!
      if (l1 === 0 || next * signs[i]! > 0) gamma[members[i]!] = next
    }
    q.gradient(set, l1)
  }
}

function findViolators(set: ActiveSet, bound: number): number[] {
  const { gradient, isMember } = set
  const violators: number[] = []
  for (let j = 0; j < gradient.length; j++)
    if (!isMember[j] && Math.abs(gradient[j]!) > bound) violators.push(j)
  return violators
}

/** Lets the worst violators in, at most `room` of them: hundreds at once would mostly leave again. */
function admit(q: Quadratic, set: ActiveSet, violators: number[], room: number): boolean {
  const { gradient } = set
  if (violators.length > room)
    violators.sort((a, b) => Math.abs(gradient[b]!) - Math.abs(gradient[a]!) || a - b)
  let admitted = false
  for (let i = 0; i < violators.length && i < room; i++) {
    const j = violators[i]!
    const sign = Math.sign(gradient[j]!)
    if (enter(q, set, j, sign) || exchange(q, set, j, sign)) admitted = true
  }
  return admitted
}

function enter(q: Quadratic, set: ActiveSet, j: number, sign: number): boolean {
  q.inner(j, set, set.row)
  if (!append(set.factor, set.row, q.diagonal[j]! + set.l2)) return false
  set.members[set.size] = j
  set.signs[set.size] = sign
  set.isMember[j] = 1
  set.size++
  return true
}

/**
 * Column j depends on the members: z_j = Σ v_i z_i, so moving along (−v, +1) leaves the fit alone
 * and changes Σ|γ| at the rate 1 − Σ s_i·s_j·v_i. When that falls, follow it until a member is 0 and
 * j takes its place. `set.row` still holds L⁻¹ of j's inner products.
 */
function exchange(q: Quadratic, set: ActiveSet, j: number, sign: number): boolean {
  const { members, signs, gamma, row } = set
  solveUpper(set.factor, row)
  let rate = 1
  let reach = Infinity
  let leaving = -1
  for (let i = 0; i < set.size; i++) {
    const along = sign * row[i]!
    rate -= signs[i]! * along
    if (signs[i]! * along <= 0) continue
    const distance = gamma[members[i]!]! / along
    if (distance < reach) {
      reach = distance
      leaving = i
    }
  }
  if (rate > -1e-12 || leaving < 0) return false
  const outgoing = members[leaving]!
  const [outgoingSign, kept] = [signs[leaving]!, gamma[outgoing]!]
  const shift = row.slice(0, set.size)
  const others = members.slice(0, set.size)
  drop(set, leaving)
  if (!enter(q, set, j, sign)) {
    if (enter(q, set, outgoing, outgoingSign)) gamma[outgoing] = kept
    return false
  }
  others.forEach((k, i) => {
    if (k !== outgoing) gamma[k] = gamma[k]! - sign * shift[i]! * reach
  })
  gamma[j] = sign * reach
  return true
}

function drop(set: ActiveSet, index: number): void {
  const j = set.members[index]!
  remove(set.factor, index)
  set.size--
  set.members.copyWithin(index, index + 1, set.size + 1)
  set.signs.copyWithin(index, index + 1, set.size + 1)
  set.gamma[j] = 0
  set.isMember[j] = 0
}

/** A new l2 changes the whole diagonal; members whose pivot is now refused leave. */
export function refactor(q: Quadratic, set: ActiveSet, l2: number): void {
  const { size, members, signs, gamma } = set
  set.l2 = l2
  set.size = 0
  set.factor.size = 0
  for (let i = 0; i < size; i++) {
    const j = members[i]!
    set.isMember[j] = 0
    if (!enter(q, set, j, signs[i]!)) gamma[j] = 0
  }
}

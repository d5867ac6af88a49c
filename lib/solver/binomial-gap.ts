import { refactor } from './active-set.ts'
import type { BinomialState } from './binomial-state.ts'
import { dualScale, penaltyGap } from './certificate.ts'
import { inverseTrace, solve } from './cholesky.ts'
import { axpy, dot } from './kernel.ts'
import { divergence, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'
import { type Expansion, expandOn, recentre } from './weighted.ts'

/**
 * Without a penalty no residual but 0 is dual feasible; half the Newton decrement then stands in,
 * which is the gap to second order.
 */
export function gapOf(problem: Problem, state: BinomialState, l1: number, l2: number): number {
  const { point, residual, gradient, gamma } = state
  if (l1 > 0 || l2 > 0) {
    const scale = dualScale(gradient, l1, l2)
    return divergence(problem, point, residual, scale) + penaltyGap(gamma, gradient, l1, l2, scale)
  }
  const { columns, set } = factorAt(problem, state)
  const right = Float64Array.from(set.members.subarray(0, set.size), (c) => gradient[columns[c]!]!)
  const left = right.slice()
  solve(set.factor, left)
  return dot(left, 0, right, 0, right.length) / 2
}

/**
 * The gap at a better dual point, as for the Gaussian family: the residual is first moved within the
 * weighted span of the support until its inner products there are exactly l1·signs.
 */
export function correctedGap(problem: Problem, state: BinomialState, l1: number): number {
  const { n, p, z } = problem
  const { point, gamma } = state
  const { columns, means, set } = factorAt(problem, state)
  const members = set.members.subarray(0, set.size)
  const weights = Float64Array.from(
    members,
    (c, i) => l1 * set.signs[i]! - state.gradient[columns[c]!]!,
  )
  solve(set.factor, weights)
  const move = new Float64Array(n)
  members.forEach((c, i) => {
    axpy(weights[i]!, z, columns[c]! * n, move, 0, n)
    for (let r = 0; r < n; r++) move[r] = move[r]! - weights[i]! * means[c]!
  })
  const moved = state.residual.map((value, i) => value + point.weight[i]! * move[i]!)
  const gradient = Float64Array.from({ length: p }, (_, j) => dot(z, j * n, moved, 0, n) / n)
  const scale = dualScale(gradient, l1, 0)
  return divergence(problem, point, moved, scale) + penaltyGap(gamma, gradient, l1, 0, scale)
}

/** The expansion on the support at the point itself, factored. */
function factorAt(problem: Problem, state: BinomialState): Expansion {
  const support = [...state.gamma.keys()].filter((j) => state.gamma[j] !== 0)
  const expansion = expandOn(problem, state, support)
  recentre(expansion, state)
  return expansion
}

/** tr H(H + l2·I)⁻¹ on the support: the number of non-zeros when l2 = 0. */
export function freedom(problem: Problem, state: BinomialState, l2: number): number {
  if (l2 === 0) return state.gamma.reduce((count, value) => count + Number(value !== 0), 0)
  const { quadratic, set } = factorAt(problem, state)
  refactor(quadratic, set, l2)
  return set.size - l2 * inverseTrace(set.factor)
}

/** Why λ = 0 has no finite solution, when every row (or every extreme row) is on its own side. */
export function separation({ n, y }: Problem, { eta }: LogisticPoint): string | undefined {
  let least = Infinity
  let most = 0
  for (let i = 0; i < n; i++) {
    const margin = y[i] === 1 ? eta[i]! : -eta[i]!
    least = Math.min(least, margin)
    most = Math.max(most, margin)
  }
  if (least > 0)
    return 'the classes are separable: without a penalty the coefficients grow for ever; give lambda > 0'
  return most > 30 && least > -30
    ? 'the classes are nearly separable: fitted probabilities reach 0 or 1; give lambda > 0'
    : undefined
}

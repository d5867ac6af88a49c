import { refactor, solveActiveSet } from './active-set.ts'
import { dualScale, penaltyGap, penaltyOf, worstViolation } from './certificate.ts'
import { inverseTrace, solve } from './cholesky.ts'
import { axpy, dot } from './kernel.ts'
import { type LazyProducts, lazyProducts } from './lazy-products.ts'
import { createPoint, divergence, evaluate, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'
import type { Limits, Solution } from './solve.ts'
import { type Expansion, expandOn, recentre } from './weighted.ts'

/** Work buffers of the binomial family, kept with the problem. */
export type BinomialState = {
  gamma: Float64Array
  /** intercept in centred coordinates */
  base: number
  point: LogisticPoint
  trial: LogisticPoint
  /** y − π, with the intercept's share taken out */
  residual: Float64Array
  /** Z'residual/n */
  gradient: Float64Array
  step: Float64Array
  isMember: Uint8Array
  products: LazyProducts
  /** whether point and gradient belong to gamma and base */
  evaluated: boolean
  /** the l1 above which the gradient is exact */
  bound: number
  /** √weight */
  root: Float64Array
  /** the columns of an expansion, weighted; grows */
  weighted: { values: Float64Array }
  /** of the last Newton step: the first step at the next λ starts with it */
  expansion: Expansion | null
}

export function binomialState(problem: Problem): BinomialState {
  const { n, p } = problem
  return (problem.cache.binomial ??= {
    gamma: new Float64Array(p),
    base: nullBase(problem),
    point: createPoint(n),
    trial: createPoint(n),
    residual: new Float64Array(n),
    gradient: new Float64Array(p),
    step: new Float64Array(n),
    isMember: new Uint8Array(p),
    products: lazyProducts(problem),
    evaluated: false,
    bound: 0,
    root: new Float64Array(n),
    weighted: { values: new Float64Array(0) },
    expansion: null,
  })
}

/** Sets where the next solve starts: at given standardised coefficients, or at the null model. */
export function startBinomial(problem: Problem, gamma?: Float64Array, base?: number): void {
  const state = binomialState(problem)
  if (gamma) state.gamma.set(gamma)
  else state.gamma.fill(0)
  state.base = base ?? nullBase(problem)
  state.expansion = null
  state.evaluated = false
}

/**
 * Proximal Newton (Lee, Sun & Saunders 2014): the loss is replaced by its quadratic expansion on the
 * support and the violators, the active set solves that exactly, and a line search on the objective
 * keeps every step a descent. The intercept is eliminated from the expansion, never penalised.
 */
export function solveBinomial(
  problem: Problem,
  lambda: number,
  alpha: number,
  limits: Limits,
): Solution {
  const state = binomialState(problem)
  const [l1, l2] = [lambda * alpha, lambda * (1 - alpha)]
  const unit = problem.correlationMax
  if (!state.evaluated) {
    linkInto(problem, state.gamma, state.base, state.point.eta)
    evaluate(problem, state.point)
    differentiate(problem, state, l1)
    state.evaluated = true
  }
  let iterations = 0
  let stalls = 0
  let close = true
  let reason: string | undefined
  if (l1 < state.bound) differentiate(problem, state, l1)
  let violation = violationOf(problem, state, l1, l2)
  const most = limits.tolerance * problem.nullObjective
  let gap = Infinity
  const done = () => violation <= enough * unit && (gap = gapOf(problem, state, l1, l2)) <= most
  while (!done() && iterations < limits.maxIterations) {
    // close by, the last expansion still points the right way and costs nothing
    const stale = close && covers(state)
    const expansion = stale
      ? state.expansion!
      : expandOn(problem, state, workingSet(problem, state, l1))
    state.expansion = expansion
    recentre(expansion, state)
    const { quadratic, set } = expansion
    const left = limits.maxIterations - iterations
    iterations += Math.max(1, solveActiveSet(quadratic, set, l1, l2, left).iterations)
    const descended = descend(problem, state, expansion, l1, l2)
    const before = violation
    differentiate(problem, state, l1)
    violation = violationOf(problem, state, l1, l2)
    close = violation < before / 100
    if (lambda === 0 && (reason = separation(problem, state.point))) break
    if (stale) continue
    if (!descended || (violation > before / 2 && violation <= 1e-9 * unit)) stalls++
    if (stalls > 3) break
  }
  gap = gapOf(problem, state, l1, l2)
  // rounding has the last word on the scaled residual, not on the moved one
  if (gap > most && stalls > 0 && l1 > 0 && l2 === 0)
    gap = Math.min(gap, correctedGap(problem, state, l1))
  return {
    gamma: state.gamma,
    centredIntercept: state.base,
    loss: state.point.loss,
    iterations,
    violation,
    // separable classes: the infimum of the objective is 0
    gap: reason === undefined ? gap : state.point.loss,
    degreesOfFreedom: () => freedom(problem, state, l2),
    ...(reason !== undefined && { reason }),
  }
}

/** Newton stops at this share of max|Z'y|/n; the last step usually lands far below it. */
const enough = 1e-10

/** Whether the last expansion knows every column of the support. */
function covers({ expansion, gamma }: BinomialState): boolean {
  if (!expansion) return false
  let inside = 0
  for (const j of expansion.columns) if (gamma[j] !== 0) inside++
  for (const value of gamma) if (value !== 0) inside--
  return inside === 0
}

function nullBase({ intercept, responseMean }: Problem): number {
  return intercept ? Math.log(responseMean / (1 - responseMean)) : 0
}

/** eta = base + Zγ */
function linkInto({ n, p, z }: Problem, gamma: Float64Array, base: number, eta: Float64Array) {
  eta.fill(base)
  for (let j = 0; j < p; j++) if (gamma[j] !== 0) axpy(gamma[j]!, z, j * n, eta, 0, n)
}

/** Residual and gradient at the point; entries certain to be below l1 may be estimates. */
function differentiate(problem: Problem, state: BinomialState, l1: number): void {
  const { n, y, intercept } = problem
  const { point, residual, gradient, gamma, isMember } = state
  const shift = intercept ? balance(point) : 0
  for (let i = 0; i < n; i++) residual[i] = y[i]! - point.probability[i]! - shift * point.weight[i]!
  for (let j = 0; j < gamma.length; j++) isMember[j] = gamma[j] === 0 ? 0 : 1
  state.products.update(residual, l1, isMember, gradient)
  state.bound = l1
}

/** The worst KKT violation, the intercept's included. */
function violationOf(
  { n, intercept }: Problem,
  { gamma, gradient, point }: BinomialState,
  l1: number,
  l2: number,
): number {
  const violation = worstViolation(gamma, gradient, l1, l2)
  return intercept ? Math.max(violation, Math.abs(point.imbalance) / n) : violation
}

/** The support and the worst violators of |g_j| ≤ l1. */
function workingSet({ squaredNorms }: Problem, state: BinomialState, l1: number): number[] {
  const { gamma, gradient } = state
  const violators: number[] = []
  const columns: number[] = []
  for (let j = 0; j < gamma.length; j++) {
    if (gamma[j] !== 0) columns.push(j)
    else if (Math.abs(gradient[j]!) > l1 && squaredNorms[j]! > 0) violators.push(j)
  }
  const room = l1 === 0 ? Infinity : Math.max(8, columns.length)
  if (violators.length > room)
    violators.sort((a, b) => Math.abs(gradient[b]!) - Math.abs(gradient[a]!) || a - b)
  return columns.concat(violators.slice(0, room))
}

/** Moves to the minimiser of the expansion, or as far towards it as the objective falls. */
function descend(
  problem: Problem,
  state: BinomialState,
  { columns, set, means }: Expansion,
  l1: number,
  l2: number,
): boolean {
  const { n, z, intercept } = problem
  const { point, trial, gamma, gradient, step } = state
  const shift = intercept ? balance(point) : 0
  let baseStep = shift
  let slope = (-shift * point.imbalance) / n
  step.fill(0)
  const from = Float64Array.from(columns, (j) => gamma[j]!)
  for (let k = 0; k < columns.length; k++) {
    const change = set.gamma[k]! - from[k]!
    if (change === 0) continue
    baseStep -= intercept ? means[k]! * change : 0
    slope -= gradient[columns[k]!]! * change
    axpy(change, z, columns[k]! * n, step, 0, n)
  }
  const penalty = penaltyOf(from, l1, l2)
  slope += penaltyOf(set.gamma, l1, l2) - penalty
  const before = point.loss + penalty
  const room = 4 * Number.EPSILON * Math.abs(before)
  for (let t = 1; t > 1e-10; t /= 2) {
    for (let i = 0; i < n; i++) trial.eta[i] = point.eta[i]! + t * (baseStep + step[i]!)
    evaluate(problem, trial)
    const to = t === 1 ? set.gamma : from.map((value, k) => value + t * (set.gamma[k]! - value))
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
function balance(point: LogisticPoint): number {
  return point.totalWeight > 0 ? point.imbalance / point.totalWeight : 0
}

/**
 * Without a penalty no residual but 0 is dual feasible; half the Newton decrement then stands in,
 * which is the gap to second order.
 */
function gapOf(problem: Problem, state: BinomialState, l1: number, l2: number): number {
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
function correctedGap(problem: Problem, state: BinomialState, l1: number): number {
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
function freedom(problem: Problem, state: BinomialState, l2: number): number {
  if (l2 === 0) return state.gamma.reduce((count, value) => count + Number(value !== 0), 0)
  const { quadratic, set } = factorAt(problem, state)
  refactor(quadratic, set, l2)
  return set.size - l2 * inverseTrace(set.factor)
}

/** Why λ = 0 has no finite solution, when every row (or every extreme row) is on its own side. */
function separation({ n, y }: Problem, { eta }: LogisticPoint): string | undefined {
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

import { solveActiveSet } from './active-set.ts'
import { correctedGap, freedom, gapOf, separation } from './binomial-gap.ts'
import { type BinomialState, binomialState } from './binomial-state.ts'
import { worstViolation } from './certificate.ts'
import { axpy } from './kernel.ts'
import { evaluate } from './logistic.ts'
import { balance, newtonStep } from './newton-step.ts'
import type { Problem } from './problem.ts'
import type { Limits, Solution } from './solve.ts'
import { expandOn, recentre } from './weighted.ts'

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
    const descended = newtonStep(problem, state, expansion, l1, l2)
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

import { solveActiveSet, violators } from './active-set.ts'
import { dualScale, penaltyGap, worstViolation } from './certificate.ts'
import { inverseTrace } from './cholesky.ts'
import { refuse } from './error.ts'
import { balance, type Expansion, expandOn, newtonStep, recentre } from './expansion.ts'
import { meanProductsWith, subtractColumns, support } from './kernel.ts'
import { divergence, evaluate, type LogisticPoint, pointAt } from './logistic.ts'
import type { Loss, Settings, Solution } from './loss.ts'
import type { Problem } from './problem.ts'

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
  /** scratch, length n */
  row: Float64Array
  /** the columns of an expansion, weighted; grows */
  weighted: Float64Array
  /** minus the slope of the objective along the last Newton step */
  decrement: number
  /** of the last Newton step: the first step at the next λ starts with it */
  expansion: Expansion | undefined
}

export const binomial: Loss = {
  family: 'binomial',
  blank: 0.5,
  check(y) {
    y.forEach((value, i) => {
      if (value !== 0 && value !== 1) refuse('labels', `y[${i}] is ${value}; labels are 0 and 1`)
    })
    if (y.every((value) => value === y[0]))
      refuse('single-class', `every y is ${y[0]}; both classes are needed`)
  },
  nullObjective: (_, base) => -(base * Math.log(base) + (1 - base) * Math.log(1 - base)),
  start(problem, gamma, base = Math.log(problem.base / (1 - problem.base))) {
    const state = binomialState(problem)
    const { eta } = state.point
    state.gamma.fill(0)
    if (gamma) state.gamma.set(gamma)
    state.base = base
    eta.fill(base)
    subtractColumns(
      problem.z,
      state.gamma.map((value) => -value),
      eta,
    )
    evaluate(problem.y, state.point)
    state.expansion = undefined
    state.decrement = Infinity
  },
  solve: solveBinomial,
  error(link, y) {
    const point = pointAt(link)
    evaluate(y, point)
    return 2 * point.loss
  },
}

function binomialState(problem: Problem): BinomialState {
  const { n, p } = problem
  return (problem.cache.binomial ??= {
    gamma: new Float64Array(p),
    base: 0,
    point: pointAt(new Float64Array(n)),
    trial: pointAt(new Float64Array(n)),
    residual: new Float64Array(n),
    gradient: new Float64Array(p),
    row: new Float64Array(n),
    weighted: new Float64Array(0),
    decrement: Infinity,
    expansion: undefined,
  })
}

/** Newton stops at this share of max|Z'y|/n; the last step usually lands far below it. */
const enough = 1e-10

/**
 * Proximal Newton (Lee, Sun & Saunders 2014): the loss is replaced by its quadratic expansion on the
 * support and the violators, the active set solves that exactly, and a line search on the objective
 * keeps every step a descent. The intercept is eliminated from the expansion, never penalised.
 */
function solveBinomial(
  problem: Problem,
  lambda: number,
  { alpha, tolerance, maxIterations }: Settings,
): Solution {
  const state = binomialState(problem)
  const { gamma } = state
  const l1 = lambda * alpha
  const l2 = lambda * (1 - alpha)
  const unit = problem.correlationMax
  const most = tolerance * problem.nullObjective
  let violation = differentiate(problem, state, l1, l2)
  let iterations = 0
  let rounds = 0
  let isMoving = true
  let close = true
  let reason: string | undefined
  while (
    !(violation <= enough * unit && gapOf(problem, state, l1, l2) <= most) &&
    iterations < maxIterations &&
    isMoving &&
    rounds++ < 100 &&
    !reason
  ) {
    const columns = support(gamma)
    // close by, the last expansion still points the right way and costs nothing
    const last = close && state.expansion
    const isStale = last && columns.every((j) => last.columns.includes(j))
    const room = l1 === 0 ? Infinity : Math.max(8, columns.length)
    const expansion = isStale
      ? last
      : expandOn(problem, state, columns.concat(violators(state, l1, room)))
    state.expansion = expansion
    recentre(expansion, state)
    const left = maxIterations - iterations
    iterations += Math.max(1, solveActiveSet(expansion, expansion.set, l1, l2, left))
    isMoving = newtonStep(problem, state, expansion, l1, l2) || isStale === true
    const before = violation
    violation = differentiate(problem, state, l1, l2)
    close = violation < before / 100
    if (lambda === 0) reason = separation(problem, state.point)
  }
  const { base, point } = state
  return {
    gamma,
    base,
    loss: point.loss,
    iterations,
    violation,
    // separable classes: the infimum of the objective is 0
    gap: reason ? point.loss : gapOf(problem, state, l1, l2),
    degreesOfFreedom() {
      const active = support(gamma)
      if (l2 === 0) return active.length
      const expansion = expandOn(problem, state, active)
      expansion.set.l2 = l2
      recentre(expansion, state)
      return active.length - l2 * inverseTrace(expansion.set.factor)
    },
    reason,
  }
}

/**
 * Residual and gradient at the point; entries certain to be below l1 may be estimates.
 * @returns the worst KKT violation, the intercept's included
 */
function differentiate(
  { n, y, z, intercept }: Problem,
  state: BinomialState,
  l1: number,
  l2: number,
): number {
  const { point, residual, gradient, gamma } = state
  const { probability, weight, imbalance } = point
  const shift = intercept ? balance(point) : 0
  for (let i = 0; i < n; i++) residual[i] = y[i]! - probability[i]! - shift * weight[i]!
  meanProductsWith(z, residual, gradient)
  const violation = worstViolation(gamma, gradient, l1, l2)
  return intercept ? Math.max(violation, Math.abs(imbalance) / n) : violation
}

/**
 * Without a penalty no residual but 0 is dual feasible. Half the decrement of the last Newton step
 * then stands in: to second order the gap from which that step started, so an estimate from above.
 */
function gapOf(
  { y }: Problem,
  { point, residual, gradient, gamma, decrement }: BinomialState,
  l1: number,
  l2: number,
): number {
  if (l1 === 0 && l2 === 0) return decrement / 2
  const scale = dualScale(gradient, l1, l2)
  return divergence(y, point, residual, scale) + penaltyGap(gamma, gradient, l1, l2, scale)
}

/** Why λ = 0 has no finite solution, when every row (or every extreme row) is on its own side. */
function separation({ y }: Problem, { eta }: LogisticPoint): string | undefined {
  const margins = eta.map((value, i) => (y[i] === 1 ? value : -value)).sort()
  const least = margins[0]!
  return least > 0 || (least > -30 && margins.at(-1)! > 30)
    ? 'separable classes: without a penalty coefficients grow for ever'
    : undefined
}

import { solveActiveSet, violators } from './active-set.ts'
import { judge, type Judgement } from './certificate.ts'
import { inverseTrace } from './cholesky.ts'
import { refuse } from './error.ts'
import { balance, type Expansion, expandOn, newtonStep, recentre, evaluateAt } from './expansion.ts'
import { meanProductsWith, support, zeros } from './kernel.ts'
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
      if (value !== 0 && value !== 1) refuse('labels', `y[${i}] is ${value}; it must be 0 or 1`)
    })
    if (y.every((value) => value === y[0]))
      refuse('single-class', `every y is ${y[0]}; both classes are needed`)
  },
  nullObjective: (_, base) => -(base * Math.log(base) + (1 - base) * Math.log(1 - base)),
  start(problem, gamma, base = Math.log(problem.base / (1 - problem.base))) {
    const state = binomialState(problem)
    state.gamma.fill(0)
    if (gamma) state.gamma.set(gamma)
    state.base = base
    evaluateAt(problem, state, state.point)
    state.expansion = undefined
    state.decrement = Infinity
  },
  solve: solveBinomial,
  error(link, y) {
    return 2 * evaluate(y, pointAt(link))
  },
}

function binomialState(problem: Problem): BinomialState {
  const { n, p } = problem
  return (problem.cache.binomial ??= {
    gamma: zeros(p),
    base: 0,
    point: pointAt(zeros(n)),
    trial: pointAt(zeros(n)),
    residual: zeros(n),
    gradient: zeros(p),
    row: zeros(n),
    weighted: zeros(0),
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
  let iterations = 0
  let reason: string | undefined
  let judged: Judgement
  let gap = 0
  for (let rounds = 0, isMoving = true; ; rounds++) {
    judged = differentiate(problem, state, l1, l2)
    const isSettled = judged.violation <= enough * unit
    if (lambda === 0 && rounds && isSeparable(problem.y, state, isSettled))
      reason = 'separable classes: no finite solution'
    const isOver = reason || iterations >= maxIterations || !isMoving || rounds > 99
    if (isOver || isSettled) {
      const { point, residual, decrement } = state
      // separable classes: the infimum of the objective is 0. Else, without a penalty, no residual but
      // 0 is dual feasible: half the decrement of the last Newton step stands in, to second order the
      // gap from which that step started, so an estimate from above
      if (reason) gap = point.loss
      else if (lambda === 0) gap = decrement / 2
      else gap = judged.gap + divergence(problem.y, point, residual, judged.scale)
      if (isOver || gap <= most) break
    }
    const columns = support(gamma)
    // the last expansion still points the right way at the next λ, and costs nothing
    const last = rounds === 0 && state.expansion
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
  }
  const { base, point } = state
  return {
    gamma,
    base,
    loss: point.loss,
    iterations,
    violation: judged.violation,
    gap,
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
 * Residual and gradient at the point.
 * @returns the penalty's part of the gap, and the worst KKT violation, the intercept's included
 */
function differentiate(
  { n, y, z, intercept }: Problem,
  state: BinomialState,
  l1: number,
  l2: number,
): Judgement {
  const { point, residual, gradient, gamma } = state
  const { probability, weight, imbalance } = point
  const shift = intercept ? balance(point) : 0
  for (let i = 0; i < n; i++) residual[i] = y[i]! - probability[i]! - shift * weight[i]!
  meanProductsWith(z, residual, gradient)
  const judged = judge(gamma, gradient, l1, l2)
  if (intercept) judged.violation = Math.max(judged.violation, Math.abs(imbalance) / n)
  return judged
}

/**
 * Whether λ = 0 has no finite solution: every row is on its own side; or nothing is left to gain, and
 * Newton still moves rows by whole units of η.
 */
function isSeparable(
  y: Float64Array,
  { point, trial }: BinomialState,
  isSettled: boolean,
): boolean {
  const { eta } = point
  return (
    eta.every((value, i) => (y[i] ? value > 0 : value < 0)) ||
    (isSettled && eta.some((value, i) => Math.abs(value - trial.eta[i]!) > 0.5))
  )
}

import type { BinomialState } from './binomial-state.ts'
import { penaltyOf } from './certificate.ts'
import { axpy } from './kernel.ts'
import { evaluate, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'
import type { Expansion } from './weighted.ts'

/** Moves to the minimiser of the expansion, or as far towards it as the objective falls. */
export function newtonStep(
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
export function balance(point: LogisticPoint): number {
  return point.totalWeight > 0 ? point.imbalance / point.totalWeight : 0
}

import { penaltyOf } from './certificate.ts'
import { check, checkOneOf } from './error.ts'
import { unscale } from './fit.ts'
import { gaussian, measure } from './gaussian.ts'
import { dot, maxAbs, support, zeros } from './kernel.ts'
import { lambdaMax } from './lambda-grid.ts'
import type { Problem } from './problem.ts'
import { segmentAt } from './segment.ts'
import { filtered, spectralSolve } from './spectral.ts'

export type ConstrainedFit = {
  standardizedCoefficients: Float64Array
  coefficients: Float64Array
  intercept: number
  /**
   * multiplier: the λ whose penalised fit (l1: λΣ|γ|, l2: λ/2·Σγ²) is this one; 0 when the budget is
   * slack, null at budget 0, where any λ ≥ lambdaMax (l1) or none (l2) would do
   */
  lambda: number | null
  rssPerN: number
  /** whether the budget binds */
  active: boolean
}

/**
 * Least squares with ‖γ‖₁ ≤ budget or ‖γ‖₂ ≤ budget, exactly: the budget used is the budget given.
 * @param o budget ≥ 0, on the standardised scale
 * @throws SolverError 'parameter'
 */
export function constrainedFit(
  problem: Problem,
  o: { penalty: 'l1' | 'l2'; budget: number },
): ConstrainedFit {
  const { penalty, budget } = o
  checkOneOf('family', problem.family, ['gaussian'])
  check(budget >= 0, 'budget', budget, 'a number ≥ 0')
  checkOneOf('penalty', penalty, ['l1', 'l2'])
  if (budget === 0) return describe(problem, zeros(problem.p), null)
  const isL1 = penalty === 'l1'
  const size = (gamma: Float64Array) =>
    isL1 ? penaltyOf(gamma, 1, 0) : Math.sqrt(2 * penaltyOf(gamma, 0, 1))
  // the largest λ known to spend too much, the smallest known not to, and what they give
  let beyond = (isL1 ? leastL1(problem) : spectralSolve(problem, 0).gamma).slice()
  let within = zeros(problem.p)
  let low = 0
  let high = isL1 ? lambdaMax(problem) : 1e300
  // a budget within rounding of what least squares spends does not bind
  if (budget >= size(beyond) * (1 - 1e-12)) return describe(problem, beyond, 0)
  gaussian.start(problem)
  let lambda = isL1 ? high / 2 : 0
  for (let i = 0; i < 200; i++) {
    const piece = isL1 && segmentAt(problem, lambda)
    const gamma = piece ? piece.set.gamma : spectralSolve(problem, lambda).gamma
    const spent = size(gamma)
    const excess = spent - budget
    // Σ|γ(λ)| falls in linear pieces. Newton on 1/‖γ(λ)‖, nearly linear in λ, does not overshoot;
    // dγ/dλ = −(Z'Z/n + λ)⁻¹γ
    const aimed =
      lambda +
      (piece
        ? excess / piece.fall
        : ((spent ** 2 / dot(gamma, 0, filtered(problem, lambda, gamma), 0, gamma.length)) *
            excess) /
          budget)
    // a λ too small for rounding, where the active set gets lost, is no end of the bracket
    const isLost = piece && maxAbs(piece.set.gradient) > 1.001 * lambda
    if (isLost) low = lambda
    else if (Math.abs(excess) <= 1e-13 * budget) return describe(problem, gamma, lambda)
    else if (excess > 0) [low, beyond] = [lambda, gamma.slice()]
    else [high, within] = [lambda, gamma.slice()]
    if (high - low <= 1e-15 * high || (!isL1 && aimed === lambda)) break
    lambda = !isLost && aimed > low && aimed < high ? aimed : (low + high) / 2
  }
  // where columns nearly depend, the budget lies between two λ that are neighbours; the size is convex
  for (let i = 0; i < 60; i++) {
    const share = (budget - size(within)) / (size(beyond) - size(within))
    within = within.map((value, j) => value + share * (beyond[j]! - value))
  }
  return describe(problem, within, lambda)
}

/** The least-squares solution of least Σ|γ|: the only one at full rank, else the end of the path. */
function leastL1(problem: Problem): Float64Array {
  const { gamma, rank } = spectralSolve(problem, 0)
  const top = lambdaMax(problem)
  if (top === 0 || rank === support(problem.squaredNorms).length) return gamma
  gaussian.start(problem)
  const { set, at } = segmentAt(problem, 1e-9 * top)
  gamma.fill(0)
  set.members.forEach((j, i) => (gamma[j] = at[i]!))
  return gamma
}

function describe(problem: Problem, gamma: Float64Array, lambda: number | null): ConstrainedFit {
  const standardizedCoefficients = gamma.slice()
  const coefficients = gamma.slice()
  const intercept = unscale(problem, gamma, problem.base, coefficients)
  const rssPerN = 2 * measure(problem, gamma, 0, 0).loss
  return {
    standardizedCoefficients,
    coefficients,
    intercept,
    lambda,
    rssPerN,
    active: lambda !== 0,
  }
}

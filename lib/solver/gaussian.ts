import {
  type ActiveSet,
  adopt,
  createActiveSet,
  type Quadratic,
  solveActiveSet,
} from './active-set.ts'
import { dualScale, penaltyGap, worstViolation } from './certificate.ts'
import { inverseTrace } from './cholesky.ts'
import { dot } from './kernel.ts'
import type { Loss, Settings, Solution } from './loss.ts'
import type { Matrix } from './matrix.ts'
import { prepareFor, type Problem, type ProblemOptions } from './problem.ts'
import { dataQuadratic, gaussianQuadratic, gradientFromData } from './quadratic.ts'
import { spectralSolve } from './spectral.ts'

/** Work buffers of the Gaussian family, kept with the problem. */
export type GaussianState = {
  byData: Quadratic
  quadratic: Quadratic
  set: ActiveSet
  gradient: Float64Array
  residual: Float64Array
}

export const gaussian: Loss = {
  family: 'gaussian',
  blank: 0,
  check() {},
  nullObjective: (target) => dot(target, 0, target, 0, target.length) / (2 * target.length),
  start(problem, gamma) {
    const { quadratic, set } = gaussianState(problem)
    adopt(quadratic, set, gamma)
  },
  solve: solveGaussian,
  error(link, y) {
    let sum = 0
    for (let i = 0; i < y.length; i++) sum += (y[i]! - link[i]!) ** 2
    return sum / y.length
  },
}

/**
 * `prepare` for the Gaussian family alone: with it a bundle leaves the binomial one out.
 * @throws SolverError 'empty', 'dimension', 'non-finite'
 */
export function prepareGaussian(
  x: Matrix,
  y: ArrayLike<number>,
  o?: Omit<ProblemOptions, 'family'>,
): Problem {
  return prepareFor(gaussian, x, y, o)
}

export function gaussianState(problem: Problem): GaussianState {
  const { n, p, cache } = problem
  if (cache.gaussian) return cache.gaussian
  const byData = dataQuadratic(problem)
  return (cache.gaussian = {
    byData,
    quadratic: gaussianQuadratic(problem, byData),
    set: createActiveSet(p),
    gradient: new Float64Array(p),
    residual: new Float64Array(n),
  })
}

/**
 * Minimises the Gaussian objective at one λ, warm from wherever the problem's active set stands.
 * λ = 0 and α = 0 go through the spectrum, everything else through the active set. The certificate
 * may come from the Gram matrix, which is as exact as the data and does not cost n·p, unless it has
 * to be thorough or fails.
 */
function solveGaussian(
  problem: Problem,
  lambda: number,
  { alpha, tolerance, maxIterations }: Settings,
  thorough: boolean,
): Solution {
  const l1 = lambda * alpha
  const l2 = lambda * (1 - alpha)
  if (l1 === 0) return spectralSolve(problem, l2)
  const { byData, quadratic, set } = gaussianState(problem)
  const { gamma, gradient, members } = set
  let iterations = solveActiveSet(quadratic, set, l1, l2, maxIterations)
  const total = 2 * problem.n * problem.nullObjective
  const rss = members.reduce(
    (sum, j) => sum - problem.n * gamma[j]! * (problem.correlations[j]! + gradient[j]!),
    total,
  )
  // of a near perfect fit the difference has lost digits that the residual still has
  let measured =
    thorough || rss < 1e-3 * total
      ? measure(problem, gamma, l1, l2)
      : judge(problem, gamma, gradient, rss, l1, l2)
  if (measured.gap > tolerance * problem.nullObjective && iterations < maxIterations) {
    // nearly dependent columns: the gradient of the data has digits that the Gram matrix has not
    byData.gradient(set)
    iterations += solveActiveSet(byData, set, l1, l2, maxIterations - iterations)
    measured = measure(problem, gamma, l1, l2)
  }
  return {
    ...measured,
    iterations,
    degreesOfFreedom: () => members.length - (l2 && l2 * inverseTrace(set.factor)),
  }
}

/** What γ amounts to, its residual and gradient taken from the data themselves. */
export function measure(problem: Problem, gamma: Float64Array, l1: number, l2: number) {
  const { residual, gradient } = gaussianState(problem)
  const rss = gradientFromData(problem, gamma, residual, gradient)
  return judge(problem, gamma, gradient, rss, l1, l2)
}

/** @param gradient Z'r/n at γ; @param rss ‖r‖² at γ */
function judge(
  { n, base }: Problem,
  gamma: Float64Array,
  gradient: Float64Array,
  rss: number,
  l1: number,
  l2: number,
) {
  const scale = dualScale(gradient, l1, l2)
  const loss = rss / (2 * n)
  return {
    gamma,
    base,
    loss,
    gap: (1 - scale) ** 2 * loss + penaltyGap(gamma, gradient, l1, l2, scale),
    violation: worstViolation(gamma, gradient, l1, l2),
  }
}

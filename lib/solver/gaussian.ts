import {
  type ActiveSet,
  adopt,
  createActiveSet,
  type Quadratic,
  solveActiveSet,
} from './active-set.ts'
import { judge } from './certificate.ts'
import { coordinateStep } from './coordinate.ts'
import { inverseTrace } from './cholesky.ts'
import { gram } from './gram.ts'
import { dot, zeros } from './kernel.ts'
import type { Loss, Settings, Solution } from './loss.ts'
import type { Matrix } from './matrix.ts'
import { designOf, type Problem, type ProblemOptions, withResponse } from './problem.ts'
import { type DataQuadratic, dataQuadratic, denseQuadratic, gradientFromData } from './quadratic.ts'
import { spectralSolve } from './spectral.ts'

/** Work buffers of the Gaussian family, kept with the problem. */
export type GaussianState = {
  byData: DataQuadratic
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
  return withResponse(gaussian, designOf(x, o), y)
}

export function gaussianState(problem: Problem): GaussianState {
  const { n, p, cache, squaredNorms, correlationMax, correlations } = problem
  if (cache.gaussian) return cache.gaussian
  const byData = dataQuadratic(problem)
  return (cache.gaussian = {
    byData,
    // the Gram matrix where it is not large
    quadratic:
      n < p || p > 500
        ? byData
        : denseQuadratic(squaredNorms, correlationMax, correlations, () => gram(problem)),
    set: createActiveSet(p),
    gradient: zeros(p),
    residual: zeros(n),
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
  const { byData, quadratic, set, residual } = gaussianState(problem)
  const { gamma, gradient, members } = set
  let iterations = solveActiveSet(quadratic, set, l1, l2, maxIterations)
  const { n, correlations, nullObjective } = problem
  const isByData = quadratic === byData
  const rss = isByData
    ? dot(byData.residual, 0, byData.residual, 0, n)
    : members.reduce(
        (sum, j) => sum - n * gamma[j]! * (correlations[j]! + gradient[j]!),
        2 * n * nullObjective,
      )
  // of a near perfect fit the difference has lost digits that the residual still has
  let measured =
    thorough || !(isByData || rss > 2e-3 * n * nullObjective)
      ? measure(problem, gamma, l1, l2)
      : certify(problem, gamma, gradient, rss, l1, l2)
  const most = tolerance * nullObjective
  if (measured.gap > most && iterations < maxIterations) {
    // nearly dependent columns: the gradient of the data has digits that the Gram matrix has not
    byData.gradient(set)
    iterations += solveActiveSet(byData, set, l1, l2, maxIterations - iterations)
    measured = measure(problem, gamma, l1, l2)
    if (measured.gap > most) {
      // what is left is the rounding of large coefficients, which single steps may still place better
      const moved = gamma.slice()
      for (let k = 0; k < 1e4; k++) coordinateStep(problem, k % problem.p, moved, residual, l1, l2)
      const next = measure(problem, moved, l1, l2)
      if (next.gap < measured.gap) measured = next
    }
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
  return certify(problem, gamma, gradient, rss, l1, l2)
}

/** @param gradient Z'r/n at γ; @param rss ‖r‖² at γ */
function certify(
  { n, base }: Problem,
  gamma: Float64Array,
  gradient: Float64Array,
  rss: number,
  l1: number,
  l2: number,
) {
  const { scale, gap, violation } = judge(gamma, gradient, l1, l2)
  const loss = rss / (2 * n)
  return { gamma, base, loss, gap: (1 - scale) ** 2 * loss + gap, violation }
}

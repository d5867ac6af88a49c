import { type ActiveSet, adopt, clear, createActiveSet, solveActiveSet } from './active-set.ts'
import { type Certificate, dualScale, penaltyGap, worstViolation } from './certificate.ts'
import { inverseTrace, solve } from './cholesky.ts'
import { coordinateDescent } from './coordinate.ts'
import { fillGram } from './gram.ts'
import { axpy, dot } from './kernel.ts'
import type { Problem } from './problem.ts'
import type { Limits, Solution } from './solve.ts'
import { type GaussianQuadratic, gaussianQuadratic, usesGram } from './quadratic.ts'
import { spectralSolve } from './spectral.ts'

/** Work buffers of the Gaussian family, kept with the problem. */
export type GaussianState = {
  quadratic: GaussianQuadratic
  set: ActiveSet
  gamma: Float64Array
  gradient: Float64Array
  residual: Float64Array
}

export function gaussianState(problem: Problem): GaussianState {
  const { n, p } = problem
  return (problem.cache.gaussian ??= {
    quadratic: gaussianQuadratic(problem),
    set: createActiveSet(p, Math.min(n, 64)),
    gamma: new Float64Array(p),
    gradient: new Float64Array(p),
    residual: new Float64Array(n),
  })
}

/** Sets where the next solve starts: at a vector of standardised coefficients, or at 0. */
export function startGaussian(problem: Problem, gamma?: Float64Array): void {
  const { quadratic, set } = gaussianState(problem)
  if (gamma) adopt(quadratic, set, gamma)
  else clear(set)
}

/**
 * Minimises the Gaussian objective at one λ, warm from wherever the problem's active set stands.
 * λ = 0 and α = 0 go through the spectrum, everything else through the active set.
 * @param thorough recompute the residual from the data before certifying; otherwise the certificate
 *   may come from the Gram matrix, which is as exact and does not cost n·p
 */
export function solveGaussian(
  problem: Problem,
  lambda: number,
  alpha: number,
  limits: Limits,
  thorough: boolean,
): Solution {
  if (lambda === 0 || alpha === 0) return spectralSolve(problem, lambda)
  if (!thorough && usesGram(problem)) fillGram(problem)
  const state = gaussianState(problem)
  const { quadratic, set } = state
  const l1 = lambda * alpha
  const l2 = lambda * (1 - alpha)
  const outcome = solveActiveSet(quadratic, set, l1, l2, limits.maxIterations)
  const enough = limits.tolerance * problem.nullObjective
  const solution = certify(problem, l1, l2, enough, thorough, outcome.iterations)
  if (outcome.settled || solution.gap <= enough) return solution
  const gamma = state.gamma
  gamma.set(set.gamma)
  const sweeps = coordinateDescent(problem, gamma, l1, l2, {
    tolerance: limits.tolerance,
    maxIterations: limits.maxIterations - outcome.iterations,
  })
  const rss = gradientFromData(problem, gamma, state.residual, state.gradient)
  const descended = certificateOf(problem, gamma, state.gradient, rss, l1, l2)
  if (descended.gap >= solution.gap) return solution
  adopt(quadratic, set, gamma)
  const iterations = outcome.iterations + sweeps
  return { ...solution, ...descended, gamma, loss: rss / (2 * problem.n), iterations }
}

function certify(
  problem: Problem,
  l1: number,
  l2: number,
  enough: number,
  thorough: boolean,
  iterations: number,
): Solution {
  const { set, quadratic, gradient, residual } = gaussianState(problem)
  let rss: number
  let measured = set.gradient
  if (thorough) {
    rss = gradientFromData(problem, set.gamma, residual, gradient)
    measured = gradient
  } else rss = quadratic.rss(set)
  const certificate = certificateOf(problem, set.gamma, measured, rss, l1, l2)
  if (certificate.gap > enough && l2 === 0) {
    if (!thorough) gradientFromData(problem, set.gamma, residual, gradient)
    certificate.gap = Math.min(certificate.gap, correctedGap(problem, l1))
  }
  return {
    gamma: set.gamma,
    centredIntercept: problem.intercept ? problem.responseMean : 0,
    loss: rss / (2 * problem.n),
    iterations,
    degreesOfFreedom: () => (l2 === 0 ? set.size : set.size - l2 * inverseTrace(set.factor)),
    ...certificate,
  }
}

/**
 * The gap at a better dual point, for nearly dependent columns. The scaled residual's gap grows with
 * ε·Σ|γ|, which can pass any tolerance while the fit is exact. Here the residual r is first moved
 * within the span of the support until Z_A'r/n = l1·signs; the gap then gains ‖move‖²/2n only.
 * Overwrites the state's residual and gradient.
 */
function correctedGap(problem: Problem, l1: number): number {
  const { n, p, z } = problem
  const { set, gradient, residual } = gaussianState(problem)
  const { members, signs, size, gamma, factor } = set
  const weights = Float64Array.from(
    { length: size },
    (_, i) => l1 * signs[i]! - gradient[members[i]!]!,
  )
  solve(factor, weights)
  const before = residual.slice()
  for (let i = 0; i < size; i++) axpy(weights[i]!, z, members[i]! * n, residual, 0, n)
  for (let j = 0; j < p; j++) gradient[j] = dot(z, j * n, residual, 0, n) / n
  const scale = dualScale(gradient, l1, 0)
  let move = 0
  for (let i = 0; i < n; i++) move += (before[i]! - scale * residual[i]!) ** 2
  return move / (2 * n) + penaltyGap(gamma, gradient, l1, 0, scale)
}

/** @param gradient Z'r/n at γ; @param rss ‖r‖² at γ */
export function certificateOf(
  problem: Problem,
  gamma: Float64Array,
  gradient: Float64Array,
  rss: number,
  l1: number,
  l2: number,
): Certificate {
  const scale = dualScale(gradient, l1, l2)
  const shortfall = ((1 - scale) * (1 - scale) * rss) / (2 * problem.n)
  return {
    gap: shortfall + penaltyGap(gamma, gradient, l1, l2, scale),
    violation: worstViolation(gamma, gradient, l1, l2),
  }
}

/** Fills the residual and Z'r/n at γ from the data themselves. @returns ‖r‖² */
export function gradientFromData(
  problem: Problem,
  gamma: Float64Array,
  residual: Float64Array,
  gradient: Float64Array,
): number {
  const { n, p, z, target } = problem
  residual.set(target)
  for (let j = 0; j < p; j++) if (gamma[j] !== 0) axpy(-gamma[j]!, z, j * n, residual, 0, n)
  for (let j = 0; j < p; j++) gradient[j] = dot(z, j * n, residual, 0, n) / n
  return dot(residual, 0, residual, 0, n)
}

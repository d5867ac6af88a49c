import { refuse } from './error.ts'
import { gaussianState, gradientFromData, solveGaussian, startGaussian } from './gaussian.ts'
import { dot } from './kernel.ts'
import { lambdaMax } from './lambda-grid.ts'
import type { Problem } from './problem.ts'
import { absoluteFall, segmentAt } from './segment.ts'
import { spectralSolve, spectrum } from './spectral.ts'

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

const limits = { tolerance: 1e-12, maxIterations: 10_000 }

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
  if (problem.family !== 'gaussian')
    refuse('parameter', 'constrainedFit is for the gaussian family')
  if (!(budget >= 0)) refuse('parameter', `budget must be ≥ 0; got ${budget}`)
  if (penalty !== 'l1' && penalty !== 'l2')
    refuse('parameter', `penalty must be 'l1' or 'l2'; got ${String(penalty)}`)
  if (budget === 0) return describe(problem, new Float64Array(problem.p), null, true)
  return penalty === 'l1' ? withinL1(problem, budget) : withinL2(problem, budget)
}

/** A budget within rounding of what least squares spends does not bind. */
function isSlack(budget: number, spent: number): boolean {
  return budget >= spent * (1 - 1e-12)
}

function withinL2(problem: Problem, budget: number): ConstrainedFit {
  const { n, p } = problem
  const free = spectralSolve(problem, 0).gamma
  if (isSlack(budget, Math.sqrt(dot(free, 0, free, 0, p)))) return describe(problem, free, 0, false)
  const { values, vectors, rank } = spectrum(problem)
  const energy = values.subarray(0, rank).map((d) => (d * d) / n)
  const along = energy.map((_, k) => dot(vectors, k * p, problem.correlations, 0, p))
  // Newton on 1/‖γ(λ)‖ − 1/budget, nearly linear in λ: climbs from 0 without overshooting
  const newton = (lambda: number, known?: number) => {
    let square = 0
    let slope = 0
    for (let k = 0; k < rank; k++) {
      const share = along[k]! / (energy[k]! + lambda)
      square += share * share
      slope += (share * share) / (energy[k]! + lambda)
    }
    const norm = known ?? Math.sqrt(square)
    return lambda + (square / slope) * (norm / budget - 1)
  }
  let lambda = 0
  for (let i = 0; i < 100; i++) {
    const next = newton(lambda)
    if (!(next > lambda * (1 + 1e-15))) break
    lambda = next
  }
  // with nearly dependent columns the solve knows the norm better than its expansion does
  for (let i = 0; i < 4; i++) {
    const { gamma } = spectralSolve(problem, lambda)
    const norm = Math.sqrt(dot(gamma, 0, gamma, 0, p))
    if (Math.abs(norm - budget) <= 1e-14 * budget) break
    lambda = Math.max(0, newton(lambda, norm))
  }
  return describe(problem, spectralSolve(problem, lambda).gamma, lambda, true)
}

function withinL1(problem: Problem, budget: number): ConstrainedFit {
  const free = leastL1(problem)
  if (isSlack(budget, absoluteSum(free))) return describe(problem, free, 0, false)
  // Σ|γ(λ)| is piecewise linear and falling: aim with the current piece, keep a bracket
  let low = 0
  let high = lambdaMax(problem)
  let lambda = high / 2
  startGaussian(problem)
  for (let i = 0; i < 200; i++) {
    const fall = absoluteFall(segmentAt(problem, lambda))
    const excess = absoluteSum(gaussianState(problem).set.gamma) - budget
    if (Math.abs(excess) <= 1e-14 * budget) break
    if (excess > 0) low = lambda
    else high = lambda
    const aimed = lambda + excess / fall
    lambda = aimed > low && aimed < high ? aimed : (low + high) / 2
    if (high - low <= 1e-15 * high) break
  }
  return describe(problem, solveGaussian(problem, lambda, 1, limits, true).gamma, lambda, true)
}

function absoluteSum(gamma: Float64Array): number {
  return gamma.reduce((sum, value) => sum + Math.abs(value), 0)
}

/** The least-squares solution of least Σ|γ|: the only one at full rank, else the end of the path. */
function leastL1(problem: Problem): Float64Array {
  const usable = problem.squaredNorms.reduce((count, square) => count + Number(square > 0), 0)
  const free = spectralSolve(problem, 0)
  if (free.rank === usable) return free.gamma
  const end = new Float64Array(problem.p)
  if (problem.correlationMax === 0) return end
  startGaussian(problem)
  for (let lambda = lambdaMax(problem); lambda > 1e-9 * lambdaMax(problem); lambda /= 2)
    segmentAt(problem, lambda)
  const { members, at } = segmentAt(problem, 1e-9 * lambdaMax(problem))
  members.forEach((j, i) => (end[j] = at[i]!))
  return end
}

function describe(
  problem: Problem,
  gamma: Float64Array,
  lambda: number | null,
  active: boolean,
): ConstrainedFit {
  const { n, scales, centers } = problem
  const { residual, gradient } = gaussianState(problem)
  const standardizedCoefficients = gamma.slice()
  const coefficients = standardizedCoefficients.map((value, j) => value / scales[j]!)
  const rss = gradientFromData(problem, standardizedCoefficients, residual, gradient)
  const base = problem.intercept ? problem.responseMean : 0
  return {
    standardizedCoefficients,
    coefficients,
    intercept: coefficients.reduce((sum, b, j) => sum - centers[j]! * b, base),
    lambda,
    rssPerN: rss / n,
    active,
  }
}

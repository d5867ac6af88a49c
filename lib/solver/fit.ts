import { penaltyOf } from './certificate.ts'
import { checkMixing, checkStrength, refuse } from './error.ts'
import type { Family, Problem } from './problem.ts'
import {
  checkLimits,
  hasConverged,
  type Limits,
  ratio,
  type Solution,
  solveAt,
  startAt,
} from './solve.ts'

export type FitOptions = {
  /** strength ≥ 0 */
  lambda: number
  /** mixing in [0, 1]: 1 lasso (default), 0 ridge */
  alpha?: number
  /** largest relative duality gap that counts as converged, default 1e-10 */
  tolerance?: number
  /** linear solves and coordinate sweeps, default 10 000 */
  maxIterations?: number
  /** a fit of the same problem to start from; changes the time, never the answer */
  start?: Fit
}

export type Fit = {
  family: Family
  intercept: number
  /** b_j on the scale of x, length p; a coefficient that left is exactly 0 */
  coefficients: Float64Array
  /** γ_j = s_j·b_j, length p */
  standardizedCoefficients: Float64Array
  lambda: number
  alpha: number
  objective: number
  /** gaussian: residual sum of squares */
  rss?: number
  /** gaussian: 1 − rss/Σtarget²; absent when y does not vary */
  r2?: number
  /** binomial: −2·log-likelihood */
  deviance?: number
  /** binomial: deviance at γ = 0 */
  nullDeviance?: number
  nActive: number
  /** ascending indices of the non-zero coefficients */
  activeSet: Int32Array
  /** without the intercept */
  degreesOfFreedom: number
  /** of Z, where the solve needed it: λ = 0 and ridge */
  rank?: number
  /** absolute */
  dualityGap: number
  /** divided by the null objective */
  relativeGap: number
  /** divided by max|Z'y|/n */
  kktResidual: number
  converged: boolean
  iterations: number
  warnings: string[]
  /** predictions are centredIntercept + Σ (x_j − centers_j)·b_j, exact where b0 + Σ x_j·b_j cancels */
  centers: Float64Array
  centredIntercept: number
}

/**
 * Solves one penalised regression to its certificate.
 * @throws SolverError 'parameter'. Non-convergence is reported (`converged`, `warnings`), never thrown.
 */
export function fit(problem: Problem, o: FitOptions): Fit {
  const { lambda, alpha = 1, start } = o
  const limits = checkLimits(o)
  checkStrength(lambda)
  checkMixing(alpha)
  if (start && start.coefficients.length !== problem.p)
    refuse('dimension', `start has ${start.coefficients.length} coefficients; x has ${problem.p}`)
  startAt(problem, start?.standardizedCoefficients, start?.centredIntercept)
  return describe(problem, lambda, alpha, limits, solveAt(problem, lambda, alpha, limits, true))
}

function describe(
  problem: Problem,
  lambda: number,
  alpha: number,
  limits: Limits,
  s: Solution,
): Fit {
  const { p, scales, centers, nullObjective } = problem
  const standardizedCoefficients = s.gamma.slice()
  const coefficients = new Float64Array(p)
  const active: number[] = []
  const { centredIntercept } = s
  let intercept = centredIntercept
  for (let j = 0; j < p; j++) {
    const b = standardizedCoefficients[j]! / scales[j]!
    coefficients[j] = b
    intercept -= centers[j]! * b
    if (b !== 0) active.push(j)
  }
  const relativeGap = ratio(s.gap, nullObjective)
  const converged = hasConverged(problem, s, limits)
  return {
    family: problem.family,
    intercept,
    coefficients,
    standardizedCoefficients,
    lambda,
    alpha,
    objective: s.loss + penaltyOf(standardizedCoefficients, lambda * alpha, lambda * (1 - alpha)),
    ...lossFields(problem, s.loss),
    nActive: active.length,
    activeSet: Int32Array.from(active),
    degreesOfFreedom: s.degreesOfFreedom(),
    ...(s.rank !== undefined && { rank: s.rank }),
    dualityGap: s.gap,
    relativeGap,
    kktResidual: ratio(s.violation, problem.correlationMax),
    converged,
    iterations: s.iterations,
    warnings: warningsOf(problem, lambda, s, converged),
    centers,
    centredIntercept,
  }
}

function lossFields({ family, n, nullObjective }: Problem, loss: number) {
  const sum = 2 * n * loss
  const nullSum = 2 * n * nullObjective
  if (family === 'binomial') return { deviance: sum, nullDeviance: nullSum }
  return { rss: sum, ...(nullSum > 0 && { r2: 1 - sum / nullSum }) }
}

function warningsOf(problem: Problem, lambda: number, s: Solution, converged: boolean): string[] {
  const warnings: string[] = []
  if (lambda === 0 && s.rank !== undefined && s.rank < problem.p)
    warnings.push(
      `x has rank ${s.rank} and ${problem.p} columns: least squares has many solutions, this is the one of least norm`,
    )
  if (s.reason !== undefined) warnings.push(s.reason)
  else if (!converged)
    warnings.push(
      `not converged after ${s.iterations} iterations: relative duality gap ${ratio(s.gap, problem.nullObjective).toExponential(1)}`,
    )
  return warnings
}

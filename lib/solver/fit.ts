import { penaltyOf } from './certificate.ts'
import { checkLength, checkStrength } from './error.ts'
import { support, zeros } from './kernel.ts'
import { checkSettings, type Family, ratio, relativeGap, type Settings } from './loss.ts'
import type { Problem } from './problem.ts'

export type FitOptions = {
  /** strength ≥ 0 */
  lambda: number
  /** mixing in [0, 1]: 1 lasso (default), 0 ridge */
  alpha?: number
  /** largest relative duality gap that counts as converged, default 1e-10 */
  tolerance?: number
  /** linear solves, default 10 000 */
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
  rank?: number | undefined
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
  const { lambda, start } = o
  const settings = checkSettings(o)
  checkStrength(lambda)
  if (start) checkLength('start', start.coefficients.length, problem.p)
  problem.loss.start(problem, start?.standardizedCoefficients, start?.centredIntercept)
  return fitAt(problem, lambda, settings, true, zeros(problem.p), zeros(problem.p))
}

/** Solves from where the last solve ended, and describes the solution; fills b and γ. */
export function fitAt(
  problem: Problem,
  lambda: number,
  settings: Settings,
  thorough: boolean,
  coefficients: Float64Array,
  standardizedCoefficients: Float64Array,
): Fit {
  const { family, n, p, centers, nullObjective } = problem
  const { alpha } = settings
  const s = problem.loss.solve(problem, lambda, settings, thorough)
  const { base, loss, gap, rank, reason, iterations } = s
  standardizedCoefficients.set(s.gamma)
  const intercept = unscale(problem, s.gamma, base, coefficients)
  const activeSet = new Int32Array(support(coefficients))
  const converged = relativeGap(problem, s) <= settings.tolerance
  const share = ratio(gap, nullObjective)
  const [sum, nullSum] = [2 * n * loss, 2 * n * nullObjective]
  const warnings: string[] = []
  if (lambda === 0 && rank! < p) warnings.push(`rank ${rank} of ${p}: solution of least norm`)
  if (!converged)
    warnings.push(
      reason ?? `not converged in ${iterations} iterations: relative gap ${share.toPrecision(2)}`,
    )
  return {
    family,
    intercept,
    coefficients,
    standardizedCoefficients,
    lambda,
    alpha,
    objective: loss + penaltyOf(s.gamma, lambda * alpha, lambda * (1 - alpha)),
    ...(family === 'binomial'
      ? { deviance: sum, nullDeviance: nullSum }
      : { rss: sum, ...(nullSum > 0 && { r2: 1 - sum / nullSum }) }),
    nActive: activeSet.length,
    activeSet,
    degreesOfFreedom: s.degreesOfFreedom(),
    rank,
    dualityGap: gap,
    relativeGap: share,
    kktResidual: ratio(s.violation, problem.correlationMax),
    converged,
    iterations,
    warnings,
    centers,
    centredIntercept: base,
  }
}

/** Fills b_j = γ_j/s_j. @returns the intercept on the scale of x */
export function unscale(
  { centers, scales }: Problem,
  gamma: Float64Array,
  base: number,
  coefficients: Float64Array,
): number {
  coefficients.fill(0)
  for (const j of support(gamma)) {
    coefficients[j] = gamma[j]! / scales[j]!
    base -= centers[j]! * coefficients[j]!
  }
  return base
}

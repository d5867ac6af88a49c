import { type Fit, fitAt } from './fit.ts'
import { type GridOptions, lambdaGrid, lambdaMax } from './lambda-grid.ts'
import { checkSettings } from './loss.ts'
import type { Problem } from './problem.ts'
import { zeros } from './kernel.ts'

export type PathOptions = GridOptions & {
  alpha?: number
  tolerance?: number
  maxIterations?: number
}

/** L solves along a grid of λ; row i of the L × p arrays belongs to lambdas[i]. */
export type Path = {
  alpha: number
  lambdas: Float64Array
  intercepts: Float64Array
  /** L × p, row-major, on the scale of x */
  coefficients: Float64Array
  /** L × p, row-major, γ_j = s_j·b_j */
  standardizedCoefficients: Float64Array
  nActive: Int32Array
  degreesOfFreedom: Float64Array
  /** gaussian */
  rss?: Float64Array
  /** binomial */
  deviance?: Float64Array
  relativeGaps: Float64Array
  kktResiduals: Float64Array
  converged: Uint8Array
  lambdaMax: number
}

/**
 * Solves every λ of a grid, each warm from the one before.
 * @throws SolverError 'parameter'
 */
export function fitPath(problem: Problem, o: PathOptions = {}): Path {
  const settings = checkSettings(o)
  const { alpha } = settings
  const { p, loss } = problem
  const lambdas = lambdaGrid(problem, alpha, o)
  const coefficients = zeros(lambdas.length * p)
  const standardizedCoefficients = coefficients.slice()
  loss.start(problem)
  const fits = Array.from(lambdas, (lambda, i) => {
    const row = (all: Float64Array) => all.subarray(i * p, (i + 1) * p)
    const [b, gamma] = [row(coefficients), row(standardizedCoefficients)]
    return fitAt(problem, lambda, settings, false, b, gamma)
  })
  const each = (value: (f: Fit) => number) => Float64Array.from(fits, value)
  return {
    alpha,
    lambdas,
    intercepts: each((f) => f.intercept),
    coefficients,
    standardizedCoefficients,
    nActive: Int32Array.from(fits, (f) => f.nActive),
    degreesOfFreedom: each((f) => f.degreesOfFreedom),
    [loss.family === 'gaussian' ? 'rss' : 'deviance']: each((f) => (f.rss ?? f.deviance)!),
    relativeGaps: each((f) => f.relativeGap),
    kktResiduals: each((f) => f.kktResidual),
    converged: Uint8Array.from(fits, (f) => Number(f.converged)),
    lambdaMax: lambdaMax(problem, alpha),
  }
}

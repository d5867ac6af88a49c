import { checkMixing } from './error.ts'
import { type GridOptions, lambdaGrid, lambdaMax } from './lambda-grid.ts'
import type { Problem } from './problem.ts'
import { checkLimits, hasConverged, ratio, solveAt, startAt } from './solve.ts'

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
  const { alpha = 1 } = o
  const limits = checkLimits(o)
  checkMixing(alpha)
  const lambdas = lambdaGrid(problem, alpha, o)
  const path = emptyPath(problem, alpha, lambdas)
  const sums = (path.rss ?? path.deviance)!
  startAt(problem)
  for (let i = 0; i < lambdas.length; i++) {
    const s = solveAt(problem, lambdas[i]!, alpha, limits, false)
    writeRow(problem, path, i, s.gamma, s.centredIntercept)
    sums[i] = 2 * problem.n * s.loss
    path.degreesOfFreedom[i] = s.degreesOfFreedom()
    path.relativeGaps[i] = ratio(s.gap, problem.nullObjective)
    path.kktResiduals[i] = ratio(s.violation, problem.correlationMax)
    path.converged[i] = Number(hasConverged(problem, s, limits))
  }
  return path
}

function emptyPath(problem: Problem, alpha: number, lambdas: Float64Array): Path {
  const L = lambdas.length
  return {
    alpha,
    lambdas,
    intercepts: new Float64Array(L),
    coefficients: new Float64Array(L * problem.p),
    standardizedCoefficients: new Float64Array(L * problem.p),
    nActive: new Int32Array(L),
    degreesOfFreedom: new Float64Array(L),
    [problem.family === 'gaussian' ? 'rss' : 'deviance']: new Float64Array(L),
    relativeGaps: new Float64Array(L),
    kktResiduals: new Float64Array(L),
    converged: new Uint8Array(L),
    lambdaMax: lambdaMax(problem, alpha),
  }
}

function writeRow(
  { p, scales, centers }: Problem,
  path: Path,
  i: number,
  gamma: Float64Array,
  centredIntercept: number,
): void {
  let intercept = centredIntercept
  let active = 0
  for (let j = 0, at = i * p; j < p; j++, at++) {
    const value = gamma[j]!
    if (value === 0) continue
    const b = value / scales[j]!
    path.standardizedCoefficients[at] = value
    path.coefficients[at] = b
    intercept -= centers[j]! * b
    active++
  }
  path.intercepts[i] = intercept
  path.nActive[i] = active
}

import { penaltyOf } from './certificate.ts'
import { coordinateStep } from './coordinate.ts'
import { checkCount, checkMixing, checkPositive, checkStrength, refuse } from './error.ts'
import { gradientFromData } from './gaussian.ts'
import type { Problem } from './problem.ts'
import { softThreshold } from './proximal.ts'
import { checkLimits, solveAt, startAt } from './solve.ts'
import { spectrum } from './spectral.ts'

export type Method = 'gradient' | 'subgradient' | 'ista' | 'fista' | 'coordinate'

export type DescendOptions = {
  method: Method
  lambda: number
  alpha?: number
  /** default 1/L, L the largest eigenvalue of the smooth part; subgradient uses step/√(k + 1) */
  step?: number
  /** standardised coefficients to start from, length p, default 0 */
  start?: ArrayLike<number>
  iterations: number
}

export type Trajectory = {
  method: Method
  step: number
  /** (iterations + 1) × p, row-major, standardised coefficients */
  points: Float64Array
  /** at each point, length iterations + 1; may run off to Infinity when the step is too long */
  objectives: Float64Array
  /** objective minus its exact minimum, length iterations + 1 */
  gaps: Float64Array
  /** the exact minimiser */
  solution: Float64Array
}

/**
 * Every iterate of a first-order method on the Gaussian objective. An iteration of 'coordinate' is
 * one exact step along one coordinate, in turn; of the others one step of all coordinates.
 * Sources: FISTA, Beck & Teboulle 2009; subgradient steps 1/√k, Nesterov 2004, 3.2.3.
 * @throws SolverError 'parameter'; so for 'gradient' on an objective with a kink (λα > 0)
 */
export function descend(problem: Problem, o: DescendOptions): Trajectory {
  const { method, lambda, alpha = 1, iterations } = o
  const { p } = problem
  checkOptions(problem, o)
  const l1 = lambda * alpha
  const l2 = lambda * (1 - alpha)
  const largest = (spectrum(problem).values[0] ?? 0) ** 2 / problem.n + l2
  const step = o.step ?? (largest > 0 ? 1 / largest : 1)
  const best = solutionOf(problem, lambda, alpha)
  const points = new Float64Array((iterations + 1) * p)
  if (o.start) points.set(Array.from(o.start))
  const walk: Walk = {
    problem,
    l1,
    l2,
    residual: new Float64Array(problem.n),
    gradient: new Float64Array(p),
    ahead: points.slice(0, p),
    momentum: 1,
  }
  for (let k = 0; k < iterations; k++) {
    const from = points.subarray(k * p, (k + 1) * p)
    const to = points.subarray((k + 1) * p, (k + 2) * p)
    to.set(from)
    advance[method](walk, from, to, step, k)
  }
  const objectives = Float64Array.from({ length: iterations + 1 }, (_, k) =>
    objectiveAt(walk, points.subarray(k * p, (k + 1) * p)),
  )
  return {
    method,
    step,
    points,
    objectives,
    gaps: objectives.map((value) => Math.max(0, value - best.objective)),
    solution: best.gamma,
  }
}

type Walk = {
  problem: Problem
  l1: number
  l2: number
  residual: Float64Array
  gradient: Float64Array
  /** FISTA's extrapolated point and its momentum */
  ahead: Float64Array
  momentum: number
}

type Advance = (w: Walk, from: Float64Array, to: Float64Array, step: number, k: number) => void

const advance: Record<Method, Advance> = {
  gradient(w, from, to, step) {
    smoothStep(w, from, to, step)
  },
  subgradient(w, from, to, step, k) {
    const length = step / Math.sqrt(k + 1)
    smoothStep(w, from, to, length)
    for (let j = 0; j < to.length; j++) to[j] = to[j]! - length * w.l1 * Math.sign(from[j]!)
  },
  ista(w, from, to, step) {
    smoothStep(w, from, to, step)
    for (let j = 0; j < to.length; j++) to[j] = softThreshold(to[j]!, step * w.l1)
  },
  fista(w, from, to, step) {
    smoothStep(w, w.ahead, to, step)
    for (let j = 0; j < to.length; j++) to[j] = softThreshold(to[j]!, step * w.l1)
    const next = (1 + Math.sqrt(1 + 4 * w.momentum ** 2)) / 2
    const carry = (w.momentum - 1) / next
    for (let j = 0; j < to.length; j++) w.ahead[j] = to[j]! + carry * (to[j]! - from[j]!)
    w.momentum = next
  },
  coordinate(w, from, to, _, k) {
    gradientFromData(w.problem, from, w.residual, w.gradient)
    coordinateStep(w.problem, k % to.length, to, w.residual, w.l1, w.l2)
  },
}

/** to = from + step·(Z'r/n − l2·from) */
function smoothStep(w: Walk, from: Float64Array, to: Float64Array, step: number): void {
  gradientFromData(w.problem, from, w.residual, w.gradient)
  for (let j = 0; j < to.length; j++) to[j] = from[j]! + step * (w.gradient[j]! - w.l2 * from[j]!)
}

function objectiveAt(w: Walk, gamma: Float64Array): number {
  const rss = gradientFromData(w.problem, gamma, w.residual, w.gradient)
  const value = rss / (2 * w.problem.n) + penaltyOf(gamma, w.l1, w.l2)
  return Number.isNaN(value) ? Infinity : value
}

function solutionOf(problem: Problem, lambda: number, alpha: number) {
  startAt(problem)
  const s = solveAt(problem, lambda, alpha, checkLimits({}), true)
  const gamma = s.gamma.slice()
  return { gamma, objective: s.loss + penaltyOf(gamma, lambda * alpha, lambda * (1 - alpha)) }
}

function checkOptions(problem: Problem, o: DescendOptions): void {
  const { method, lambda, alpha = 1, step, start, iterations } = o
  if (problem.family !== 'gaussian') refuse('parameter', 'descend is for the gaussian family')
  if (!Object.hasOwn(advance, method))
    refuse('parameter', `method must be one of ${Object.keys(advance).join(', ')}; got ${method}`)
  checkStrength(lambda)
  checkMixing(alpha)
  checkCount('iterations', iterations)
  if (step !== undefined) checkPositive('step', step)
  if (start && start.length !== problem.p)
    refuse('dimension', `start has ${start.length} values; x has ${problem.p} columns`)
  if (method === 'gradient' && lambda * alpha > 0)
    refuse('parameter', 'gradient descent needs a smooth objective: alpha 0, or lambda 0')
}

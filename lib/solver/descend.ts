import { penaltyOf } from './certificate.ts'
import { coordinateStep } from './coordinate.ts'
import {
  check,
  checkCount,
  checkLength,
  checkOneOf,
  checkPositive,
  checkStrength,
} from './error.ts'
import { gaussian } from './gaussian.ts'
import { checkSettings } from './loss.ts'
import type { Problem } from './problem.ts'
import { softThreshold } from './proximal.ts'
import { gradientFromData } from './quadratic.ts'
import { spectrum } from './spectrum.ts'
import { zeros } from './kernel.ts'

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
  const { method, lambda, start, iterations } = o
  const { n, p } = problem
  const settings = checkSettings({ alpha: o.alpha ?? 1 })
  const l1 = lambda * settings.alpha
  const l2 = lambda - l1
  checkOneOf('family', problem.family, ['gaussian'])
  checkOneOf('method', method, ['gradient', 'subgradient', 'ista', 'fista', 'coordinate'])
  checkStrength(lambda)
  checkCount('iterations', iterations)
  if (start) checkLength('start', start.length, p)
  check(method !== 'gradient' || l1 === 0, 'lambda * alpha', l1, '0 for gradient')
  const largest = (spectrum(problem).values[0] ?? 0) ** 2 / n + l2
  const step = o.step ?? 1 / (largest || 1)
  checkPositive('step', step)
  gaussian.start(problem)
  const best = gaussian.solve(problem, lambda, settings, true)
  const solution = best.gamma.slice()
  const minimum = best.loss + penaltyOf(solution, l1, l2)
  const points = zeros((iterations + 1) * p)
  if (start) points.set(start)
  const residual = zeros(n)
  const gradient = zeros(p)
  const isSubgradient = method === 'subgradient'
  // FISTA's extrapolated point and its momentum
  const ahead = points.slice(0, p)
  let momentum = 1
  const objectives = Float64Array.from({ length: iterations + 1 }, (_, k) => {
    const from = points.subarray(k * p, (k + 1) * p)
    const rss = gradientFromData(problem, from, residual, gradient)
    const value = rss / (2 * n) + penaltyOf(from, l1, l2)
    const objective = value >= 0 ? value : Infinity
    if (k === iterations) return objective
    const to = points.subarray((k + 1) * p, (k + 2) * p)
    to.set(from)
    if (method === 'coordinate') {
      coordinateStep(problem, k % p, to, residual, l1, l2)
      return objective
    }
    if (method === 'fista') {
      to.set(ahead)
      gradientFromData(problem, ahead, residual, gradient)
    }
    const next = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2
    for (let j = 0; j < p; j++) {
      const slope = gradient[j]! - l2 * to[j]!
      to[j] = isSubgradient
        ? to[j]! + (step / Math.sqrt(k + 1)) * (slope - l1 * Math.sign(to[j]!))
        : // 'gradient' has no kink, l1 = 0, and nothing is shrunk
          softThreshold(to[j]! + step * slope, step * l1)
      ahead[j] = to[j]! + ((momentum - 1) / next) * (to[j]! - from[j]!)
    }
    momentum = next
    return objective
  })
  const gaps = objectives.map((value) => Math.max(0, value - minimum))
  return { method, step, points, objectives, gaps, solution }
}

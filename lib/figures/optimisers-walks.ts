import { descend, fit, fitPath, type Problem } from '#lib/solver/index.ts'
import { curvaturesOf, lipschitz, type Loss, lossAt, type Pair, pullAt } from './optimisers-loss.ts'

/** As a control names them, in the order of a choice. */
export const labels = {
  ista: 'ISTA',
  fista: 'FISTA',
  coordinate: 'Coordinate',
  subgradient: 'Subgradient',
  gradient: 'Gradient',
} as const

export type Method = keyof typeof labels

export const methods = Object.keys(labels) as Method[]

/** As a sentence names them. */
export const words: Record<Method, string> = {
  ...labels,
  coordinate: 'coordinate descent',
  subgradient: 'the subgradient method',
  gradient: 'gradient descent',
}

/** Every walk is this long. */
export const iterations = 150
/** "Reached": nearer to the minimum than this. */
export const near = 1e-6

/** A method on its way; (iterations + 1) points, the start first. */
export type Walk = {
  method: Method
  /** (iterations + 1) × 2, row-major */
  points: Float64Array
  /** loss above the minimum, at each point */
  above: Float64Array
  /** the first iteration that is near the minimum; iterations + 1 if none is */
  reached: number
}

/** Gradient descent on the squares alone, from 0, beside ridge at λ = 1/(step · t). */
export type Stopping = {
  /** (iterations + 1) × 2, row-major */
  points: Float64Array
  /** for t = 1, 2, …: length iterations */
  lambdas: Float64Array
  /** of ridge at these: iterations × 2, row-major */
  ridge: Float64Array
  /** the whole ridge path, from nearly 0 to nearly least squares: L × 2, row-major */
  path: Float64Array
  /** for t = 1, 2, …: what both have of least squares along the steep and the flat direction */
  shares: readonly Shares[]
  /** the largest of the ridge answers, relative to the null model */
  gap: number
}

export type Shares = { descent: Pair; ridge: Pair }

export type Minimum = { at: Pair; value: number; gap: number }
type Setting = { problem: Problem; loss: Loss; lambda: number; alpha: number; minimum: Minimum }

/** @param share the step in units of 1/L, L the largest curvature of the smooth part */
export function walkOf(
  method: Method,
  { problem, loss, lambda, alpha, minimum }: Setting,
  start: Pair,
  share: number,
): Walk {
  const step = share / lipschitz(loss)
  const options = { method, lambda, alpha, step, start, iterations }
  if (method === 'gradient' && loss.l1 > 0) return stubborn(loss, start, step, minimum)
  const { points, gaps } = descend(problem, options)
  return { method, points, above: gaps, reached: firstNear(gaps) }
}

export function minimumOf({ problem, loss, lambda, alpha }: Omit<Setting, 'minimum'>): Minimum {
  const { standardizedCoefficients, relativeGap } = fit(problem, { lambda, alpha })
  const at = pointAt(standardizedCoefficients, 0)
  return { at, value: lossAt(loss, at), gap: relativeGap }
}

export function pointAt(points: Float64Array, i: number): Pair {
  return [points[2 * i]!, points[2 * i + 1]!]
}

/**
 * What gradient descent does to a kink that it takes no notice of: a constant step along the
 * derivative, with sign(β) for that of |β|, and 0 at 0. The solver refuses it, and rightly.
 */
function stubborn(loss: Loss, start: Pair, step: number, minimum: Minimum): Walk {
  const points = new Float64Array(2 * (iterations + 1))
  points.set(start)
  for (let k = 0; k < iterations; k++) {
    const from = pointAt(points, k)
    const pull = pullAt(loss, from)
    for (const j of [0, 1] as const) {
      const slope = loss.l1 * Math.sign(from[j]) + loss.l2 * from[j] - pull[j]
      points[2 * (k + 1) + j] = from[j] - step * slope
    }
  }
  const above = Float64Array.from({ length: iterations + 1 }, (_, k) =>
    Math.max(0, lossAt(loss, pointAt(points, k)) - minimum.value),
  )
  return { method: 'gradient', points, above, reached: firstNear(above) }
}

function firstNear(above: Float64Array): number {
  const first = above.findIndex((value) => value <= near)
  return first < 0 ? iterations + 1 : first
}

export function stoppingOf(problem: Problem, loss: Loss, share: number): Stopping {
  const step = share / lipschitz(loss)
  const { points } = descend(problem, { method: 'gradient', lambda: 0, alpha: 0, step, iterations })
  const lambdas = Float64Array.from({ length: iterations }, (_, i) => 1 / (step * (i + 1)))
  const along = Float64Array.from({ length: 97 }, (_, i) => 10 ** (3 - i / 16))
  const ridge = (at: Float64Array) => fitPath(problem, { alpha: 0, lambdas: at })
  const [matched, whole] = [ridge(lambdas), ridge(along)]
  const [steep, flat] = curvaturesOf(loss.rho)
  const descended = (curvature: number, t: number) => 1 - (1 - step * curvature) ** t
  return {
    points,
    lambdas,
    ridge: matched.standardizedCoefficients,
    path: whole.standardizedCoefficients,
    shares: Array.from(lambdas, (lambda, i) => ({
      descent: [descended(steep, i + 1), descended(flat, i + 1)],
      ridge: [steep / (steep + lambda), flat / (flat + lambda)],
    })),
    gap: Math.max(...matched.relativeGaps, ...whole.relativeGaps),
  }
}

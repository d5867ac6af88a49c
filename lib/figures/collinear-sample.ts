import {
  conditionNumber,
  fit,
  makeData,
  prepareGaussian,
  type Problem,
  varianceInflation,
} from '#lib/solver/index.ts'
import { remember } from './remember.ts'

/** How often the response is drawn anew. */
export const resamples = 60

export type Pair = readonly [number, number]

type Data = {
  seed: number
  n: number
  rho: number
  /** standard deviation of the noise */
  sigma: number
  /** the true effects */
  b1: number
  b2: number
}

/** One response on the features that stay as they are. */
export type Resample = {
  /** length n */
  y: Float64Array
  problem: Problem
  ols: Pair
  /** of least squares */
  gap: number
}

export type Twins = {
  /** n rows of two features: mean 0, variance 1 (divisor n), correlation exactly ρ */
  x: readonly Pair[]
  vif: number
  condition: number
  resampled: readonly Resample[]
}

/** What does not depend on the penalty. */
export const twinsOf = remember(
  ({ seed, n, rho, sigma, b1, b2 }: Data) => [seed, n, rho, sigma, b1, b2].join(),
  ({ rho, sigma, b1, b2, ...size }): Twins => {
    const { first, other, noise } = normalsOf(size)
    const fresh = Math.sqrt(1 - rho * rho)
    const x = Array.from(first, (a, i) => [a, rho * a + fresh * other[i]!] as const)
    const resampled = noise.map((errors) => {
      const y = Float64Array.from(x, ([a, b], i) => b1 * a + b2 * b + sigma * errors[i]!)
      const problem = prepareGaussian(x, y)
      const { coefficients, relativeGap } = fit(problem, { lambda: 0 })
      return { y, problem, ols: pair(coefficients), gap: relativeGap }
    })
    // Of two features both have the same factor.
    return { x, vif: varianceInflation(x)[0]!, condition: conditionNumber(x), resampled }
  },
)

export function pair(values: ArrayLike<number>): Pair {
  return [values[0]!, values[1]!]
}

/** Two columns with mean 0, variance 1 and no correlation, and noise for every resample. */
const normalsOf = remember(
  ({ seed, n }: Pick<Data, 'seed' | 'n'>) => [seed, n].join(),
  ({ seed, n }) => {
    const { x } = makeData({ seed, n, p: 2 + resamples, rho: 0, k: 0, step: 1, sigma: 0 })
    const column = (j: number) => Float64Array.from(x, (row) => row[j]!)
    const first = standardised(column(0))
    const slope = meanProduct(first, column(1))
    const other = standardised(column(1).map((value, i) => value - slope * first[i]!))
    return { first, other, noise: Array.from({ length: resamples }, (_, r) => column(2 + r)) }
  },
)

function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const centred = values.map((value) => value - mean)
  const sd = Math.sqrt(meanProduct(centred, centred))
  return centred.map((value) => value / sd)
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length
}

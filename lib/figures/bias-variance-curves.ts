import { biasVariance as averages } from '#lib/solver/index.ts'
import { redraws, type Sample } from './bias-variance-sample.ts'

export type Method = 'l1' | 'l2'

/** Averages over the redraws of the noise and over the places where fits are judged. */
export type Split = {
  /** mean squared distance of the average fit from f */
  bias2: number
  /** mean squared distance of a fit from the average fit */
  variance: number
  /** bias² + variance + noise: the squared error to expect of a new observation */
  error: number
  /** effective number of coefficients, without the intercept */
  df: number
}

/** One method at every penalty of the drawing. */
export type Curve = {
  method: Method
  /** falling, length L */
  lambdas: Float64Array
  /** length L */
  splits: readonly Split[]
  /** where the error is least */
  best: number
  /** the largest of all its fits */
  gap: number
}

export function mixOf(method: Method): number {
  return method === 'l1' ? 1 : 0
}

export function curveOf(method: Method, sample: Sample, lambdas: Float64Array): Curve {
  const { splits, gap } = average(method, sample, lambdas)
  const best = splits.reduce((to, { error }, i) => (error < splits[to]!.error ? i : to), 0)
  return { method, lambdas, splits, best, gap }
}

export function least({ splits, best }: Curve): Split {
  return splits[best]!
}

/** @returns a split for each penalty, the average fits, L × places, row-major, and the largest gap */
export function average(method: Method, sample: Sample, lambdas: ArrayLike<number>) {
  const { x, mean: truth, at, sigma, seed } = sample
  const alpha = mixOf(method)
  const found = averages({ x, truth, at, sigma, seed, lambdas, alpha, resamples: redraws })
  const splits = Array.from(lambdas, (_, i) => ({
    bias2: found.biasSquared[i]!,
    variance: found.variance[i]!,
    error: found.error[i]!,
    df: found.degreesOfFreedom[i]!,
  }))
  return { splits, mean: found.mean, gap: found.relativeGap }
}

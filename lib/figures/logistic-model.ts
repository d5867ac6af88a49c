import { fit } from '#lib/solver/index.ts'
import type { Sample } from './logistic-sample.ts'

/** A penalised logistic regression at the cursor. */
export type Fitted = {
  lambda: number
  intercept: number
  /** in the units of the features */
  coefficients: readonly [number, number]
  /** ‖β‖₂ of these */
  norm: number
  /** rows with a probability of at least ½ for their own class */
  right: number
  /** mean over the rows */
  logLoss: number
  /** what its log-odds are to be multiplied by on new rows; 0 if it predicts one probability for all */
  slope: number
  /** the rows by predicted probability: five bins of equal width, empty ones left out */
  bins: readonly Bin[]
  /** duality gap, relative to the null model */
  gap: number
}

export type Bin = {
  /** which fifth of [0, 1]: 0 … 4 */
  fifth: number
  rows: number
  /** mean of their predicted probabilities of class 1 */
  predicted: number
  /** the part of them that is of class 1 */
  observed: number
}

type Strength = {
  lambda: number
  penalty: 'l1' | 'l2' | 'en'
  alpha: number
  rho: number
}

/** The mix of the penalty that is chosen: 1 the lasso, 0 ridge. */
export function alphaOf({ penalty, alpha }: Pick<Strength, 'penalty' | 'alpha'>): number {
  return { l1: 1, l2: 0, en: alpha }[penalty]
}

export function modelOf({ x, y, problem, truth }: Sample, strength: Strength): Fitted {
  const found = fit(problem, { lambda: strength.lambda, alpha: alphaOf(strength) })
  const { intercept } = found
  const coefficients = [found.coefficients[0]!, found.coefficients[1]!] as const
  const predicted = x.map((row) => probability(logOdds({ intercept, coefficients }, row)))
  return {
    lambda: strength.lambda,
    intercept,
    coefficients,
    norm: Math.hypot(...coefficients),
    right: predicted.filter((p, i) => p >= 0.5 === (y[i] === 1)).length,
    logLoss: found.deviance! / (2 * x.length),
    slope: calibrationSlope(coefficients, truth, strength.rho),
    bins: binned(predicted, y),
    gap: found.relativeGap,
  }
}

export function logOdds(
  { intercept, coefficients }: Pick<Fitted, 'intercept' | 'coefficients'>,
  row: readonly [number, number],
): number {
  return intercept + coefficients[0] * row[0] + coefficients[1] * row[1]
}

/** @param eta log-odds */
export function probability(eta: number): number {
  return 1 / (1 + Math.exp(-eta))
}

/** Among new rows with predicted log-odds eta the true ones are slope·(eta − intercept): this part is of class 1. */
export function observed({ slope, intercept }: Fitted, eta: number): number {
  return probability(slope * (eta - intercept))
}

/**
 * Exact, for normal classes: the predicted log-odds are normal in both, with means ½b'δ to either
 * side of the intercept and variance b'Σb, so that the true log-odds are linear in them with slope
 * b'δ / b'Σb. The log-odds that made the data have slope 1: δ = Σβ.
 */
function calibrationSlope(
  [b1, b2]: readonly [number, number],
  [t1, t2]: readonly [number, number],
  rho: number,
): number {
  if (b1 === 0 && b2 === 0) return 0
  const [s1, s2] = [b1 + rho * b2, rho * b1 + b2]
  return (s1 * t1 + s2 * t2) / (s1 * b1 + s2 * b2)
}

function binned(predicted: readonly number[], y: ArrayLike<number>): Bin[] {
  const fifths = [0, 1, 2, 3, 4].map((fifth) =>
    predicted.flatMap((p, i) => (Math.min(4, Math.floor(5 * p)) === fifth ? [i] : [])),
  )
  return fifths
    .map((rows, fifth) => ({
      fifth,
      rows: rows.length,
      predicted: mean(rows.map((i) => predicted[i]!)),
      observed: mean(rows.map((i) => y[i]!)),
    }))
    .filter(({ rows }) => rows > 0)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

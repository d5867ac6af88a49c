import { fit, makeData, prepareGaussian, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

/** Three columns that make y with 3, −2 and 1, neighbours correlated 0.3. */
export type Data = {
  /** n rows of 3 */
  x: readonly (readonly number[])[]
  y: Float64Array
  /** of the columns, length 3 */
  means: readonly number[]
  deviations: readonly number[]
}

export const dataOf = remember(
  ({ seed, n }: { seed: number; n: number }) => `${seed} ${n}`,
  ({ seed, n }): Data => {
    const { x, y } = makeData({ seed, n, p: 3, rho: 0.3, k: 3, step: 1, sigma: 2 })
    const columns = [0, 1, 2].map((j) => x.map((row) => row[j]!))
    return { x, y, means: columns.map(mean), deviations: columns.map(deviation) }
  },
)

/** What is done to the columns before the penalty sees them. */
export type Preparation = {
  /** the values of the first column are multiplied by it */
  unit: number
  standardize: boolean
  /** the intercept is the coefficient of a column of ones, and penalised like the others */
  penalised: boolean
}

/** The same, as the figure's state says it. */
export function preparationOf(state: {
  unit: number
  standardize: 'no' | 'yes'
  intercept: 'free' | 'penalised'
}): Preparation {
  const { unit, standardize, intercept } = state
  return { unit, standardize: standardize === 'yes', penalised: intercept === 'penalised' }
}

/** 1 the lasso, 0 ridge */
export function mixOf({ method, alpha }: { method: 'l1' | 'l2' | 'en'; alpha: number }): number {
  return { l1: 1, l2: 0, en: alpha }[method]
}

export type Strength = { lambda: number; alpha: number }

/** One fit, on the scale of the columns in their units. */
export type Model = {
  /** β_j times the standard deviation of its column: the same in every unit */
  effects: Float64Array
  coefficients: Float64Array
  intercept: number
  gap: number
}

/** The rows as the solver gets them: a program that repeats the fit needs no more. */
export function rowsOf(
  { x, means, deviations }: Data,
  { unit, standardize, penalised }: Preparation,
): number[][] {
  if (!penalised) return x.map(([first, ...rest]) => [first! * unit, ...rest])
  // Standardised by hand: of a constant column the solver would keep nothing.
  return standardize
    ? x.map((row) => [...row.map((value, j) => (value - means[j]!) / deviations[j]!), 1])
    : x.map(([first, ...rest]) => [first! * unit, ...rest, 1])
}

export function problemOf(data: Data, preparation: Preparation): Problem {
  const { standardize, penalised } = preparation
  const options = penalised ? { standardize: false, intercept: false } : { standardize }
  return prepareGaussian(rowsOf(data, preparation), data.y, options)
}

export function modelOf(data: Data, preparation: Preparation, strength: Strength): Model {
  const { unit, standardize, penalised } = preparation
  const { means, deviations } = data
  const found = fit(problemOf(data, preparation), strength)
  const byHand = penalised && standardize
  const units = [unit, 1, 1]
  const effects = found.coefficients
    .slice(0, 3)
    .map((b, j) => (byHand ? b : b * units[j]! * deviations[j]!))
  // a column of ones stands for the intercept; beside centred columns it is that of the centre
  const shift = effects.reduce((sum, effect, j) => sum + (effect / deviations[j]!) * means[j]!, 0)
  return {
    effects,
    coefficients: effects.map((effect, j) => effect / deviations[j]! / units[j]!),
    intercept: (found.coefficients[3] ?? found.intercept) - (byHand ? shift : 0),
    gap: found.relativeGap,
  }
}

/** Of the n rows. */
export function predictionsOf({ effects, intercept }: Model, { x, deviations }: Data) {
  const slopes = effects.map((effect, j) => effect / deviations[j]!)
  return Float64Array.from(x, (row) =>
    row.reduce((sum, value, j) => sum + value * slopes[j]!, intercept),
  )
}

/** What glmnet divides the response by: its standard deviation; without an intercept, its size. */
export function sizeOf(y: Float64Array, penalised: boolean): number {
  return penalised ? Math.sqrt(mean(y.map((value) => value * value))) : deviation(y)
}

/** The largest distance of two predictions, in standard deviations of y. */
export function apart(a: Model, b: Model, data: Data): number {
  const others = predictionsOf(b, data)
  const distances = predictionsOf(a, data).map((value, i) => Math.abs(value - others[i]!))
  return Math.max(...distances) / deviation(data.y)
}

export function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
}

/** Divisor n. */
export function deviation(values: ArrayLike<number>): number {
  const centre = mean(values)
  return Math.sqrt(mean(Array.from(values, (value) => (value - centre) ** 2)))
}

import { bootstrapSelection, crossValidate, fit, makeData, prepare } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Data = { seed: number; n: number; p: number; k: number; rho: number; sigma: number }

/** Five folds and a grid down to a hundredth of λmax, on the whole sample and on each resample. */
const validation = { nFolds: 5, nLambda: 40, lambdaMinRatio: 0.01 }

/** One way to choose λ by cross-validation. */
export type Rule = {
  /** share of the resamples in which a feature is selected, length p */
  shares: Float64Array
  /** 80% interval of each share: what so many resamples leave open (Wilson 1927) */
  low: Float64Array
  high: Float64Array
  /** true effects selected per resample, and features without one */
  found: number
  wrong: number
  /** the λ chosen on each resample, rising */
  lambdas: Float64Array
  /** on the sample itself */
  whole: { lambda: number; intercept: number; coefficients: Float64Array }
}

export type Selection = {
  /** the coefficients that made the data, length p */
  truth: Float64Array
  min: Rule
  se: Rule
  /** standard deviation of the response, divisor n */
  sdY: number
  /** the largest of all fits: to the resamples, to their folds, to the sample and its folds */
  gap: number
}

export const dataOf = remember(
  ({ seed, n, p, k, rho, sigma }: Data) => [seed, n, p, k, rho, sigma].join(),
  ({ seed, n, p, k, rho, sigma }) => makeData({ seed, n, p, rho, k, step: 2, sigma }),
)

/** The lasso on resamples of the rows, λ chosen anew on each. */
export const selectionOf = remember(
  ({ seed, n, p, k, rho, sigma, resamples }: Data & { resamples: number }) =>
    [seed, n, p, k, rho, sigma, resamples].join(),
  ({ resamples, ...of }): Selection => {
    const { x, y, truth } = dataOf(of)
    const drawn = bootstrapSelection(x, y, { ...validation, seed: of.seed, resamples })
    const chosen = crossValidate(x, y, { ...validation, seed: of.seed })
    const problem = prepare(x, y)
    const fitted = (lambda: number) => {
      const { intercept, coefficients, relativeGap } = fit(problem, { lambda })
      return { lambda, intercept, coefficients, relativeGap }
    }
    const whole = { min: fitted(chosen.lambdaMin), se: fitted(chosen.lambda1se) }
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length
    return {
      truth: truth.coefficients,
      min: {
        ...judged(drawn.atMin, truth.coefficients, resamples),
        lambdas: drawn.lambdaMin.toSorted(),
        whole: whole.min,
      },
      se: {
        ...judged(drawn.at1se, truth.coefficients, resamples),
        lambdas: drawn.lambda1se.toSorted(),
        whole: whole.se,
      },
      sdY: Math.sqrt(y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length),
      gap: Math.max(...[drawn, chosen, whole.min, whole.se].map(({ relativeGap }) => relativeGap)),
    }
  },
)

function judged(drawn: Float64Array, truth: Float64Array, resamples: number) {
  // A share is a count over the resamples, whatever became of its last bits on the way.
  const shares = drawn.map((share) => Math.round(share * resamples) / resamples)
  const intervals = Array.from(shares, (share) => wilson(share, resamples))
  const total = (real: boolean) =>
    shares.reduce((sum, share, j) => sum + ((truth[j] !== 0) === real ? share : 0), 0)
  return {
    shares,
    low: Float64Array.from(intervals, ([low]) => low),
    high: Float64Array.from(intervals, ([, high]) => high),
    found: total(true),
    wrong: total(false),
  }
}

const z80 = 1.2815515655446004

export function wilson(share: number, count: number): [number, number] {
  const shrink = 1 + (z80 * z80) / count
  const centre = (share + (z80 * z80) / (2 * count)) / shrink
  const half = (z80 * Math.sqrt((share * (1 - share)) / count + (z80 / (2 * count)) ** 2)) / shrink
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

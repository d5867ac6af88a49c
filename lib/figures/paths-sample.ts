import { fit, makeData, prepare, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Data = {
  data: 'few' | 'many' | 'returns'
  seed: number
  n: number
  p: number
  rho: number
  /** standard deviation of the noise */
  sigma: number
}

/** What new rows are like: they have mean 0. */
export type Population = {
  /** the coefficients that make the response, length p */
  truth: Float64Array
  sigma: number
  /** p × p */
  covariance: readonly (readonly number[])[]
}

export type Sample = Population & {
  /** n rows of p */
  x: readonly (readonly number[])[]
  y: Float64Array
  problem: Problem
  /** of the fit that gives the true effects, where one does */
  gap: number
}

/** @param data p at least 5, so that the three true effects of 'few' have a column each */
export const sampleOf = remember(
  ({ data, seed, n, p, rho, sigma }: Data) => [data, seed, n, p, rho, sigma].join(),
  (data): Sample => {
    const sample = data.data === 'returns' ? returning(data) : neighbours(data)
    return { ...sample, problem: prepare(sample.x as number[][], sample.y) }
  },
)

/**
 * Columns k apart are correlated with ρ^k. Either three effects, 3, −2 and 1 on the first, third and
 * fifth column (like example 1 of Tibshirani 1996), or 0.85 on every one (like his example 2).
 */
function neighbours({ data, seed, n, p, rho, sigma }: Data) {
  const make = { seed, n, p, rho, sigma, step: 2 }
  const each = Array.from({ length: p }, (_, j) => j)
  const covariance = each.map((j) => each.map((k) => rho ** Math.abs(j - k)))
  if (data === 'few') {
    const { x, y, truth } = makeData({ ...make, k: 3 })
    return { x, y, truth: truth.coefficients, sigma, covariance, gap: 0 }
  }
  const { x, y: noise } = makeData({ ...make, k: 0 })
  const y = noise.map((e, i) => x[i]!.reduce((sum, v) => sum + 0.85 * v, e))
  return { x, y, truth: new Float64Array(p).fill(0.85), sigma, covariance, gap: 0 }
}

/**
 * Three features of which one comes, leaves and comes back as the penalty falls. In every sample the
 * correlations are r12 = 0.28, r13 = 0.5, r23 = 0.967 and the covariances with the response −0.945,
 * 0.507 and 0.076, exactly: the noise is made uncorrelated with the features. New rows are like these.
 */
function returning({ seed, n, sigma }: Data) {
  const { x: draws } = makeData({ seed, n, p: 4, rho: 0, k: 0, step: 1, sigma: 1 })
  const plain = uncorrelated([0, 1, 2, 3].map((j) => draws.map((row) => row[j]!)))
  const [a, b, c, noise] = plain as [number[], number[], number[], number[]]
  // the factor of the correlations: row j makes feature j of a, b and c
  const factor = [
    [1, 0, 0],
    [0.28, 0.96, 0],
    [0.5, second, third],
  ] as const
  const x = a.map((_, i) => factor.map((row) => row[0] * a[i]! + row[1] * b[i]! + row[2] * c[i]!))
  const [w1, w2] = [-0.945, (0.507 + 0.28 * 0.945) / 0.96]
  const w3 = (0.076 - 0.5 * w1 - second * w2) / third
  const signal = a.map((_, i) => w1 * a[i]! + w2 * b[i]! + w3 * c[i]!)
  const { coefficients: truth, relativeGap: gap } = fit(prepare(x, signal), { lambda: 0 })
  const y = Float64Array.from(signal, (value, i) => value + sigma * noise[i]!)
  const covariance = factor.map((j) => factor.map((k) => j[0] * k[0] + j[1] * k[1] + j[2] * k[2]))
  return { x, y, truth, sigma, covariance, gap }
}

/** so that r23 = 0.967, and so that the third feature has variance 1 */
const second = (0.967 - 0.5 * 0.28) / 0.96
const third = Math.sqrt(0.75 - second * second)

/** Gram and Schmidt: columns of mean 0 and variance 1 (divisor n) that are not correlated at all. */
function uncorrelated(columns: readonly number[][]): number[][] {
  const done: number[][] = []
  for (const column of columns) {
    const mean = average(column)
    let rest = column.map((v) => v - mean)
    for (const other of done) {
      const share = average(rest.map((v, i) => v * other[i]!))
      rest = rest.map((v, i) => v - share * other[i]!)
    }
    const sd = Math.sqrt(average(rest.map((v) => v * v)))
    done.push(rest.map((v) => v / sd))
  }
  return done
}

function average(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length
}

/**
 * Mean squared error on a new row of the same make, exactly and not by drawing rows:
 * σ² + b0² + (b − β)'Σ(b − β), since a new row has mean 0 and covariance Σ.
 */
export function expectedError(
  { truth, sigma, covariance }: Population,
  coefficients: ArrayLike<number>,
  intercept: number,
): number {
  const off = truth.map((value, j) => coefficients[j]! - value)
  let sum = sigma * sigma + intercept * intercept
  covariance.forEach((row, j) => row.forEach((c, k) => (sum += off[j]! * off[k]! * c)))
  return sum
}

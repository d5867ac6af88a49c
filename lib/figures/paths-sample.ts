import { makeData, prepare, type Problem } from '#lib/solver/index.ts'

type Data = { seed: number; n: number; p: number; rho: number; sigma: number }

export type Sample = Pick<Data, 'rho' | 'sigma'> & {
  problem: Problem
  /** the coefficients that made the data, length p: 3, −2 and 1 on the first, third and fifth */
  truth: Float64Array
}

/** @param data p at least 5, so that all three true effects have a column */
export const sampleOf = remember(
  ({ seed, n, p, rho, sigma }: Data) => [seed, n, p, rho, sigma].join(),
  ({ seed, n, p, rho, sigma }): Sample => {
    const { x, y, truth } = makeData({ seed, n, p, rho, k: 3, step: 2, sigma })
    return { rho, sigma, problem: prepare(x, y), truth: truth.coefficients }
  },
)

/**
 * Mean squared error on a new row of the same make, exactly and not by drawing rows:
 * σ² + b0² + (b − β)'Σ(b − β) with Σ_jk = ρ^|j − k|, since a new row has mean 0 and covariance Σ.
 */
export function expectedError(
  { rho, sigma, truth }: Pick<Sample, 'rho' | 'sigma' | 'truth'>,
  coefficients: ArrayLike<number>,
  intercept: number,
): number {
  const off = Array.from(truth, (value, j) => coefficients[j]! - value)
  let sum = sigma * sigma + intercept * intercept
  off.forEach((a, j) => off.forEach((b, k) => (sum += a * b * rho ** Math.abs(j - k))))
  return sum
}

/** Keeps the last result: a figure asks again and again for the state it is in. */
export function remember<A, R>(key: (argument: A) => string, make: (argument: A) => R) {
  let last: { key: string; result: R } | undefined
  return (argument: A): R => {
    const wanted = key(argument)
    if (last?.key !== wanted) last = { key: wanted, result: make(argument) }
    return last.result
  }
}

import { makeData, prepareGaussian, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Data = { n: number; sigma: number; seed: number }

/** Points of a noisy curve: x in (−1, 1), rising. */
export type Points = { x: readonly number[]; y: readonly number[] }

export type Sample = {
  train: Points
  test: Points
  /** the training points on the powers 1 … d of x, for d = 1 … 15 */
  byDegree: readonly { rows: readonly number[][]; problem: Problem }[]
}

export const degrees = 15
export const testPoints = 60

export const sampleOf = remember(
  ({ n, sigma, seed }: Data) => [n, sigma, seed].join(),
  (data: Data): Sample => {
    const { n } = data
    const normal = normals(data.seed, 2 * (n + testPoints))
    const train = points(normal.slice(0, 2 * n), data)
    const test = points(normal.slice(2 * n), data)
    const byDegree = Array.from({ length: degrees }, (_, i) => {
      const rows = powers(train.x, i + 1)
      return { rows, problem: prepareGaussian(rows, train.y) }
    })
    return { train, test, byDegree }
  },
)

/** What the points scatter about: smooth, and no polynomial. */
export function curve(x: number): number {
  return Math.exp(-x) * Math.cos(4 * x)
}

/** Rows x, x², …, x^degree. */
export function powers(x: readonly number[], degree: number): number[][] {
  return x.map((value) => {
    const row = [value]
    while (row.length < degree) row.push(row.at(-1)! * value)
    return row
  })
}

/**
 * One point in each of as many equal cells as there are points, anywhere within it. Rounded, since
 * `exp` and `cos` may differ by a bit between engines, and data that somebody copies shall be short.
 */
function points(normal: readonly number[], { sigma }: Data): Points {
  const count = normal.length / 2
  const x = Array.from({ length: count }, (_, i) =>
    round((2 * (i + uniform(normal[i]!))) / count - 1),
  )
  return { x, y: x.map((value, i) => round(curve(value) + sigma * normal[count + i]!)) }
}

/** The solver's normal numbers are sums of twelve uniform ones less 6: the fraction is uniform again. */
function uniform(normal: number): number {
  return normal - Math.floor(normal)
}

function normals(seed: number, count: number): number[] {
  return makeData({ seed, n: 1, p: count, rho: 0, k: 0, step: 1, sigma: 0 }).x[0]!
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

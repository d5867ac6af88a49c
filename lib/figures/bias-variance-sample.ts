import { makeData, prepareGaussian, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Data = { truth: 'dense' | 'sparse'; p: number; n: number; sigma: number; seed: number }

export type Sample = Pick<Data, 'sigma' | 'seed'> & {
  /** the design, n × p: p bumps over [0, 1], seen at n even places */
  x: number[][]
  /** f at those places, length n: what y would be without noise */
  mean: Float64Array
  /** where fits are judged and drawn: `places` even ones from 0 to 1 */
  at: { x: number[][]; truth: Float64Array }
  /** height of each bump in f, length p; Σ height² = p, however many are not 0 */
  heights: Float64Array
  /** the fits that are drawn, each to a redraw of the noise of its own */
  redraws: readonly { y: Float64Array; problem: Problem }[]
}

/** Redraws of the noise behind every average, and how many of their fits are drawn. */
export const redraws = 100
export const drawn = 16
export const places = 101

export const sampleOf = remember(
  ({ truth, p, n, sigma, seed }: Data) => [truth, p, n, sigma, seed].join(),
  (data: Data): Sample => {
    const { p, n, sigma, seed } = data
    const rows = (spots: number[]) => spots.map((spot) => bumpsAt(spot, p))
    const x = rows(Array.from({ length: n }, (_, i) => (i + 0.5) / n))
    const grid = rows(Array.from({ length: places }, (_, i) => i / (places - 1)))
    const heights = heightsOf(data)
    const mean = product(x, heights)
    return {
      sigma,
      seed,
      x,
      mean,
      at: { x: grid, truth: product(grid, heights) },
      heights,
      // the first of the solver's own redraws: it takes its noise from the seed in this order
      redraws: normals(seed, drawn, n).map((z) => {
        const y = mean.map((value, i) => value + sigma * z[i]!)
        return { y, problem: prepareGaussian(x, y) }
      }),
    }
  },
)

/**
 * Rounded, since `exp` may differ by a bit between engines, and data that somebody copies shall be
 * short. Neighbours overlap: 0.7 of the distance between centres is one standard deviation.
 */
function bumpsAt(spot: number, p: number): number[] {
  return Array.from({ length: p }, (_, j) => {
    const away = (spot * p - (j + 0.5)) / 0.7
    return Math.round(1e4 * Math.exp(-0.5 * away * away)) / 1e4
  })
}

/** All of one size, or three that are as large together; the signs come with the seed. */
function heightsOf({ truth, p, seed }: Data): Float64Array {
  // past every seed of the noise, so that signs and noise have nothing in common
  const signs = normals(seed + 10_000, 1, p)[0]!.map((z) => (z < 0 ? -1 : 1))
  if (truth === 'dense') return Float64Array.from(signs)
  const kept = [1, 3, 5].map((sixth) => Math.floor((p * sixth) / 6))
  return Float64Array.from(signs, (sign, j) => (kept.includes(j) ? sign * Math.sqrt(p / 3) : 0))
}

function normals(seed: number, rows: number, columns: number): number[][] {
  return makeData({ seed, n: rows, p: columns, rho: 0, k: 0, step: 1, sigma: 0 }).x
}

function product(x: readonly number[][], heights: Float64Array): Float64Array {
  return Float64Array.from(x, (row) => row.reduce((sum, bump, j) => sum + bump * heights[j]!, 0))
}

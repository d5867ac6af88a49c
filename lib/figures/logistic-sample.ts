import { makeData, prepare, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Setup = { seed: number; n: number; rho: number; distance: number }

/** Two classes of n/2 rows each: normal, variances 1, correlation rho, centres `distance` apart. */
export type Sample = {
  x: readonly (readonly [number, number])[]
  /** 1, 0, 1, 0, … */
  y: Float64Array
  problem: Problem
  /** whether some line has all rows of one class on one side, and all of the other on the other */
  separable: boolean
  /** the log-odds that made the data are truth·x: Σ⁻¹ times the way from centre to centre */
  truth: readonly [number, number]
}

/** From the centre of class 0 to that of class 1, of length 1. */
const way = [0.8, 0.6] as const

export const sampleOf = sampler()
/** The same for the classes that these are compared with. */
export const contrastOf = sampler()

function sampler() {
  return remember(
    ({ seed, n, rho, distance }: Setup) => [seed, n, rho, distance].join(),
    ({ seed, n, rho, distance }): Sample => {
      const rows = makeData({ seed, n, p: 2, rho, k: 0, step: 1, sigma: 0 }).x
      const y = Float64Array.from(rows, (_, i) => (i + 1) % 2)
      const x = rows.map(([first, second], i) => {
        const shift = (y[i]! - 0.5) * distance
        return [first! + shift * way[0], second! + shift * way[1]] as const
      })
      const [d1, d2] = [distance * way[0], distance * way[1]]
      const scale = 1 / (1 - rho * rho)
      return {
        x,
        y,
        problem: prepare(x, y, { family: 'binomial' }),
        separable: areSeparable(x, y),
        truth: [scale * (d1 - rho * d2), scale * (d2 - rho * d1)],
      }
    },
  )
}

/**
 * Whether a line separates the classes strictly: then, and but for ties only then, the likelihood
 * has no maximum (Albert & Anderson 1984). A direction w separates them if w·(a − b) > 0 for every a
 * of class 1 and b of class 0: if all these differences lie within less than half a turn.
 */
export function areSeparable(x: Sample['x'], y: ArrayLike<number>): boolean {
  const ones = x.filter((_, i) => y[i] === 1)
  const zeros = x.filter((_, i) => y[i] === 0)
  // the outermost differences so far, seen from 0
  let left: Point | undefined
  let right: Point | undefined
  for (const a of ones)
    for (const b of zeros) {
      const v: Point = [a[0] - b[0], a[1] - b[1]]
      left ??= v
      right ??= v
      const [fromLeft, fromRight] = [cross(left, v), cross(right, v)]
      const beyondBoth = fromLeft >= 0 && fromRight <= 0
      if (beyondBoth && !(fromLeft === fromRight && dot(left, v) > 0)) return false
      if (fromLeft > 0) left = v
      else if (fromRight < 0) right = v
    }
  return true
}

type Point = readonly [number, number]

/** Above 0: b lies to the left of a, by less than half a turn. */
function cross(a: Point, b: Point): number {
  return a[0] * b[1] - a[1] * b[0]
}

function dot(a: Point, b: Point): number {
  return a[0] * b[0] + a[1] * b[1]
}

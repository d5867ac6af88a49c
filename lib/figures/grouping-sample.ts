import { makeData, prepareGaussian, type Problem } from '#lib/solver/index.ts'
import { remember } from './remember.ts'

type Data = {
  size: '2' | '3'
  /** correlation of any two members of the group; at 1 they are one column, several times */
  rho: number
  /** effect of the feature that stands alone */
  lone: number
  /** standard deviation of the noise, about */
  sigma: number
  seed: number
}

export const rows = 60

export type Sample = {
  /** rows of the members and then the lone feature: mean 0, variance 1 (divisor n) */
  x: readonly (readonly number[])[]
  y: Float64Array
  problem: Problem
}

/**
 * y = u + lone·v + noise, where u and v have mean 0 and variance 1 and the noise has no correlation
 * with either in the sample. The lone feature is v; a member is √ρ·u + √(1 − ρ)·e with an e of its
 * own. So members have correlation exactly ρ with each other and 0 with v, v'y/n is `lone`, and a
 * member that is u itself has u'y/n = 1. What tells near-twins apart is how their e and the noise
 * happen to agree.
 */
export const sampleOf = remember(
  ({ size, rho, lone, sigma, seed }: Data) => [size, rho, lone, sigma, seed].join(),
  ({ size, rho, lone, sigma, seed }): Sample => {
    const { common, single, own, noise } = columnsOf(seed)
    const members = own
      .slice(0, Number(size))
      .map((e) => common.map((u, i) => Math.sqrt(rho) * u + Math.sqrt(1 - rho) * e[i]!))
    const columns = [...members, single]
    const x = Array.from(single, (_, i) => columns.map((column) => column[i]!))
    const y = common.map((u, i) => u + lone * single[i]! + sigma * noise[i]!)
    return { x, y, problem: prepareGaussian(x, y) }
  },
)

const columnsOf = remember(String, (seed: number) => {
  const { x, y } = makeData({ seed, n: rows, p: 5, rho: 0, k: 0, step: 1, sigma: 1 })
  const basis: Float64Array[] = []
  for (let j = 0; j < 5; j++)
    basis.push(scaled(without(basis, centred(Float64Array.from(x, (row) => row[j]!)))))
  const [common, single, ...own] = basis as [Float64Array, Float64Array, ...Float64Array[]]
  return { common, single, own, noise: without([common, single], centred(y)) }
})

/** What is left of a column beside others, which have variance 1 and no correlation. */
function without(others: readonly Float64Array[], column: Float64Array): Float64Array {
  return others.reduce((left, other) => {
    const slope = meanProduct(other, left)
    return left.map((value, i) => value - slope * other[i]!)
  }, column)
}

function centred(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length
  return column.map((value) => value - mean)
}

function scaled(column: Float64Array): Float64Array {
  const sd = Math.sqrt(meanProduct(column, column))
  return column.map((value) => value / sd)
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length
}

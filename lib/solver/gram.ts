import { dot } from './kernel.ts'
import type { Problem } from './problem.ts'

/** Z'Z/n, p × p, column-major, with the columns made so far. */
export type Gram = { values: Float64Array; known: Uint8Array }

export function gram({ p, cache }: Problem): Gram {
  return (cache.design.gram ??= { values: new Float64Array(p * p), known: new Uint8Array(p) })
}

/** Makes sure of column j and returns where it starts: columns are made when first needed. */
export function gramColumn(problem: Problem, j: number): number {
  const { n, p, z } = problem
  const { values, known } = gram(problem)
  const at = j * p
  if (known[j]) return at
  for (let k = 0; k < p; k++)
    values[at + k] = known[k] ? values[k * p + j]! : dot(z, j * n, z, k * n, n) / n
  known[j] = 1
  return at
}

/** Makes all of Z'Z/n at once, more than twice as fast as column by column: for whole paths. */
export function fillGram({ n, p, z, cache }: Problem): void {
  cache.design.gram ??= { values: meanProducts(z, n, p), known: new Uint8Array(p).fill(1) }
}

/** Rows per tile: six columns of a tile (24 kB) stay in the first-level cache. */
const tile = 512

/** Columns come in threes: how many `meanProducts` reads, those past the last being zeros. */
export function paddedColumns(p: number): number {
  return p + ((3 - (p % 3)) % 3)
}

/**
 * Z'Z/n, p × p. Blocks of 3 × 3 columns use every value loaded three times; rows go in tiles.
 * @param z n × paddedColumns(p), column-major
 */
export function meanProducts(z: Float64Array, n: number, p: number): Float64Array {
  const width = paddedColumns(p)
  const square = new Float64Array(width * width)
  for (let from = 0; from < n; from += tile)
    for (let j = 0; j < width; j += 3)
      for (let k = 0; k <= j; k += 3)
        addBlock(z, n, from, Math.min(tile, n - from), j, k, square, width)
  const means = new Float64Array(p * p)
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) means[j * p + k] = means[k * p + j] = square[j * width + k]! / n
  return means
}

function addBlock(
  z: Float64Array,
  n: number,
  from: number,
  rows: number,
  j: number,
  k: number,
  square: Float64Array,
  width: number,
): void {
  let a0 = 0
  let a1 = 0
  let a2 = 0
  let b0 = 0
  let b1 = 0
  let b2 = 0
  let c0 = 0
  let c1 = 0
  let c2 = 0
  const u = j * n + from
  const v = k * n + from
  for (let i = 0; i < rows; i++) {
    const a = z[u + i]!
    const b = z[u + n + i]!
    const c = z[u + 2 * n + i]!
    const x = z[v + i]!
    a0 += a * x
    b0 += b * x
    c0 += c * x
    const y = z[v + n + i]!
    a1 += a * y
    b1 += b * y
    c1 += c * y
    const w = z[v + 2 * n + i]!
    a2 += a * w
    b2 += b * w
    c2 += c * w
  }
  add3(square, j * width + k, a0, a1, a2)
  add3(square, (j + 1) * width + k, b0, b1, b2)
  add3(square, (j + 2) * width + k, c0, c1, c2)
}

function add3(a: Float64Array, at: number, x: number, y: number, z: number): void {
  a[at] = a[at]! + x
  a[at + 1] = a[at + 1]! + y
  a[at + 2] = a[at + 2]! + z
}

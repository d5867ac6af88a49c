import type { Design } from './problem.ts'

/** Z'Z/n, p × p, made when first needed and kept with the design. */
export function gram({ n, p, z, shared }: Design): Float64Array {
  return (shared.gram ??= meanProducts(z, n, p))
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
        addBlock(z, n, j * n + from, k * n + from, Math.min(tile, n - from), square, j, k, width)
  const means = new Float64Array(p * p)
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) means[j * p + k] = means[k * p + j] = square[j * width + k]! / n
  return means
}

function addBlock(
  z: Float64Array,
  n: number,
  u: number,
  v: number,
  rows: number,
  square: Float64Array,
  j: number,
  k: number,
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
  const block = [a0, a1, a2, b0, b1, b2, c0, c1, c2]
  block.forEach((value, i) => {
    const at = (j + Math.floor(i / 3)) * width + k + (i % 3)
    square[at] = square[at]! + value
  })
}

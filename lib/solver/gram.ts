import { dot, zeros } from './kernel.ts'
import type { Design } from './problem.ts'
import { simd, stride } from './simd.ts'

/** Z'Z/n, p × p, made when first needed and kept with the design. */
export function gram({ n, p, z, shared }: Design): Float64Array {
  return (shared.gram ??= meanProducts(z, n, p))
}

/**
 * Z'Z/n, p × p: each entry a sum over tiles of rows of `dot`s, to the same bits with and without SIMD.
 * @param z n × p, column-major
 */
export function meanProducts(z: Float64Array, n: number, p: number): Float64Array {
  const means = zeros(p * p)
  // of less, JavaScript makes it in microseconds; and a page of ours may not compile WebAssembly
  const kernel = n * p > 4000 && simd()
  const at = (j: number) => (j + 1) * stride
  while (kernel && kernel.m.buffer.byteLength < at(p + 3)) kernel.m.grow(16)
  for (let from = 0, rows = 0; from < n; from += rows) {
    // SIMD takes rows by fours; what is left over is a tile of its own
    const left = n - from
    rows = Math.min(stride / 8, left & -4 || left)
    const view = left > 3 && kernel && new Float64Array(kernel.m.buffer)
    for (let j = 0; view && j < p; j++)
      view.set(z.subarray(j * n + from, j * n + from + rows), at(j) / 8)
    for (let j = 0; j < p; j += 3)
      for (let k = 0; k < Math.min(j + 3, p); k++) {
        if (view && kernel) kernel.f(at(j), at(k), at(j) + 8 * rows)
        for (let i = 0; i < 3 && i + j < p; i++) {
          const to = (j + i) * p + k
          const s = 4 * i
          means[to]! += view
            ? view[s]! + view[s + 1]! + (view[s + 2]! + view[s + 3]!)
            : dot(z, (j + i) * n + from, z, k * n + from, rows)
        }
      }
  }
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) means[j * p + k] = means[k * p + j] = means[j * p + k]! / n
  return means
}

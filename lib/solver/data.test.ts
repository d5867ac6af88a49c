import { describe, expect, test } from 'vitest'
import { makeData, SolverError } from './index.ts'
import { type Generator, read } from './reference.ts'

type Check = Generator & { x00: number; xLast: number; y0: number; yLast: number }

describe('generator, bit for bit', () => {
  test.each(Object.entries(read<Record<string, Check>>('generators')))('%s', (_, spec) => {
    const { x, y } = makeData(spec)
    expect([x[0]![0], x.at(-1)!.at(-1), y[0], y.at(-1)]).toEqual([
      spec.x00,
      spec.xLast,
      spec.y0,
      spec.yLast,
    ])
    expect(fnv1a(Float64Array.from(x.flat()))).toBe(spec.fnv1aX)
    expect(fnv1a(y)).toBe(spec.fnv1aY)
  })
})

test('the truth stands where the recipe puts it', () => {
  const spec = { seed: 1, n: 4, p: 7, rho: 0, k: 3, step: 3, sigma: 0 }
  const { x, y, truth } = makeData(spec)
  expect([...truth.coefficients]).toEqual([3, 0, 0, -2, 0, 0, 1])
  expect(y[0]).toBe(3 * x[0]![0]! + -2 * x[0]![3]! + x[0]![6]!)
  expect(() => makeData({ ...spec, p: 6 })).toThrow(SolverError)
  expect(() => makeData({ ...spec, rho: 2 })).toThrow(/rho/)
})

/** FNV-1a, 32 bits, over little-endian float64 bytes. */
function fnv1a(values: Float64Array): number {
  let hash = 0x811c9dc5
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash
}

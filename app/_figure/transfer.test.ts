import { expect, test } from 'vitest'
import { handOver } from './transfer.ts'

test('hands over each piece of memory once, and leaves the original whole', () => {
  const path = Float64Array.of(1, 2, 3, 4)
  const result = { curves: [{ path }, { path: path.subarray(2) }], none: null, gap: 0.5 }
  const { copy, buffers } = handOver(result)
  expect(buffers).toHaveLength(1)
  const arrived = structuredClone(copy, { transfer: buffers })
  expect(copy.curves[0]!.path).toHaveLength(0)
  expect(arrived).toEqual(result)
  expect(path).toEqual(Float64Array.of(1, 2, 3, 4))
})

import { expect, test } from 'vitest'
import { type Penalty, proximal } from './index.ts'

test.each([
  ['ridge', 3, { lambda: 1 }, 1.5],
  ['soft', 3, { lambda: 1 }, 2],
  ['soft', -3, { lambda: 1 }, -2],
  ['soft', 0.9, { lambda: 1 }, 0],
  ['elastic-net', 3, { lambda: 1, alpha: 0.5 }, 2.5 / 1.5],
  ['hard', 1.1, { lambda: 1 }, 1.1],
  ['hard', -0.9, { lambda: 1 }, 0],
  ['mcp', 4, { lambda: 1, gamma: 3 }, 4],
  ['mcp', 2, { lambda: 1, gamma: 3 }, 1.5],
  ['mcp', 0.5, { lambda: 1, gamma: 3 }, 0],
] as const)('%s of %d with %j is %d', (kind, z, o, expected) => {
  expect(proximal(kind, z, o)).toBeCloseTo(expected, 14)
})

test.each([
  ['ridge', (b: number) => 0.35 * b * b],
  ['soft', (b: number) => 0.7 * Math.abs(b)],
  ['elastic-net', (b: number) => 0.7 * (0.4 * Math.abs(b) + 0.3 * b * b)],
  ['hard', (b: number) => (b === 0 ? 0 : 0.245)],
  [
    'mcp',
    (b: number) => (Math.abs(b) <= 1.75 ? 0.7 * Math.abs(b) - (b * b) / 5 : (2.5 * 0.49) / 2),
  ],
] as const)('%s minimises ½(z − b)² + its penalty', (kind: Penalty, penalty) => {
  for (let z = -3; z <= 3; z += 0.1) {
    const best = proximal(kind, z, { lambda: 0.7, alpha: 0.4, gamma: 2.5 })
    const value = (b: number) => 0.5 * (z - b) ** 2 + penalty(b)
    const others = Array.from({ length: 801 }, (_, k) => value(-4 + k / 100))
    expect(value(best)).toBeLessThanOrEqual(Math.min(...others) + 1e-12)
  }
})

test('mcp needs gamma above 1', () => {
  expect(() => proximal('mcp', 1, { lambda: 1, gamma: 1 })).toThrow(/gamma/)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pushApart } from './layout.ts'
import { linear, log, polyline, roundTicks } from './scale.ts'

test('a scale and its inverse agree, also upside down', () => {
  const down = linear([-1, 3], [200, 0])
  expect([down(-1), down(1), down(3)]).toEqual([200, 100, 0])
  expect(down.invert(50)).toBe(2)
  const decades = log([0.01, 10], [0, 300])
  expect(decades(0.1)).toBeCloseTo(100, 12)
  expect(decades.invert(200)).toBeCloseTo(1, 12)
})

test.each([
  [[-2.31, 2.61], 6, [-3, -2, -1, 0, 1, 2, 3]],
  [[0, 0.62], 6, [0, 0.2, 0.4, 0.6, 0.8]],
  [[0, 47], 5, [0, 10, 20, 30, 40, 50]],
  [[-0.03, 0.04], 5, [-0.04, -0.02, 0, 0.02, 0.04]],
] as const)('round ticks of %j', (extent, count, expected) => {
  expect(roundTicks(extent, count)).toEqual(expected)
})

describe('polyline', () => {
  test('a straight line needs its ends only', () => {
    expect(polyline(Array.from({ length: 50 }, (_, i) => [i, 2 * i] as const))).toBe('M0,0L49,98')
  })

  test('what is left out was within a tenth of a pixel, rounding included', () => {
    const ys = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), {
      minLength: 2,
      maxLength: 60,
    })
    fc.assert(
      fc.property(ys, (values) => {
        const drawn = polyline(values.map((y, i) => [3 * i, y] as const))
          .slice(1)
          .split('L')
          .map((point) => point.split(',').map(Number) as [number, number])
        values.forEach((y, i) => {
          const k = Math.max(
            1,
            drawn.findIndex(([x]) => x >= 3 * i),
          )
          const [[x0, y0], [x1, y1]] = [drawn[k - 1]!, drawn[k]!]
          expect(Math.abs(y0 + ((y1 - y0) * (3 * i - x0)) / (x1 - x0) - y)).toBeLessThan(0.101)
        })
      }),
    )
  })
})

describe('pushApart', () => {
  test('labels that touch stand as a block around their mean; others do not move', () => {
    expect(pushApart([100, 10, 102], 13, [0, 200])).toEqual([94.5, 10, 107.5])
  })

  test('keeps the order and the room, and stays within the plot if they fit', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(wanted, (values) => {
        const placed = pushApart(values, 13, [0, 300])
        const order = values.map((_, i) => i).toSorted((a, b) => values[a]! - values[b]!)
        order.forEach((i, k) => {
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-9)
          expect(placed[i]).toBeLessThanOrEqual(300 + 1e-9)
          if (k > 0) expect(placed[i]! - placed[order[k - 1]!]!).toBeGreaterThan(13 - 1e-9)
        })
      }),
    )
  })
})

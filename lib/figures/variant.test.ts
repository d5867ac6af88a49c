import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { fairVariant, mostDraws } from './variant.ts'

const fields = {
  seed: { kind: 'number', label: 'Sample', min: 0, max: 99, step: 1, digits: 0, default: 7 },
  n: { kind: 'number', label: 'Rows', min: 10, max: 90, step: 10, digits: 0, default: 20 },
} as const
const start = { seed: 7, n: 20 }

/** The point of this figure is that its seed can be divided by something. */
function divisible(by: number) {
  let computed = 0
  const of: Pick<Figure<typeof fields, number>, 'fields' | 'compute' | 'variant'> = {
    fields,
    compute: ({ seed }) => ((computed += 1), seed % by === 0 ? 1 : 0),
    variant: {
      keeps: `The seed is a multiple of ${by}.`,
      draw: (random) => ({ seed: 120 * random() - 10 }),
      slack: (_, result) => result,
      margin: 1,
    },
  }
  return { of, count: () => computed }
}

test('what is drawn shows the point, keeps the rest, and lies within the fields', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const found = fairVariant(divisible(3).of, start, seed)
      if (found === null) return
      expect(found.seed % 3).toBe(0)
      expect(found.n).toBe(20)
      expect(found.seed).toBeGreaterThanOrEqual(0)
      expect(found.seed).toBeLessThanOrEqual(99)
    }),
  )
})

test('the same seed gives the same variant, another seed mostly another one', () => {
  const drawn = Array.from({ length: 20 }, (_, seed) => fairVariant(divisible(3).of, start, seed))
  expect(
    Array.from({ length: 20 }, (_, seed) => fairVariant(divisible(3).of, start, seed)),
  ).toEqual(drawn)
  expect(new Set(drawn.map((each) => each?.seed)).size).toBeGreaterThan(8)
})

test('a point that no draw shows is given up, after as many draws as are said', () => {
  const { of, count } = divisible(1000)
  const hopeless = { ...of, variant: { ...of.variant, margin: 2 } }
  expect(fairVariant(hopeless, start, 1)).toBeNull()
  expect(count()).toBeLessThanOrEqual(mostDraws)
  expect(count()).toBeGreaterThan(mostDraws - 5)
})

test('the state itself is no variant', () => {
  const { of } = divisible(1)
  const stuck = { ...of, variant: { ...of.variant, draw: () => ({ seed: 7 }) } }
  expect(fairVariant(stuck, start, 1)).toBeNull()
})

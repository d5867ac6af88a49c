import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparisonInWords, standingOf, tally } from './report.ts'

const ones = (n: number) => Array.from({ length: n }, () => 1)
const zeros = (n: number) => Array.from({ length: n }, () => 0)

test.each([
  // Quantiles of Beta(2, 1), whose distribution is x², and of Beta(1, 1).
  [[1], Math.sqrt(0.1), Math.sqrt(0.9)],
  [[0], 1 - Math.sqrt(0.9), 1 - Math.sqrt(0.1)],
])('the interval after %j is %d to %d', (scores, low, high) => {
  expect(tally(scores)!.low).toBeCloseTo(low, 9)
  expect(tally(scores)!.high).toBeCloseTo(high, 9)
})

test('nothing to check is no estimate', () => {
  expect(tally([])).toBeNull()
  expect(comparisonInWords(null, tally([1]))).toMatch(/nothing to compare/)
})

test.each([
  [[...ones(9), ...zeros(1)], [...ones(2), ...zeros(8)], 'above', /more than chance/],
  [[...ones(2), ...zeros(8)], [...ones(9), ...zeros(1)], 'below', /less than you have shown/],
  [
    [...ones(4), ...zeros(2)],
    [...ones(3), ...zeros(3)],
    'overlapping',
    /12 answers settle nothing/,
  ],
] as const)('%j after %j: %s', (now, last, standing, words) => {
  expect(standingOf(tally(now)!, tally(last)!)).toBe(standing)
  expect(comparisonInWords(tally(now), tally(last))).toMatch(words)
})

test('an interval holds its share right, narrows with answers, and turning right and wrong mirrors it', () => {
  const scores = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(scores, (list) => {
      const { low, high, right, answers } = tally(list)!
      expect(low).toBeLessThan(high)
      expect((right + 1) / (answers + 2)).toBeGreaterThan(low)
      expect((right + 1) / (answers + 2)).toBeLessThan(high)
      const mirror = tally(list.map((score) => 1 - score))!
      expect(mirror.low).toBeCloseTo(1 - high, 6)
      const more = tally([...list, ...list])!
      expect(more.high - more.low).toBeLessThan(high - low + 1e-9)
    }),
  )
})

test('a comparison is a sentence that one could say', () => {
  expect(comparisonInWords(tally([1, 1]), tally([0, 0]))).toBe(
    'Your chance of answering such questions right lay between 3 and 54\u00A0% then, and lies between 46 and 97\u00A0% now; the two overlap, so 4 answers settle nothing yet.',
  )
})

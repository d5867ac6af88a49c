import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaCumulative, betaDensity, betaQuantile } from './beta.ts'
import { calibration, calibrationInWords, isSureAndWrong } from './calibration.ts'
import { compared, fewest, halfLife, masteryOf } from './mastery.ts'
import { ridge } from './ridge.ts'

/** Closed forms, and the F table: Beta(a, b) quantiles are F quantiles, F(0.95; 4, 10) = 3.4780 and so on. */
test.each([
  [0.1, 1, 1, 0.1],
  [0.9, 1, 1, 0.9],
  [0.5, 2, 1, Math.SQRT1_2],
  [0.5, 1, 2, 1 - Math.SQRT1_2],
  [0.25, 3, 1, 0.25 ** (1 / 3)],
  [0.5, 7.3, 7.3, 0.5],
  [0.1, 0.5, 0.5, Math.sin((0.1 * Math.PI) / 2) ** 2],
  [0.95, 2, 5, (4 * 3.47805) / (4 * 3.47805 + 10)],
  [0.95, 5, 5, 2.97824 / (2.97824 + 1)],
  [0.95, 1, 10, (2 * 3.49283) / (2 * 3.49283 + 20)],
])('quantile %d of Beta(%d, %d) is %d', (p, a, b, expected) => {
  expect(Math.abs(betaQuantile(p, a, b) - expected)).toBeLessThan(1e-5)
})

/**
 * Upper critical values of the F distribution, NIST/SEMATECH e-Handbook of Statistical Methods, section
 * 1.3.6.7.3, three decimals. If F has (m, n) degrees of freedom, mF / (mF + n) has Beta(m/2, n/2).
 */
test.each([
  [0.95, 1, 1, 161.448],
  [0.95, 1, 5, 6.608],
  [0.95, 1, 10, 4.965],
  [0.95, 1, 20, 4.351],
  [0.95, 2, 2, 19.0],
  [0.95, 2, 5, 5.786],
  [0.95, 2, 10, 4.103],
  [0.95, 2, 20, 3.493],
  [0.95, 5, 5, 5.05],
  [0.95, 5, 10, 3.326],
  [0.95, 5, 20, 2.711],
  [0.95, 10, 5, 4.735],
  [0.95, 10, 10, 2.978],
  [0.95, 10, 20, 2.348],
  [0.9, 1, 10, 3.285],
  [0.9, 2, 10, 2.924],
  [0.9, 5, 5, 3.453],
  [0.9, 5, 10, 2.522],
  [0.9, 10, 10, 2.323],
  [0.9, 10, 20, 1.937],
])('the %d quantile agrees with the table of F(%d, %d), %d, to 1e-4', (p, m, n, f) => {
  expect(Math.abs(betaQuantile(p, m / 2, n / 2) - (m * f) / (m * f + n))).toBeLessThan(1e-4)
})

test('for whole parameters the tail is a binomial sum', () => {
  const shape = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, x) => {
      const n = a + b - 1
      let sum = 0
      let choose = 1
      for (let k = 0; k <= n; k++) {
        if (k >= a) sum += choose * x ** k * (1 - x) ** (n - k)
        choose = (choose * (n - k)) / (k + 1)
      }
      expect(betaCumulative(x, a, b)).toBeCloseTo(sum, 11)
    }),
  )
})

test('the quantile undoes the cumulative, the density is its slope', () => {
  const shape = fc.double({ min: 0.3, max: 200, noNaN: true })
  fc.assert(
    fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (a, b, p) => {
      const x = betaQuantile(p, a, b)
      if (x < 1e-6 || x > 1 - 1e-6) return
      expect(betaCumulative(x, a, b)).toBeCloseTo(p, 6)
      const h = Math.min(x, 1 - x) * 1e-4
      const slope = (betaCumulative(x + h, a, b) - betaCumulative(x - h, a, b)) / (2 * h)
      expect(slope / betaDensity(x, a, b)).toBeCloseTo(1, 3)
    }),
  )
})

const now = new Date('2026-11-23T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

test('fewer than four answers are no estimate', () => {
  expect(masteryOf(sixRight(now).slice(0, fewest - 1), now)).toBeNull()
})

test('eight fresh answers, six and a half right: Beta(7.5, 2.5)', () => {
  const scores = [1, 1, 1, 1, 1, 1, 0.5, 0]
  const estimate = masteryOf(
    scores.map((score) => ({ score, at: now })),
    now,
  )
  expect(estimate).toMatchObject({ a: 7.5, b: 2.5, answers: 8 })
  expect(betaCumulative(estimate!.low, 7.5, 2.5)).toBeCloseTo(0.1, 9)
  expect(betaCumulative(estimate!.high, 7.5, 2.5)).toBeCloseTo(0.9, 9)
})

test('after a half-life an answer counts half, and the estimate is wider', () => {
  const fresh = masteryOf(sixRight(now), now)!
  const old = masteryOf(sixRight(ago(halfLife)), now)!
  expect(old.a).toBeCloseTo(4, 12)
  expect(old.high - old.low).toBeGreaterThan(fresh.high - fresh.low)
})

function sixRight(at: Date) {
  return Array.from({ length: 6 }, () => ({ score: 1, at }))
}

test('a ridge encloses an area of one', () => {
  const heights = ridge({ a: 7.5, b: 2.5 }, 2001)
  expect(heights.reduce((sum, height) => sum + height, 0) / 2000).toBeCloseTo(1, 4)
})

test('intervals that overlap settle nothing', () => {
  expect(compared(interval(0.2, 0.5), interval(0.6, 0.9))).toBe('higher')
  expect(compared(interval(0.6, 0.9), interval(0.2, 0.5))).toBe('lower')
  expect(compared(interval(0.2, 0.6), interval(0.5, 0.9))).toBe('not settled')
})

function interval(low: number, high: number) {
  return { a: 1, b: 1, answers: 9, median: 0.5, low, high }
}

test('calibration counts each confidence apart, and says when it cannot say', () => {
  const answers = [
    ...Array.from({ length: 10 }, (_, i) => ({ confidence: 3 as const, score: i < 6 ? 1 : 0 })),
    { confidence: 0 as const, score: 0 },
  ]
  const bins = calibration(answers)
  expect(bins[3]).toMatchObject({ answers: 10, share: 0.6 })
  expect(bins[1]).toMatchObject({ answers: 0, share: null })
  expect(bins[1]!.low).toBeCloseTo(0.1, 9)
  expect(calibrationInWords(bins)).toBe(
    '60 % of what you were certain of was right: certain is more than you can claim yet.',
  )
  expect(calibrationInWords(calibration(answers.slice(0, 5)))).toContain('too few')
  expect(calibrationInWords(calibration([]))).toContain('No answer')
})

test.each([
  [3, 0, true],
  [2, 0.49, true],
  [2, 0.5, false],
  [1, 0, false],
  [null, 0, false],
])('confidence %s with score %d is sure and wrong: %s', (confidence, score, expected) => {
  expect(isSureAndWrong({ confidence, score })).toBe(expected)
})

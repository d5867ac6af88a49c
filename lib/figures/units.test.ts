import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Convention } from '#lib/solver/index.ts'
import { defaults, type Figure } from './figure.ts'
import { figures } from './index.ts'
import { explain, house, penaltyTicks, type Sample, strength, unitsOf, writeEach } from './units.ts'

const sample: Sample = { n: 60, sdY: 4 }
const classes: Sample = { n: 200, sdY: 1, family: 'binomial' }

describe('one λ of the house, by hand', () => {
  test.each<[Convention, Sample, number, string, string, string]>([
    ['sklearn', sample, 1, 'alpha', '0.25', 'Lasso(alpha = λ)'],
    ['sklearn', sample, 0.5, 'alpha', '0.25', 'ElasticNet(alpha = λ)'],
    ['sklearn', sample, 0, 'alpha', '15.0', 'Ridge(alpha = nλ)'],
    ['sklearn', classes, 1, 'C', '0.020', 'C = 1/(nλ)'],
    ['glmnet', sample, 1, 'lambda', '0.25', 'the lasso as here'],
    ['glmnet', sample, 0, 'lambda', '1.00', 'ridge: λ sd(y)'],
    ['glmnet', sample, 0.5, 'lambda', '0.63', 'λ(α + (1 − α) sd(y)) = 0.625'],
    ['glmnet', classes, 0, 'lambda', '0.25', 'classes as here'],
    ['textbook', sample, 1, 'λ', '15.0', '½RSS: nλ'],
    ['textbook', classes, 0, 'λ', '50.0', 'summed log-loss: nλ'],
  ])('%s %j, alpha %d: %s = %s (%s)', (convention, of, alpha, letter, text) => {
    const units = unitsOf(convention, of)
    expect(units.letter(alpha)).toBe(letter)
    expect(units.write(0.25, alpha)).toBe(text)
  })

  test('glmnet also moves the mix: α/(α + (1 − α) sd(y)) = 0.2', () => {
    expect(unitsOf('glmnet', sample).mix(0.5)).toBeCloseTo(0.2, 12)
    for (const convention of ['house', 'sklearn', 'textbook'] as const)
      expect(unitsOf(convention, sample).mix(0.5)).toBe(0.5)
  })
})

const conventions = fc.constantFrom('house', 'sklearn', 'glmnet', 'textbook' as const)
const samples = fc.record({
  n: fc.integer({ min: 2, max: 1000 }),
  sdY: fc.double({ min: 0.01, max: 100, noNaN: true }),
  family: fc.constantFrom('gaussian' as const, 'binomial' as const, undefined),
})
const mixes = fc.constantFrom(0, 0.05, 0.5, 1)

test('there and back', () => {
  fc.assert(
    fc.property(
      conventions,
      samples,
      mixes,
      fc.double({ min: 1e-4, max: 1e4, noNaN: true }),
      (convention, of, alpha, lambda) => {
        const units = unitsOf(convention, of)
        expect(units.from(units.to(lambda, alpha), alpha) / lambda).toBeCloseTo(1, 12)
        expect(units.write(lambda, alpha)).toMatch(/^[\d.]+(e[-+]\d+)?$/)
      },
    ),
  )
})

test('an axis has two to seven round numbers, within it and in order', () => {
  fc.assert(
    fc.property(
      conventions,
      samples,
      mixes,
      fc.double({ min: 1e-4, max: 10, noNaN: true }),
      fc.double({ min: 10, max: 1e6, noNaN: true }),
      (convention, of, alpha, min, ratio) => {
        const units = unitsOf(convention, of)
        const ticks = penaltyTicks(units, alpha, [min, min * ratio])
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
        for (const [i, { lambda, text }] of ticks.entries()) {
          expect(lambda).toBeGreaterThanOrEqual(min * (1 - 1e-6))
          expect(lambda).toBeLessThanOrEqual(min * ratio * (1 + 1e-6))
          expect(text).toMatch(/^(0\.0*[13]|[13]0*|[13]e[-+]\d+)$/)
          expect(units.to(lambda, alpha) / Number(text)).toBeCloseTo(1, 9)
          if (i > 0) expect(lambda).toBeGreaterThan(ticks[i - 1]!.lambda)
        }
      },
    ),
  )
})

test.each([
  ['house', 1, ['0.01', '0.1', '1', '10']],
  ['sklearn', 0, ['1', '10', '100']],
  ['glmnet', 0, ['0.1', '1', '10']],
  ['textbook', 1, ['1', '10', '100']],
] as const)('the axis from 0.005 to 10 in %s, alpha %d: %j', (convention, alpha, texts) => {
  const ticks = penaltyTicks(unitsOf(convention, sample), alpha, [0.005, 10])
  expect(ticks.map(({ text }) => text)).toEqual(texts)
})

test('C falls as λ rises', () => {
  const ticks = penaltyTicks(unitsOf('sklearn', classes), 0, [0.001, 1])
  expect(ticks.map(({ text }) => text)).toEqual(['1', '0.1', '0.01'])
})

test('what has no data has nothing to convert', () => {
  expect(unitsOf('sklearn', { n: 1, sdY: 1 })).toBe(house)
})

test('edges are written, and nothing is refused', () => {
  expect(unitsOf('sklearn', classes).write(0, 0)).toBe('∞')
  expect(unitsOf('sklearn', sample).write(0, 0)).toBe('0')
  expect(unitsOf('sklearn', classes).write(40, 0)).toBe('0.00013')
  expect(unitsOf('textbook', sample).write(1000, 0)).toBe('60000')
  expect(unitsOf('glmnet', { n: 60, sdY: 0 }).write(0.25, 0)).toBe('0.25')
})

test('a λ that moves two methods is written once where they agree', () => {
  expect(writeEach(unitsOf('sklearn', sample), 0.25, [1, 0])).toBe('0.25 and 15.0')
  expect(writeEach(unitsOf('textbook', sample), 0.25, [1, 0])).toBe('15.0')
})

test('in a sentence the number says what it is: scikit-learn’s C is no penalty', () => {
  expect(strength(unitsOf('sklearn', sample), 0.25, [1, 0])).toBe('penalty 0.25 and 15.0')
  expect(strength(unitsOf('sklearn', classes), 0.25, [0])).toBe('C = 0.020')
})

test.each(Object.values(figures) as unknown as Figure[])(
  '$id is written in every convention',
  (figure) => {
    const state = defaults(figure)
    const result = figure.compute(state)
    const of = figure.sample(state, result)
    for (const convention of ['house', 'sklearn', 'glmnet', 'textbook'] as const) {
      const units = unitsOf(convention, of)
      const texts = [
        figure.finding(state, result, units),
        ...figure
          .tables(state, result, units)
          .flatMap(({ caption, rows }) => [
            caption,
            ...rows.flat().filter((cell) => typeof cell === 'string'),
          ]),
      ]
      for (const text of texts) expect(text).not.toMatch(/NaN|undefined|Infinity/)
      if (convention !== 'house') expect(explain(units, of)).toMatch(/\.$/)
    }
  },
)

test('each convention is explained with the numbers of the drawing', () => {
  expect(explain(unitsOf('sklearn', sample), sample)).toContain('n = 60')
  expect(explain(unitsOf('glmnet', sample), sample)).toContain('4.00 λ')
  expect(explain(unitsOf('sklearn', classes), classes)).toContain('1/(nλ), n = 200')
})

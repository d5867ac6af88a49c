import { expect, test } from 'vitest'
import { evaluate, ExpressionError, parse } from './expression.ts'
import { decodeState, figureById } from './index.ts'
import { scopeOf, scopeWithReach } from './scope.ts'
import { reach } from './reach.ts'

const paths = figureById('paths')!
const geometry = figureById('geometry')!

function judge(goal: string, state: string, figure = paths) {
  return evaluate(parse(goal), scopeWithReach(figure, decodeState(figure, state).state))
}

function within(from: number, to: number) {
  return (lambda: number) => lambda > from && lambda < to
}

test('the reach of something that ends at known places is the distance to the nearer one', () => {
  const field = { min: 0.01, max: 100 }
  expect(reach(field, 1, within(0.1, 2))).toBeCloseTo(Math.log10(2), 3)
  expect(reach(field, 1, within(0.5, 90))).toBeCloseTo(Math.log10(2), 3)
  expect(reach(field, 1, within(0.99, 90))).toBeCloseTo(-Math.log10(0.99), 3)
  expect(reach(field, 1, within(0, 1000))).toBe(Infinity)
  expect(reach(field, 100, within(10, 1000))).toBeCloseTo(1, 3)
})

// Least squares (1, 0.6) and ρ = 0: the lasso subtracts λ from each, so the knots are 0.6 and 1.
test.each([
  ['nonzeros == 1', 0.8, Math.log10(1 / 0.8)],
  ['nonzeros == 1', 0.65, Math.log10(0.65 / 0.6)],
  ['nonzeros <= 1', 0.65, Math.log10(0.65 / 0.6)],
  ['nonzeros >= 1', 0.65, Math.log10(1 / 0.65)],
  ['beta2 == 0', 2, Math.log10(2 / 0.6)],
  ['nonzeros == 1 and gap <= 1e-6', 0.65, Math.log10(0.65 / 0.6)],
])('%s at λ = %d lasts for %d decades', (goal, lambda, margin) => {
  const state = `1.b1~1_b2~0.6_rho~0_by~lambda_lambda~${lambda}`
  const result = judge(goal, state, geometry)
  expect(result).toMatchObject({ holds: true, unit: 'decades' })
  expect(result.margin).toBeCloseTo(margin, 3)
})

test('what does not depend on the penalty never ends, and a share stays a share', () => {
  expect(judge('ridgeNonzeros == 8', '').margin).toBe(Infinity)
  expect(judge('at(lambda=0.5).nonzeros > 0', '').margin).toBe(Infinity)
  expect(judge('lambda <= 1', '1.lambda~0.5')).toMatchObject({ margin: 0.5, unit: 'share' })
})

test('a count that fails is no farther from holding than its numbers say', () => {
  expect(judge('nonzeros == 0', '').margin).toBe(-1)
})

test('another state keeps the keys that are not named, and must exist', () => {
  const scope = scopeOf(paths, decodeState(paths, '1.lambda~0.6_seed~11').state)
  const there = scopeOf(paths, decodeState(paths, '1.lambda~0.8_seed~11').state)
  expect(scope.at({ lambda: '0.8' }, 'beta1')).toBe(there.value('beta1'))
  expect(() => scope.at({ lambda: '99' }, 'beta1')).toThrow(RangeError)
  expect(() => judge('at(colour=red).beta1 > 0', '')).toThrow(ExpressionError)
})

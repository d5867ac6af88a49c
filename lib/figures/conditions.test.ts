import { expect, test } from 'vitest'
import { conditionsOf, roomIn, written } from './conditions.ts'
import { numbersOnly, parse, type Scope } from './expression.ts'

const results = new Map(
  Object.entries({ nonzeros: 4, lambda: 0.25, lambdaMax: 0.5, accuracy: 0.9 }),
)
const scope: Scope = { ...numbersOnly, value: (name) => results.get(name) }

test.each([
  ['nonzeros == 3', false, 'exactly 3', ['nonzeros']],
  ['nonzeros != 3', true, 'anything but 3', ['nonzeros']],
  ['accuracy >= 0.95', false, 'at least 0.95', ['accuracy']],
  ['lambda > -0.5', true, 'more than −0.5', ['lambda']],
  ['lambda <= 0.4 * lambdaMax', false, 'lambda ≤ (0.4 × lambdaMax)', ['lambda', 'lambdaMax']],
  ['0.1 < lambda', true, '0.1 < lambda', ['lambda']],
  [
    'lambda > 1 or not nonzeros == 3',
    true,
    '(lambda > 1) or (not (nonzeros = 3))',
    ['lambda', 'nonzeros'],
  ],
])('%s: %s, wanted: %s', (goal, holds, wanted, names) => {
  const [condition, ...more] = conditionsOf(parse(goal), scope)
  expect(condition).toMatchObject({ holds, wanted })
  expect(condition?.found.map(({ name }) => name)).toEqual(names)
  expect(more).toEqual([])
})

test('what `and` joins is told apart, brackets or not', () => {
  const goal = parse('nonzeros == 3 and (lambda < 1 and accuracy > 0.5)')
  expect(conditionsOf(goal, scope).map(({ holds }) => holds)).toEqual([false, true, true])
})

test.each([
  [{ margin: 0.0051, unit: 'share' }, 'There is 0.5 % to spare.'],
  [{ margin: 0.25, unit: 'share' }, 'There is 25 % to spare.'],
  [{ margin: 0.301, unit: 'decades' }, 'It holds until λ changes by a factor of 2.00.'],
  [{ margin: 0.0086, unit: 'decades' }, 'It holds until λ changes by a factor of 1.020.'],
  [{ margin: Infinity, unit: 'decades' }, null],
  [{ margin: 1, unit: 'share' }, null],
] as const)('%j: %s', (truth, words) => {
  expect(roomIn(truth)).toBe(words)
})

test.each([
  [4, '4'],
  [0.25, '0.25'],
  [-1.23456, '−1.235'],
  [2.2e-16, '2.2e−16'],
])('%d is written %s', (value, text) => {
  expect(written(value)).toBe(text)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evaluate,
  type Expression,
  ExpressionError,
  numbersOnly,
  parse,
  print,
  type Scope,
} from './expression.ts'

const results = new Map(Object.entries({ beta1: 1.2, beta2: 0, nonzeros: 3, gap: 1e-9, lost: NaN }))
const scope: Scope = {
  value: (name) => results.get(name),
  at({ lambda }, name) {
    if (Number(lambda) > 10) throw new RangeError('lambda goes to 10')
    return name === 'beta2' ? Number(lambda) / 2 : undefined
  },
}

function columnOf(text: string, within: Scope = scope): string {
  try {
    evaluate(parse(text), within)
  } catch (error) {
    if (error instanceof ExpressionError) return `${error.column}: ${error.message}`
  }
  return 'no error'
}

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['-2^2', -4],
  ['2^-1', 0.5],
  ['2^3^2', 512],
  ['8 / 4 / 2', 1],
  ['5 - 3 - 1', 1],
  ['.5 + 1.5e1', 15.5],
  ['abs(-3) + min(4, 2, 8) + max(1, 2)', 7],
  ['beta1 / 2', 0.6],
  ['at(lambda=0.3, method=l1).beta2', 0.15],
  ['at(lambda=-2).beta2', -1],
])('%s is %d', (text, expected) => {
  expect(evaluate(parse(text, 'number'), scope).value).toBeCloseTo(expected, 12)
})

test.each([
  ['beta2 == 0', true, Infinity],
  ['beta1 == 1', false, -0.2 / 1.2],
  ['nonzeros != 3', false, -Infinity],
  ['1 < 2', true, 0.5],
  ['2 <= 2', true, 0],
  ['2 < 2', false, 0],
  ['3 > 4', false, -0.25],
  ['1 / 0 > 5', true, 1],
  ['approx(beta1, 1.15, 0.1)', true, 0.5],
  ['approx(1, 1.2, 0.1)', false, -1],
  ['nonzeros == 3 and gap <= 1e-6', true, 0.999],
  ['nonzeros == 4 or 1 < 2', true, 0.5],
  ['not 1 < 2', false, -0.5],
  ['not not 1 < 2 and (2 < 1 or 3 > 2)', true, 1 / 3],
])('%s holds: %s, margin %d', (text, holds, margin) => {
  const result = evaluate(parse(text), scope)
  expect(result.holds).toBe(holds)
  expect(result.value).toBe(holds)
  if (Number.isFinite(margin)) expect(result.margin).toBeCloseTo(margin, 6)
  else expect(result.margin).toBe(margin)
})

test('what was read is shown', () => {
  const { seen } = evaluate(parse('beta1 > at(lambda=0.3).beta2'), scope)
  expect([...seen]).toEqual([
    ['beta1', 1.2],
    ['at(lambda=0.3).beta2', 0.15],
  ])
})

test.each([
  ['beta1 == 0.3', '7: == is for integers; write approx(a, b, tolerance)'],
  [
    'beta1 == beta1 / 2',
    '7: == is for integers; between 1.2 and 0.6 write approx(a, b, tolerance)',
  ],
  ['beta1', '1: this is a number; a comparison such as a < b is needed'],
  ['1 + (2 < 3)', '8: this is true or false; a number is needed'],
  ['1 < 2 < 3', '7: comparisons do not chain: write a < b and b < c'],
  ['beta3 > 1', '1: there is no result “beta3” here'],
  ['0 < at(lambda=1).nope', '5: there is no result “at(lambda=1).nope” here'],
  ['0 < at(lambda=11).beta2', '5: lambda goes to 10'],
  ['not lost < 1', '5: this is not a number (NaN)'],
  ['sin(1) > 0', '1: unknown function “sin”'],
  ['abs(1, 2) > 0', '1: abs() takes 1 values, not 2'],
  ['approx(1, 1)', '1: approx() takes 3 values, not 2'],
  ['approx(1, 1, 0)', '1: the tolerance of approx must be above 0, not 0'],
  ['1 < ', '4: the text ends where a number, a name or a bracket is expected'],
  ['(1 < 2', '7: the text ends where “)” is expected'],
  ['1 < 2)', '6: unexpected “)”'],
  ['1 <  $', '6: unexpected “$”'],
  ['1 < constructor', '5: there is no result “constructor” here'],
  ['at(=2).x > 1', '4: “=” stands where the key of a state is expected'],
  ['', '1: the text ends where a number, a name or a bracket is expected'],
])('%s fails with its column', (text, message) => {
  expect(columnOf(text)).toBe(message)
})

test('ten thousand brackets are an error, not an exhausted stack', () => {
  expect(columnOf('('.repeat(10_000))).toBe('101: nested too deeply')
  expect(columnOf(`${'not '.repeat(10_000)}1 < 2`)).toMatch('nested too deeply')
})

test('a claim without a figure reads no names', () => {
  expect(columnOf('beta1 > 0', numbersOnly)).toBe('1: there is no result “beta1” here')
})

describe('against trees made at random', () => {
  test('printing and parsing give the same tree', () => {
    fc.assert(
      fc.property(fc.oneof(numbers, truths), ({ tree }) => {
        expect(withoutColumns(parse(print(tree), sorted(tree)))).toEqual(withoutColumns(tree))
      }),
    )
  })

  test('a value is what JavaScript says', () => {
    fc.assert(
      fc.property(numbers, ({ tree, value }) => {
        expect(evaluate(tree, scope).value).toBe(value)
      }),
    )
  })

  test('the margin has the sign of the truth', () => {
    fc.assert(
      fc.property(truths, ({ tree, holds }) => {
        const result = evaluate(tree, scope)
        expect(result.holds).toBe(holds)
        if (holds) expect(result.margin).toBeGreaterThanOrEqual(0)
        else expect(result.margin).toBeLessThanOrEqual(0)
      }),
    )
  })
})

type Valued = { tree: Expression; value: number }
type Judged = { tree: Expression; holds: boolean }
const column = 1

const { numbers } = fc.letrec<{ numbers: Valued }>((tie) => ({
  numbers: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .nat({ max: 99 })
      .map((value) => ({ tree: { kind: 'number' as const, value, column }, value })),
    fc.constantFrom('beta1', 'nonzeros').map((name) => ({
      tree: { kind: 'name' as const, name, column },
      value: results.get(name) as number,
    })),
    tie('numbers').map(({ tree, value }) => ({
      tree: { kind: 'negate' as const, of: tree, column },
      value: -value,
    })),
    fc.tuple(tie('numbers'), tie('numbers')).map(([a, b]) => ({
      tree: {
        kind: 'arithmetic' as const,
        operator: '*' as const,
        left: a.tree,
        right: b.tree,
        column,
      },
      value: a.value * b.value,
    })),
    fc.tuple(tie('numbers'), tie('numbers')).map(([a, b]) => ({
      tree: { kind: 'call' as const, name: 'max' as const, of: [a.tree, b.tree], column },
      value: Math.max(a.value, b.value),
    })),
  ),
}))

const { truths } = fc.letrec<{ truths: Judged }>((tie) => ({
  truths: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(numbers, numbers).map(([a, b]) => ({
      tree: {
        kind: 'compare' as const,
        operator: '<' as const,
        left: a.tree,
        right: b.tree,
        column,
      },
      holds: a.value < b.value,
    })),
    tie('truths').map(({ tree, holds }) => ({
      tree: { kind: 'not' as const, of: tree, column },
      holds: !holds,
    })),
    fc.tuple(tie('truths'), tie('truths')).map(([a, b]) => ({
      tree: { kind: 'or' as const, left: a.tree, right: b.tree, column },
      holds: a.holds || b.holds,
    })),
  ),
}))

function sorted(tree: Expression) {
  return ['compare', 'not', 'or'].includes(tree.kind) ? 'truth' : 'number'
}

function withoutColumns(tree: Expression): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'column' ? undefined : value)))
}

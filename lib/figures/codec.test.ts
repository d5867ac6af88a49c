import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeState, encodeState } from './codec.ts'
import { defaults, type Field, type Fields, settle } from './figure.ts'
import { figures } from './index.ts'

const { geometry } = figures

describe.each(Object.values(figures))(
  'the states of $id',
  (figure: { title: string; fields: Fields }) => {
    test('survive being written and read', () => {
      fc.assert(
        fc.property(states(figure.fields), (state) => {
          expect(decodeState(figure, encodeState(figure, state))).toEqual({ state, notes: [] })
        }),
        { numRuns: 500 },
      )
    })

    test('are read from any text without an error, into a state that can be written', () => {
      const key = fc.constantFrom(...Object.keys(figure.fields), 'zz', 'constructor', '__proto__')
      const value = fc.oneof(
        fc.string(),
        fc.double().map(String),
        fc.constantFrom('NaN', '1e999', '-'),
      )
      const close = fc
        .array(
          fc.tuple(key, value).map(([k, v]) => `${k}~${v}`),
          { maxLength: 8 },
        )
        .map((parts) => `1.${parts.join('_')}`)
      fc.assert(
        fc.property(fc.oneof(fc.string(), close), (text) => {
          const { state } = decodeState(figure, text)
          expect(Object.keys(state)).toEqual(Object.keys(figure.fields))
          expect(decodeState(figure, encodeState(figure, state))).toEqual({ state, notes: [] })
        }),
        { numRuns: 500 },
      )
    })

    test('at the default need no text', () => {
      expect(encodeState(figure, defaults(figure))).toBe('')
      expect(decodeState(figure, '')).toEqual({ state: defaults(figure), notes: [] })
    })
  },
)

test.each([
  ['1.budget~2', { budget: 2 }, []],
  ['1.budget~2_b1~-0.5', { budget: 2, b1: -0.5 }, []],
  ['1.by~lambda_lambda~0.152', { by: 'lambda', lambda: 0.152 }, []],
  ['1.budget~99', { budget: 4 }, ['“budget” goes from 0.1 to 4: it is 4 here, not 99.']],
  ['1.rho~0.123', { rho: 0.12 }, ['“rho” is rounded to 0.12.']],
  ['1.budget~two', {}, ['“budget” is a number: it is 1.2 here.']],
  ['1.by~area', {}, ['“by” is “budget” or “lambda”: it is “budget” here.']],
  ['1.budget~2_budget~3', { budget: 2 }, ['“budget” is given twice: the first one counts.']],
  [
    '1.colour~red',
    {},
    [
      `“colour” is not part of “Where the contour meets the budget”, which knows ${Object.keys(geometry.fields).join(', ')}.`,
    ],
  ],
  [
    '2.budget~2',
    {},
    ['The link is of a form that this figure does not know: it starts from its beginning.'],
  ],
])('%s', (text, differs, notes) => {
  expect(decodeState(geometry, text)).toEqual({
    state: { ...defaults(geometry), ...differs },
    notes,
  })
})

test('only what differs from the default is written, in the order of the fields', () => {
  const state = { ...defaults(geometry), lambda: 0.5, budget: 0.8 }
  expect(encodeState(geometry, state)).toBe('1.budget~0.8_lambda~0.5')
})

function states(fields: Fields) {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, f]) => [key, values(f)])))
}

function values(field: Field): fc.Arbitrary<number | string> {
  if (field.kind === 'choice') return fc.constantFrom(...field.options.map(({ value }) => value))
  return fc
    .double({ min: field.min, max: field.max, noNaN: true })
    .map((value) => settle(field, value))
}

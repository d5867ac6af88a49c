import fc from 'fast-check'
import { expect } from 'vitest'
import { fit, prepare } from '#lib/solver/index.ts'
import type { Code } from './code.ts'
import { type Fields, type Figure, settle, type State } from './figure.ts'

/** Any state that a link can carry. */
export function anyStateOf<F extends Fields, R>(figure: Figure<F, R>): fc.Arbitrary<State<F>> {
  const values = Object.entries(figure.fields).map(([key, field]) => [
    key,
    field.kind === 'choice'
      ? fc.constantFrom(...field.options.map(({ value }) => value))
      : fc
          .double({ min: field.min, max: field.max, noNaN: true })
          .map((value) => settle(field, value)),
  ])
  return fc.record(Object.fromEntries(values)) as fc.Arbitrary<State<F>>
}

/** The code that is copied is the model that is drawn: fits alone, solved again as it says. */
export function expectSameFits(models: readonly Code[]): void {
  expect(models).not.toHaveLength(0)
  for (const model of models) {
    if (model.kind !== 'fit') throw new Error('a fit is expected')
    const { x, y, expected, lambda, alpha, ...options } = model
    const rows = x.map((row) => Array.from(row))
    const found = fit(prepare(rows, y, options), { lambda, alpha })
    expect(found.intercept).toBeCloseTo(expected.intercept, 9)
    found.coefficients.forEach((b, j) => expect(b).toBeCloseTo(expected.coefficients[j]!, 9))
  }
}

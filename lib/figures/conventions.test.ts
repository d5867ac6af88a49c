import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, prepare, proximal } from '#lib/solver/index.ts'
import { conventions, type ConventionsState } from './conventions.ts'
import { apart, dataOf, deviation, modelOf, predictionsOf } from './conventions-model.ts'
import { defaults, settle } from './figure.ts'
import { house, unitsOf } from './units.ts'

const start = defaults(conventions)

function at(patch: Partial<ConventionsState>): Record<string, number> {
  return conventions.named(conventions.compute({ ...start, ...patch }))
}

describe('the start teaches: what stands beside it is true', () => {
  test('as given × 0.1 ridge all but drops the first column; standardised it keeps two thirds', () => {
    const { given1, standard1, ols1 } = at({})
    expect(given1).toBeCloseTo(0.06, 2)
    expect(standard1! / ols1!).toBeCloseTo(0.64, 2)
  })

  test('its sentence has its numbers', () => {
    expect(conventions.finding(start, conventions.compute(start), house)).toBe(
      'At penalty 0.50 one standard deviation of the first column, as given × 0.1, moves predictions by 0.06; standardised, by 1.98 in any unit; 0.50 typed as alpha of scikit-learn’s Ridge means λ 0.0083 here, and moves predictions by up to 1.26 sd(y); in scikit-learn the same model takes 30.0.',
    )
  })
})

describe('“scaling does not matter” is false without standardising', () => {
  test('the lasso drops a column, or keeps it, by its unit alone', () => {
    expect(at({ method: 'l1', unit: 0.1 })['effect1']).toBe(0)
    expect(at({ method: 'l1', unit: 1 })['effect1']).toBeGreaterThan(2)
  })

  test.each(['l1', 'l2', 'en'] as const)(
    '%s: from nearly nothing to nearly unpenalised',
    (method) => {
      expect(Math.abs(at({ method, unit: 0.001 })['effect1']!)).toBeLessThan(1e-4)
      // so large a unit costs nothing: the others are fitted as if the first were free
      const { effect1, ols1 } = at({ method, unit: 1000 })
      expect(effect1! / ols1!).toBeGreaterThan(0.9)
    },
  )

  test.each(['l1', 'l2', 'en'] as const)('%s: standardised, no unit changes anything', (method) => {
    for (const intercept of ['free', 'penalised'] as const)
      for (const unit of [0.001, 0.1, 1000]) {
        const named = at({ method, unit, intercept, standardize: 'yes' })
        expect(named['unitDifference']).toBeLessThan(1e-12)
        expect(named['coefficient1']! * unit).toBeCloseTo(
          at({ method, unit: 1, intercept, standardize: 'yes' })['coefficient1']!,
          9,
        )
      }
  })
})

describe('one number in four conventions', () => {
  test('by hand: n = 60, sd(y) from the data', () => {
    const sd = deviation(dataOf(start).y)
    const ridge = at({ method: 'l2' })
    expect(ridge['lambdaSklearn']).toBeCloseTo(30, 12)
    expect(ridge['lambdaTextbook']).toBeCloseTo(30, 12)
    expect(ridge['lambdaGlmnet']).toBeCloseTo(0.5 * sd, 12)
    const lasso = at({ method: 'l1' })
    expect(lasso['lambdaSklearn']).toBe(0.5)
    expect(lasso['lambdaGlmnet']).toBe(0.5)
    const net = at({ method: 'en' })
    expect(net['lambdaGlmnet']).toBeCloseTo(0.25 + 0.25 * sd, 12)
    expect(net['mixGlmnet']).toBeCloseTo(1 / (1 + sd), 12)
  })

  test('the same number is another model; the converted one is the same', () => {
    for (const other of ['sklearn', 'glmnet', 'textbook'] as const) {
      const typed = at({ other })
      expect(typed['difference'], other).toBeGreaterThan(0.2)
      const same = { sklearn: 'lambdaSklearn', glmnet: 'lambdaGlmnet', textbook: 'lambdaTextbook' }
      const number = settle(conventions.fields.number, typed[same[other]]!)
      expect(at({ other, number })['difference'], other).toBeLessThan(0.001)
    }
  })

  test('what the elastic net of glmnet takes is another mix: one number alone does not reach it', () => {
    const distances = [0.3, 0.5, 0.7, 0.9, 1.1, 1.3].map(
      (number) => at({ method: 'en', unit: 1, other: 'glmnet', number })['difference']!,
    )
    expect(Math.min(...distances)).toBeGreaterThan(0.01)
  })
})

describe('a penalised intercept', () => {
  test('adding 10 to y adds 10 to the predictions only while it is free', () => {
    for (const standardize of ['no', 'yes'] as const)
      expect(at({ standardize })['gain']).toBeCloseTo(10, 9)
  })

  test('by hand, beside standardised columns: ridge keeps 10/(1 + λ) of it', () => {
    const penalised = { intercept: 'penalised', standardize: 'yes' } as const
    for (const lambda of [0.1, 0.5, 2])
      expect(at({ ...penalised, lambda })['gain']).toBeCloseTo(10 / (1 + lambda), 9)
  })

  test('and the lasso soft(ȳ + 10, λ) − soft(ȳ, λ)', () => {
    const { y } = dataOf(start)
    const mean = y.reduce((sum, value) => sum + value, 0) / y.length
    expect(at({ method: 'l1', intercept: 'penalised', standardize: 'yes' })['gain']).toBeCloseTo(
      proximal('soft', mean + 10, { lambda: 0.5 }) - proximal('soft', mean, { lambda: 0.5 }),
      9,
    )
  })
})

test('predictions are those of the solver’s own fit of the given columns', () => {
  const data = dataOf(start)
  const x = data.x.map(([first, ...rest]) => [first! * 0.02, ...rest])
  const own = fit(prepare(x, data.y), { lambda: 0.3, alpha: 0.5 })
  const strength = { lambda: 0.3, alpha: 0.5 }
  for (const penalised of [false, true]) {
    const model = modelOf(data, { unit: 0.02, standardize: true, penalised }, strength)
    const predictions = predictionsOf(model, data)
    const shift = penalised ? predictions[0]! - rowOf(x[0]!) : 0
    for (const [i, row] of x.entries()) expect(predictions[i]! - shift).toBeCloseTo(rowOf(row), 9)
    // beside centred columns only the level is lost
    if (!penalised) expect(apart(model, model, data)).toBe(0)
  }

  function rowOf(row: readonly number[]) {
    return row.reduce((sum, value, j) => sum + value * own.coefficients[j]!, own.intercept)
  }
})

/** Any state that a link can carry. */
const anyState: fc.Arbitrary<ConventionsState> = fc.record(
  Object.fromEntries(
    Object.entries(conventions.fields).map(([key, field]) => [
      key,
      field.kind === 'choice'
        ? fc.constantFrom(...field.options.map(({ value }) => value as string))
        : fc
            .double({ min: 0, max: 1, noNaN: true })
            .map((share) =>
              settle(
                field,
                'scale' in field
                  ? field.min * (field.max / field.min) ** share
                  : field.min + (field.max - field.min) * share,
              ),
            ),
    ]),
  ),
) as unknown as fc.Arbitrary<ConventionsState>

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyState, anyState, (state, next) => {
      const [before, after] = [state, next].map((s) => ({
        state: s,
        result: conventions.compute(s),
      })) as [Moment, Moment]
      const named = conventions.named(after.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const value of Object.values(named)) expect(Number.isFinite(value)).toBe(true)
      const units = unitsOf('sklearn', conventions.sample(next, after.result))
      for (const sentence of [
        conventions.finding(next, after.result, units),
        conventions.changed(before, after, units),
        ...Object.keys(start).map((key) => {
          const moved = { ...state, [key]: next[key as keyof ConventionsState] }
          return conventions.changed(
            before,
            { state: moved, result: conventions.compute(moved) },
            house,
          )
        }),
      ])
        expect(sentence).toMatch(/^[A-Z0-9][^∞–]*[.]$/)
    }),
    { numRuns: 60 },
  )
})

type Moment = { state: ConventionsState; result: ReturnType<typeof conventions.compute> }

test.each([
  [
    { unit: 1 },
    /^The first column × 1: .* takes a coefficient 10 times smaller, .* goes from 0.06 to 2.00.$/,
  ],
  [{ unit: 0.001 }, /takes a coefficient 100 times larger/],
  [{ standardize: 'yes' }, /^Standardised, .* is 1.98 in any unit.$/],
  [{ intercept: 'penalised' }, /10 more in y are 6.7 more in the predictions/],
  [
    { number: 30 },
    /^30.0 typed as alpha of scikit-learn’s Ridge means λ 0.50 here, and its predictions are the same/,
  ],
  [{ other: 'glmnet' }, /^0.50 typed as lambda of glmnet means λ 0.13 here/],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  const state: ConventionsState = { ...start, ...patch }
  const before = { state: start, result: conventions.compute(start) }
  expect(conventions.changed(before, { state, result: conventions.compute(state) }, house)).toMatch(
    sentence,
  )
})

test('and where the columns are standardised, that a unit changes nothing', () => {
  const [before, after] = [1, 100].map((unit) => {
    const state: ConventionsState = { ...start, standardize: 'yes', unit }
    return { state, result: conventions.compute(state) }
  }) as [Moment, Moment]
  expect(conventions.changed(before, after, house)).toMatch(/divides the unit out again.$/)
})

test('other samples keep the point', () => {
  const { slack, margin } = conventions.variant
  for (let seed = 1; seed <= 200; seed++) {
    const state = { ...start, seed }
    expect(slack(state, conventions.compute(state))).toBeGreaterThan(margin)
  }
})

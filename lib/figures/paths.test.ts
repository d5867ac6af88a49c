import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeData } from '#lib/solver/index.ts'
import { defaults, settle } from './figure.ts'
import { paths, type PathsState } from './paths.ts'
import { expectedError } from './paths-sample.ts'

const start = defaults(paths)

function at(patch: Partial<PathsState>) {
  return paths.named(paths.compute({ ...start, ...patch }))
}

describe('the start teaches: what stands beside it is true', () => {
  test('L1 finds the three real effects and keeps one that is truly zero', () => {
    const { nonzeros, trueKept, noiseKept, beta2, true2, ridgeNonzeros } = at({})
    expect([nonzeros, trueKept, noiseKept, true2, ridgeNonzeros]).toEqual([4, 3, 1, 0, 8])
    expect(Math.abs(beta2!)).toBeGreaterThan(0.2)
  })

  test('the count does not hang by a thread: 20 % more or less penalty keeps it', () => {
    expect(at({ lambda: 0.2 }).nonzeros).toBe(4)
    expect(at({ lambda: 0.3 }).nonzeros).toBe(4)
  })

  test('L1 paths reach zero and stay; L2 paths never settle on it', () => {
    const [l1, l2] = paths.compute(start).curves
    const p = 8
    for (let j = 0; j < p; j++) {
      const rising = Array.from(l1.lambdas, (_, i) => l1.coefficients[i * p + j]!).toReversed()
      const first = rising.indexOf(0)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(rising.slice(first).every((b) => b === 0)).toBe(true)
    }
    expect(l2.coefficients.every((b) => b !== 0)).toBe(true)
  })

  test('under L2 a single coefficient grows for a while; the length of the vector only falls', () => {
    const [, l2] = paths.compute(start).curves
    const p = 8
    const sixth = Array.from(l2.lambdas, (_, i) => Math.abs(l2.coefficients[i * p + 5]!))
    expect(Math.max(...sixth) - sixth.at(-1)!).toBeGreaterThan(0.2)
    const lengths = Array.from(l2.lambdas, (_, i) =>
      Math.hypot(...l2.coefficients.subarray(i * p, (i + 1) * p)),
    )
    lengths.slice(1).forEach((length, i) => expect(length).toBeGreaterThan(lengths[i]!))
  })

  test('dropping pays here: on new rows L1 beats ridge, and least squares too', () => {
    const { error, ridgeError } = at({})
    expect(error).toBeLessThan(0.9 * ridgeError!)
    expect(error).toBeLessThan(at({ lambda: 0.005 }).ridgeError!)
  })

  test('its sentence has its numbers', () => {
    expect(paths.finding(start, paths.compute(start))).toBe(
      'At penalty 0.25 the lasso keeps 4 of 8 coefficients (β2 without a true effect), ridge 8 of 8; the error expected on new rows is 6.55 against 7.45.',
    )
  })
})

test('the expected error is what many new rows come to', () => {
  const { rho, sigma, n, p } = start
  const { x, y, truth } = makeData({ seed: 1, n: 40_000, p, rho, k: 3, step: 2, sigma })
  const coefficients = [2.5, 0.4, -1.5, 0, 0.7, 0.1, -0.3, 0]
  const squares = x.map(
    (row, i) => (y[i]! - 0.2 - row.reduce((sum, v, j) => sum + v * coefficients[j]!, 0)) ** 2,
  )
  const mean = squares.reduce((a, b) => a + b, 0) / squares.length
  const expected = expectedError({ rho, sigma, truth: truth.coefficients }, coefficients, 0.2)
  expect(n).toBeLessThan(squares.length)
  // Standard error of the mean of squares of a normal: √2 of it over √40,000.
  expect(Math.abs(mean / expected - 1)).toBeLessThan(4 * Math.SQRT2 * 0.005)
})

test('nothing survives from lambdaMax on, and something does below', () => {
  const { lambdaMax } = at({})
  expect(at({ lambda: lambdaMax! * 1.0001 }).nonzeros).toBe(0)
  expect(at({ lambda: lambdaMax! * 0.999 }).nonzeros).toBe(1)
})

test('the models at the cursor lie on the curves', () => {
  const { curves } = paths.compute(start)
  const i = 40
  const { l1, l2 } = paths.compute({ ...start, lambda: curves[0].lambdas[i]! })
  for (const [curve, model] of [
    [curves[0], l1],
    [curves[1], l2],
  ] as const)
    model.coefficients.forEach((b, j) => expect(curve.coefficients[i * 8 + j]).toBeCloseTo(b, 9))
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyState(), anyState(), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: paths.compute(s) }))
      const named = paths.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(value).not.toBeNaN()
        expect(paths.names).toHaveProperty([name.replace(/^(beta|ridge|net|true)\d+$/, '$1*')])
      }
      for (const sentence of [paths.finding(state, before!.result), paths.changed(before!, after!)])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity/)
      for (const { columns, rows } of paths.tables(state, before!.result))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 40 },
  )
})

test.each([
  [{ lambda: 0.5 }, /^Penalty 0.25 to 0.50: the lasso drops β2 and keeps 3 of 8; error expected /],
  [{ lambda: 0.22 }, /the lasso still keeps 4 of 8/],
  [{ vs: 'en' }, /^The elastic net keeps /],
  [{ seed: 5 }, /^Sample 5: at penalty 0.25 the lasso keeps /],
  [{ rho: 0.9 }, /^Neighbours correlated 0.90: /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  const state: PathsState = { ...start, ...patch }
  const before = { state: start, result: paths.compute(start) }
  expect(paths.changed(before, { state, result: paths.compute(state) })).toMatch(sentence)
})

/** Any state that a link can carry. */
function anyState(): fc.Arbitrary<PathsState> {
  const values = Object.entries(paths.fields).map(([key, field]) => [
    key,
    field.kind === 'choice'
      ? fc.constantFrom(...field.options.map(({ value }) => value))
      : fc
          .double({ min: field.min, max: field.max, noNaN: true })
          .map((value) => settle(field, value)),
  ])
  return fc.record(Object.fromEntries(values))
}

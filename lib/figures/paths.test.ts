import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crossValidate, fit, makeData, prepare } from '#lib/solver/index.ts'
import { anyStateOf } from './figure-tests.ts'
import { defaults, settle } from './figure.ts'
import { namesOf } from './names.ts'
import { paths, type PathsState } from './paths.ts'
import { house } from './units.ts'
import { expectedError, sampleOf } from './paths-sample.ts'
import { fairVariant } from './variant.ts'

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
    expect(paths.finding(start, paths.compute(start), house)).toBe(
      'At penalty 0.25 the lasso keeps 4 of 8 coefficients (β2 has no true effect), ridge 8 of 8; the error expected on new rows is 6.55 against 7.45.',
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
  const columns = [...coefficients.keys()]
  const population = {
    sigma,
    truth: truth.coefficients,
    covariance: columns.map((j) => columns.map((k) => rho ** Math.abs(j - k))),
  }
  const expected = expectedError(population, coefficients, 0.2)
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

describe('kinks', () => {
  test('a coefficient leaves zero exactly there: 0 at the kink, not 0 just below', () => {
    const { knots } = paths.compute(start)
    expect(knots).toHaveLength(8)
    expect(knots[0]!.lambda).toBe(at({}).lambdaMax)
    const { problem } = sampleOf(start)
    for (const { lambda, enters, leaves, nonzeros } of knots) {
      expect([enters.length, leaves.length]).toEqual([1, 0])
      const [above, below] = [1 + 1e-7, 1 - 1e-7].map((by) => fit(problem, { lambda: lambda * by }))
      expect(above!.coefficients[enters[0]!]).toBe(0)
      expect(below!.coefficients[enters[0]!]).not.toBe(0)
      expect(below!.nActive).toBe(nonzeros)
    }
  })

  test('the order of entry is by name: β1, β3 and β5 first, then β2, which has no effect', () => {
    const { entry1, entry2, entry3, entry5 } = at({})
    expect([entry1, entry3, entry5, entry2]).toEqual([1, 2, 3, 4])
  })

  test('one that comes back: survivors 1, 2, 3, 2, 3 as λ falls (product.md §8)', () => {
    const result = paths.compute({ ...start, data: 'returns' })
    expect(result.knots.map(({ nonzeros }) => nonzeros)).toEqual([1, 2, 3, 2, 3])
    const [first, second, third, fourth, fifth] = result.knots.map(({ lambda }) => lambda)
    expect(first).toBeCloseTo(0.945, 9)
    // by hand: β1 = −(0.945 − λ) alone, so z2'r/n = 0.507 + 0.28·(0.945 − λ), which reaches λ
    expect(second).toBeCloseTo((0.507 + 0.28 * 0.945) / 1.28, 9)
    expect([third, fourth, fifth]).toEqual([
      expect.closeTo(0.0873, 4),
      expect.closeTo(0.0664, 4),
      expect.closeTo(0.0491, 4),
    ])
    expect(result.knots[3]).toMatchObject({ enters: [], leaves: [0] })
    expect(result.knots[4]).toMatchObject({ enters: [0], leaves: [] })
    expect(at({ data: 'returns', lambda: 0.3 }).nonzeros).toBe(2)
    expect(at({ data: 'returns', lambda: 0.075 }).nonzeros).toBe(3)
    expect(at({ data: 'returns', lambda: 0.057 }).nonzeros).toBe(2)
    expect(at({ data: 'returns', lambda: 0.02 }).nonzeros).toBe(3)
  })

  test('its data have those correlations and covariances in every sample', () => {
    for (const patch of [{}, { seed: 5, n: 20, sigma: 6 }, { n: 200, sigma: 0.5, p: 12 }]) {
      const { x, y, problem } = sampleOf({ ...start, data: 'returns', ...patch })
      const mean = (of: (row: readonly number[], i: number) => number) =>
        x.reduce((sum, row, i) => sum + of(row, i), 0) / x.length
      for (const [j, k, r] of [
        [0, 0, 1],
        [0, 1, 0.28],
        [0, 2, 0.5],
        [1, 2, 0.967],
      ] as const)
        expect(mean((row) => row[j]! * row[k]!)).toBeCloseTo(r, 10)
      for (const [j, c] of [-0.945, 0.507, 0.076].entries()) {
        expect(mean((row) => row[j]!)).toBeCloseTo(0, 10)
        expect(mean((row, i) => row[j]! * y[i]!)).toBeCloseTo(c, 10)
      }
      const { truth } = paths.compute({ ...start, data: 'returns', ...patch })
      fit(problem, { lambda: 0 }).coefficients.forEach((b, j) =>
        expect(b).toBeCloseTo(truth[j]!, 7),
      )
    }
  })
})

describe('cross-validation', () => {
  test('by its definition: the smallest mean error, and the first within one standard error', () => {
    const { x, y } = sampleOf(start)
    const { folds, lambdas } = paths.compute(start).curves[0]
    const grid = lambdas.filter((_, i) => i % 2 === 0)
    const { foldErrors, foldIds } = crossValidate(x as number[][], y, { lambdas: grid, seed: 1 })
    const share = Array.from({ length: 10 }, (_, k) => foldIds.filter((id) => id === k).length / 60)
    const errors = Array.from(grid, (_, i) =>
      share.reduce((sum, s, k) => sum + s * foldErrors[k * grid.length + i]!, 0),
    )
    const best = errors.indexOf(Math.min(...errors))
    const spread = share.reduce(
      (sum, s, k) => sum + s * (foldErrors[k * grid.length + best]! - errors[best]!) ** 2,
      0,
    )
    const bound = errors[best]! + Math.sqrt(spread / 9)
    expect(folds.atMin).toBe(2 * best)
    expect(folds.at1se).toBe(2 * errors.findIndex((error) => error <= bound))
    expect(at({}).cvMin).toBeCloseTo(errors[best]!, 10)
  })

  test('the cursor can stand on either choice, and then has its numbers', () => {
    const { lambdaMin, lambda1se, nonzerosMin, nonzeros1se, errorMin, error1se } = at({})
    for (const [lambda, nonzeros, error] of [
      [lambdaMin, nonzerosMin, errorMin],
      [lambda1se, nonzeros1se, error1se],
    ]) {
      expect(settle(paths.fields.lambda, lambda!)).toBe(lambda)
      const there = at({ lambda: lambda! })
      expect(there.nonzeros).toBe(nonzeros)
      expect(there.error).toBeCloseTo(error!, 9)
    }
    expect(lambda1se).toBeGreaterThan(lambdaMin!)
    expect(nonzeros1se).toBeLessThanOrEqual(nonzerosMin!)
  })

  test('the folds are dealt by their own seed: the data and the paths stay', () => {
    const [before, after] = [paths.compute(start), paths.compute({ ...start, folds: 2 })]
    expect(after.curves[0].coefficients).toEqual(before.curves[0].coefficients)
    expect(after.curves[0].folds.errors).not.toEqual(before.curves[0].folds.errors)
  })
})

test('where every predictor has an effect ridge at its best beats the lasso at its best', () => {
  const { curves, truth } = paths.compute({ ...start, data: 'many', p: 12, n: 40 })
  expect(truth.every((b) => b === 0.85)).toBe(true)
  const [lasso, ridge] = curves.map(({ errors }) => Math.min(...errors))
  expect(ridge).toBeLessThan(0.97 * lasso!)
})

test('degrees of freedom: what the lasso keeps; for ridge the trace of the hat matrix', () => {
  const { df, ridgeDf, nonzeros } = at({})
  expect(df).toBe(nonzeros)
  // trace of the hat matrix: ridge fitted to each unit vector, its own fitted value summed
  const { x } = sampleOf(start)
  const hat = x.map((row, i) => {
    const unit = x.map((_, k) => Number(k === i))
    const { coefficients, intercept } = fit(prepare(x as number[][], unit), {
      lambda: start.lambda,
      alpha: 0,
    })
    return row.reduce((sum, v, j) => sum + v * coefficients[j]!, intercept)
  })
  expect(hat.reduce((a, b) => a + b, 0) - 1).toBeCloseTo(ridgeDf!, 8)
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(paths), anyStateOf(paths), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: paths.compute(s) }))
      const named = paths.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(value).not.toBeNaN()
        expect(namesOf.paths).toHaveProperty([
          name.replace(/^(beta|ridge|net|true|entry)\d+$/, '$1*'),
        ])
      }
      for (const sentence of [
        paths.finding(state, before!.result, house),
        paths.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity/)
      for (const { columns, rows } of paths.tables(state, before!.result, house))
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
  [{ rho: 0.9 }, /^Correlation 0.90: /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  const state: PathsState = { ...start, ...patch }
  const before = { state: start, result: paths.compute(start) }
  expect(paths.changed(before, { state, result: paths.compute(state) }, house)).toMatch(sentence)
})

test.each([
  [
    {},
    'smallest, 7.23, at penalty 0.10 (6 of 8 kept), and the largest penalty within one standard error of that is 0.42 (4 of 8 kept).',
  ],
  [{ data: 'returns' }, 'at the smallest penalty drawn, 0.0050 (3 of 3 kept), and the largest'],
] as const)('over the folds, %j: %s', (patch, end) => {
  const state: PathsState = { ...start, ...patch, view: 'cv' }
  expect(paths.finding(state, paths.compute(state), house)).toContain(end)
})

test('other data that show the point are found at least 19 times of 20', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(paths, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found.slice(0, 12)) {
    const { nonzeros, ridgeNonzeros } = at(state)
    expect(nonzeros).toBeGreaterThan(0)
    expect(nonzeros).toBeLessThan(8)
    expect(ridgeNonzeros).toBe(8)
    for (const by of [10 ** -0.04, 10 ** 0.04])
      expect(at({ ...state, lambda: start.lambda * by }).nonzeros).toBe(nonzeros)
  }
})

test('its code holds the fits at the cursor', () => {
  for (const patch of [
    {},
    { vs: 'en', data: 'many' },
    { data: 'returns', lambda: 0.06 },
  ] as const) {
    const state: PathsState = { ...start, ...patch }
    for (const code of paths.code(state, paths.compute(state))) {
      if (code.kind !== 'fit') throw new Error('a fit was expected')
      const again = fit(prepare(code.x as number[][], code.y), code)
      expect(again.intercept).toBeCloseTo(code.expected.intercept, 9)
      Array.from(code.expected.coefficients).forEach((b, j) =>
        expect(again.coefficients[j]).toBeCloseTo(b, 9),
      )
    }
  }
})

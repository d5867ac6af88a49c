import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, prepare } from '#lib/solver/index.ts'
import { collinear, type CollinearState } from './collinear.ts'
import { twinsOf } from './collinear-sample.ts'
import { anyStateOf, expectSameFits } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(collinear)
const solved = (patch: Partial<CollinearState>) => {
  const state = { ...start, ...patch }
  return { state, result: collinear.compute(state) }
}
const at = (patch: Partial<CollinearState>) => collinear.named(solved(patch).result)

describe('the start teaches: what stands beside it is true', () => {
  test('least squares varies five times as much as ridge, on the same inflated features', () => {
    const { vif, condition, sdOls, sdRidge, distanceOls, distanceRidge } = at({})
    expect(vif).toBeCloseTo(1 / (1 - 0.95 ** 2), 8)
    expect(condition).toBeCloseTo(Math.sqrt(1.95 / 0.05), 8)
    expect(sdOls!).toBeGreaterThan(5 * sdRidge!)
    expect(distanceOls!).toBeGreaterThan(1.8 * distanceRidge!)
  })

  test('least squares has the sign of β2 wrong in the sample shown and in 3 of 10; ridge never', () => {
    const { ols2, ridge2, negativeOls, negativeRidge } = at({})
    expect(start.b2).toBeGreaterThan(0)
    expect(ols2).toBeCloseTo(-0.8, 2)
    expect(ridge2).toBeCloseTo(0.67, 2)
    expect([negativeOls! > 0.25, negativeRidge]).toEqual([true, 0])
  })

  test('the lasso drops a twin in 27 of 60 samples, ridge in none', () => {
    expect(at({}).zerosLasso).toBeCloseTo(27 / 60, 12)
    expect(at({}).zerosRidge).toBe(0)
  })

  test('its sentence has its numbers', () => {
    const { state, result } = solved({})
    expect(collinear.finding(state, result, house)).toBe(
      'Both features have a VIF of 10.3 at every penalty; over 60 samples the standard deviation of a coefficient is 0.88 under least squares and 0.17 under ridge at penalty 0.30.',
    )
  })
})

describe('refuted: “L2 removes multicollinearity”', () => {
  test('the estimates settle as λ rises; what says that the data are collinear does not move', () => {
    const along = [0.001, 0.01, 0.1, 1, 10].map((lambda) => at({ lambda }))
    for (const { vif, condition } of along)
      expect([vif, condition]).toEqual([along[0]!.vif, along[0]!.condition])
    along.slice(1).forEach(({ sdRidge, ridgeCondition }, i) => {
      expect(sdRidge).toBeLessThan(along[i]!.sdRidge!)
      expect(ridgeCondition).toBeLessThan(along[i]!.ridgeCondition!)
    })
  })

  test('VIF and condition number are those of two features with this correlation, by hand', () => {
    // ρ = 0.8: 1/(1 − 0.64) = 25/9; √(1.8/0.2) = 3; with λ = 1: √(2.8/1.2)
    const { vif, condition, ridgeCondition } = at({ rho: 0.8, lambda: 1 })
    expect(vif).toBeCloseTo(25 / 9, 9)
    expect(condition).toBeCloseTo(3, 9)
    expect(ridgeCondition).toBeCloseTo(Math.sqrt(2.8 / 1.2), 9)
  })

  test('what ridge solves is least squares with the rows √(nλ) I added, and has that condition', () => {
    const { x } = twinsOf(start)
    const added = Math.sqrt(start.n * start.lambda)
    const gram = [...x, [added, 0], [0, added]].reduce(
      ([a, b, c], [u, v]) => [a! + u! * u!, b! + u! * v!, c! + v! * v!],
      [0, 0, 0],
    )
    const [a, b, c] = gram as [number, number, number]
    const root = Math.hypot(a - c, 2 * b)
    expect(at({}).ridgeCondition).toBeCloseTo(Math.sqrt((a + c + root) / (a + c - root)), 9)
  })

  test('least squares spreads as theory says, σ√(VIF/n), within what 60 samples allow', () => {
    for (const patch of [{}, { rho: 0 }, { n: 100, rho: 0.99 }, { seed: 77 }]) {
      const { sdOls, sdExpected } = at(patch)
      // both standard deviations from 60: relative error about 1/√(2·60)
      expect(Math.abs(sdOls! / sdExpected! - 1)).toBeLessThan(4 / Math.sqrt(120))
    }
    expect(at({ rho: 0.8, sigma: 3, n: 100 }).sdExpected).toBeCloseTo((3 * 5) / 3 / 10, 9)
  })
})

describe('refuted: “each ridge coefficient shrinks monotonically”: (2, −0.8), ρ = 0.9, no noise', () => {
  const exact = { sigma: 0, b1: 2, b2: -0.8, rho: 0.9 }

  test.each([
    [0.1, -0.13],
    [0.3, 0.17],
    [1, 0.27],
    [10, 0.08],
  ])('λ = %f: β2 = %f', (lambda, expected) => {
    const { ols1, ols2, ridge2 } = at({ ...exact, lambda })
    expect(ols1).toBeCloseTo(2, 9)
    expect(ols2).toBeCloseTo(-0.8, 9)
    expect(ridge2).toBeCloseTo(expected, 2)
  })

  test('it is 0 where it crosses, at λ = 0.152, and nowhere else', () => {
    expect(at(exact).crossing).toBeCloseTo(0.152, 9)
    const [below, on, above] = [0.151, 0.152, 0.153].map((lambda) => at({ ...exact, lambda }))
    expect(Math.abs(on!.ridge2!)).toBeLessThan(1e-9)
    expect(below!.ridge2).toBeLessThan(0)
    expect(above!.ridge2).toBeGreaterThan(0)
  })

  test('by hand at λ = 1: ((2, 0.9), (0.9, 2)) b = (1.28, 1)', () => {
    const { ridge1, ridge2 } = at({ ...exact, lambda: 1 })
    expect(ridge1).toBeCloseTo((2 * 1.28 - 0.9) / (4 - 0.81), 9)
    expect(ridge2).toBeCloseTo((2 - 0.9 * 1.28) / (4 - 0.81), 9)
  })
})

test('the crossing is where the solver finds a zero', () => {
  fc.assert(
    fc.property(anyStateOf(collinear), (state) => {
      const { crossing, clouds } = collinear.compute({ ...state, lambda: 0.001 })
      const before = clouds.ols.points[state.pick - 1]!
      if (crossing === undefined) return
      const { y } = twinsOf(state).resampled[state.pick - 1]!
      const { coefficients } = fit(prepare(twinsOf(state).x, y), {
        lambda: crossing.lambda,
        alpha: 0,
      })
      expect(Math.abs(coefficients[crossing.of]!)).toBeLessThan(1e-9 * Math.hypot(...before))
    }),
    { numRuns: 60 },
  )
})

test('the features have exactly their correlation, and every sample is new noise on them', () => {
  const { x, resampled } = twinsOf({ ...start, rho: 0.7, n: 30 })
  const mean = (of: (row: readonly [number, number]) => number) =>
    x.reduce((sum, row) => sum + of(row), 0) / 30
  for (const [of, wanted] of [
    [([a]: readonly number[]) => a!, 0],
    [([, b]: readonly number[]) => b!, 0],
    [([a]: readonly number[]) => a! * a!, 1],
    [([, b]: readonly number[]) => b! * b!, 1],
    [([a, b]: readonly number[]) => a! * b!, 0.7],
  ] as const)
    expect(mean(of)).toBeCloseTo(wanted, 12)
  expect(new Set(resampled.map(({ y }) => y[0])).size).toBe(60)
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(collinear), anyStateOf(collinear), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: collinear.compute(s) }))
      const named = collinear.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(value, name).toBeTypeOf('number')
        expect(Number.isFinite(value), name).toBe(true)
        const [stem] =
          /^(sd|distance|negative|zeros|ols|beta|ridge|net)(?=[12OLRN])/.exec(name) ?? []
        expect(namesOf.collinear).toSatisfy(
          (names: object) => name in names || (stem !== undefined && `${stem}*` in names),
        )
      }
      for (const sentence of [
        collinear.finding(state, before!.result, house),
        collinear.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/)
      for (const { columns, rows } of collinear.tables(state, before!.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
      expect(collinear.sample(state, before!.result).sdY).toBeGreaterThan(0)
    }),
    { numRuns: 40 },
  )
})

test.each([
  [
    { lambda: 1 },
    /^Penalty 0.30 to 1.00: under ridge the standard deviation of a coefficient falls/,
  ],
  [{ lambda: 0.01 }, /; in sample 1 β2 changes sign, from 0.67 to −0.49\.$/],
  [{ vs: 'l1' }, /and 0.58 under the lasso at penalty 0.30\.$/],
  [{ rho: 0.99 }, /^Correlation 0.99: both features have a VIF of 50.3 /],
  [{ pick: 5 }, /^Sample 5: least squares puts the effects at .*; the truth is \(1.50, 0.50\)\.$/],
  [{ sigma: 0 }, /^Noise 0: .*without noise least squares returns the true effects \(1.50, 0.50\)/],
  [{ sigma: 0, b1: 0, b2: 0 }, /returns the true effects \(0.*, 0.*\) each time/],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(collinear.changed(solved({}), solved(patch), house)).toMatch(sentence)
})

test('without noise a change of the penalty speaks of the answer, not of its spread', () => {
  const exact = { sigma: 0, b1: 2, b2: -0.8, rho: 0.9 }
  expect(
    collinear.changed(solved({ ...exact, lambda: 0.1 }), solved({ ...exact, lambda: 1 }), house),
  ).toBe(
    'Penalty 0.10 to 1.00: without noise ridge returns (0.52, 0.27) each time, while both features keep their VIF of 5.3; in sample 1 β2 changes sign, from −0.13 to 0.27.',
  )
})

test('so many draws show the point that 40 in a row without one are unheard of', () => {
  const { slack, margin } = collinear.variant
  let shown = 0
  for (let seed = 1; seed <= 200; seed++) {
    const { state, result } = solved({ seed })
    if (slack(state, result) < margin) continue
    const { ols1, ols2, ridge1, ridge2 } = collinear.named(result)
    expect(Math.min(ols1! * ridge1!, ols2! * ridge2!)).toBeLessThan(0)
    shown++
  }
  // 0.1 of all: of 40 draws none shows it once in 70 times
  expect(shown / 200).toBeGreaterThan(0.1)
})

test('a fair variant is other data of the same kind', () => {
  const variant = fairVariant(collinear, start, 1)!
  expect({ ...variant, seed: start.seed }).toEqual(start)
  expect(variant.seed).not.toBe(start.seed)
})

test('the code that is copied is the model that is drawn', () => {
  const { state, result } = solved({ vs: 'en', pick: 7 })
  expectSameFits(collinear.code(state, result))
})

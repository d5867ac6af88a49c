import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, makeData, prepare } from '#lib/solver/index.ts'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { logistic, type LogisticState } from './logistic.ts'
import { logOdds, observed, probability } from './logistic-model.ts'
import { areSeparable, sampleOf } from './logistic-sample.ts'
import { namesOf } from './names.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(logistic)
const overlapping = { distance: 1.5 }

function at(patch: Partial<LogisticState>) {
  return logistic.named(logistic.compute({ ...start, ...patch })) as Record<string, number>
}

function moment(patch: Partial<LogisticState>) {
  const state = { ...start, ...patch }
  return { state, result: logistic.compute(state) }
}

/** The task that this figure is for. */
function solves({ separable, norm, accuracy }: Record<string, number>): boolean {
  return separable === 1 && norm! < 5 && accuracy! >= 0.95
}

/** At 1, 0.1, …, 0.00001. */
function decades(norms: Float64Array): number[] {
  return [0, 8, 16, 24, 32, 40].map((i) => norms[i]!)
}

describe('the start teaches: what stands beside it is true', () => {
  test('a line separates the classes, and the fit is far too sure', () => {
    const { separable, accuracy, norm, trueNorm, slope } = at({})
    expect([separable, accuracy]).toEqual([1, 1])
    expect(norm).toBeGreaterThan(2 * trueNorm!)
    expect(slope).toBeLessThan(0.6)
  })

  test('‖β‖ below 5 at 95 % accuracy: false at the start, reached by more penalty alone', () => {
    expect(solves(at({}))).toBe(false)
    for (const lambda of [0.0005, 0.002, 0.01, 0.05]) expect(solves(at({ lambda }))).toBe(true)
  })

  test('separable: every tenfold smaller penalty adds more to ‖β‖; the other curve levels off', () => {
    const [here, there] = logistic.compute(start).curves
    expect([here.separable, there.separable]).toEqual([true, false])
    const steps = decades(here.norms).map((norm, i, all) => norm - (all[i - 1] ?? 0))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    const last = decades(there.norms)
    expect(last[5]! - last[4]!).toBeLessThan(0.01 * last[5]!)
  })

  test('its sentence has its numbers', () => {
    const { state, result } = moment({})
    expect(logistic.finding(state, result, house)).toBe(
      'A line separates the classes: at penalty 0.00010 ‖β‖ is 7.63, and it grows without bound as the penalty falls; 60 of 60 rows on their side, calibration slope on new rows 0.47 (too sure).',
    )
  })
})

describe('whether a line separates the classes', () => {
  test.each([
    ['a triangle and a point beside it', [0, 0, 1, 0, 0, 1], [2, 2], true],
    ['a triangle and a point within it', [0, 0, 3, 0, 0, 3], [1, 1], false],
    ['crossed pairs', [0, 0, 1, 1], [1, 0, 0, 1], false],
    ['two in a row, two behind them', [0, 0, 1, 0], [2, 0, 3, 0], true],
    ['one between two', [0, 0, 2, 0], [1, 0], false],
    ['a point of both', [0, 0, 1, 1], [1, 1], false],
    ['a point on the other’s edge: not strictly', [0, 0, 2, 0], [1, 0, 1, 1], false],
    ['behind on the left', [0, 0, 1, 0, 0, 1], [-1, -1], true],
  ])('%s', (_, ones, zeros, separable) => {
    const points = [...pairs(ones), ...pairs(zeros)]
    const y = points.map((_point, i) => Number(i < ones.length / 2))
    expect(areSeparable(points, y)).toBe(separable)
    // neither the order nor which class is called 1 matters
    expect(areSeparable(points.toReversed(), y.toReversed())).toBe(separable)
    expect(
      areSeparable(
        points,
        y.map((value) => 1 - value),
      ),
    ).toBe(separable)
  })

  test('agrees with the solver: as λ falls on, ‖β‖ grows on just where a line separates', () => {
    let separated = 0
    for (let seed = 1; seed <= 60; seed++) {
      const setup = { seed, n: 40, rho: 0.3, distance: 2 + (seed % 4) }
      const { problem, separable } = sampleOf(setup)
      const [near, far] = [1e-8, 1e-11].map((lambda) => fit(problem, { lambda, alpha: 0 }))
      const growth = Math.hypot(...far!.coefficients) / Math.hypot(...near!.coefficients)
      expect(growth > 1.1, JSON.stringify({ ...setup, growth })).toBe(separable)
      expect(growth < 1.01, JSON.stringify({ ...setup, growth })).toBe(!separable)
      // Without a penalty the solver refuses the separable, and some that are nearly so.
      if (separable) expect(fit(problem, { lambda: 0 }).converged).toBe(false)
      separated += Number(separable)
    }
    expect(separated).toBeGreaterThan(15)
    expect(separated).toBeLessThan(45)
  })

  test('agrees with a search over directions', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { x, y, separable } = sampleOf({ seed, n: 20, rho: 0, distance: 3 })
      const found = Array.from({ length: 3600 }, (_, k) => (k * Math.PI) / 1800).some((angle) => {
        const along = x.map(([a, b]) => a * Math.cos(angle) + b * Math.sin(angle))
        const [ones, zeros] = [1, 0].map((of) => along.filter((_, i) => y[i] === of))
        return Math.min(...ones!) > Math.max(...zeros!)
      })
      // a street narrower than the search is the one thing that it can miss
      if (found) expect(separable).toBe(true)
      else if (separable) expect(Math.abs(clearance(seed))).toBeLessThan(0.05)
    }
  })
})

function pairs(numbers: readonly number[]): (readonly [number, number])[] {
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [[x, numbers[i + 1]!] as const] : []))
}

function clearance(seed: number): number {
  return logistic.compute({ ...start, seed, n: 20, rho: 0, distance: 3 }).clearance
}

test('the unpenalised limit of overlapping classes is where the norm levels off', () => {
  const { norm } = at({ ...overlapping, lambda: 1e-5 })
  const { problem } = sampleOf({ ...start, ...overlapping })
  const { coefficients, converged } = fit(problem, { lambda: 0 })
  expect(converged).toBe(true)
  expect(norm! / Math.hypot(...coefficients)).toBeCloseTo(1, 3)
})

test('accuracy and log-loss, written down anew', () => {
  const { result } = moment({ distance: 2, penalty: 'en', lambda: 0.01 })
  const { x, y, model } = result
  const eta = x.map(
    (row) => model.intercept + row[0] * model.coefficients[0] + row[1] * model.coefficients[1],
  )
  const loss = eta.map((e, i) => Math.log(1 + Math.exp(y[i] === 1 ? -e : e)))
  expect(model.logLoss).toBeCloseTo(loss.reduce((a, b) => a + b, 0) / 60, 10)
  expect(model.right).toBe(eta.filter((e, i) => e >= 0 === (y[i] === 1)).length)
  const rows = model.bins.reduce((sum, bin) => sum + bin.rows, 0)
  const ones = model.bins.reduce((sum, bin) => sum + bin.rows * bin.observed, 0)
  const predicted = model.bins.reduce((sum, bin) => sum + bin.rows * bin.predicted, 0)
  expect([rows, ones]).toEqual([60, 30])
  // with an intercept that is not penalised the mean prediction is the share of class 1
  expect(predicted).toBeCloseTo(30, 6)
})

describe('calibration on new rows', () => {
  test('the log-odds that made the data have slope 1, twice as large ones ½', () => {
    const { truth } = sampleOf(start)
    const { coefficients } = logistic.compute({ ...start, n: 200, lambda: 0.001 }).model
    const slope = ([b1, b2]: readonly [number, number]) => {
      const [s1, s2] = [b1 + start.rho * b2, start.rho * b1 + b2]
      return (s1 * truth[0] + s2 * truth[1]) / (s1 * b1 + s2 * b2)
    }
    expect(slope(truth)).toBeCloseTo(1, 12)
    expect(slope([2 * truth[0], 2 * truth[1]])).toBeCloseTo(0.5, 12)
    expect(at({ n: 200, lambda: 0.001 })['slope']).toBeCloseTo(slope(coefficients), 12)
  })

  test('a regression on many new rows finds the slope, and their share of class 1 the curve', () => {
    const { model } = logistic.compute({ ...start, ...overlapping })
    const { x, y } = newRows(20_000)
    const eta = x.map((row) => logOdds(model, row))
    const again = fit(
      prepare(
        eta.map((e) => [e]),
        y,
        { family: 'binomial', standardize: false },
      ),
      { lambda: 0 },
    )
    // the classes are sums of twelve uniform numbers: normal to about a percent
    expect(again.coefficients[0]! / model.slope).toBeCloseTo(1, 1)
    expect(Math.abs(again.coefficients[0]! / model.slope - 1)).toBeLessThan(0.04)
    for (const p of [0.15, 0.5, 0.85]) {
      const near = eta.flatMap((e, i) => (Math.abs(probability(e) - p) < 0.05 ? [y[i]!] : []))
      const share = near.reduce((a, b) => a + b, 0) / near.length
      const expected = observed(model, Math.log(p / (1 - p)))
      expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt(0.25 / near.length) + 0.01)
    }
  })

  test('one probability for all has no slope, and says so', () => {
    const { state, result } = moment({ penalty: 'l1', lambda: 1 })
    expect(result.model.coefficients).toEqual([0, 0])
    expect(at({ penalty: 'l1', lambda: 1 })['slope']).toBe(0)
    expect(logistic.finding(state, result, house)).toMatch(
      /30 of 60 rows on their side, for the same probability is predicted everywhere\.$/,
    )
  })

  test('the verdict turns from too sure to too timid as the penalty rises', () => {
    const slopes = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1].map((lambda) => at({ lambda })['slope']!)
    expect(slopes).toEqual(slopes.toSorted((a, b) => a - b))
    expect(slopes[0]!).toBeLessThan(0.3)
    expect(slopes.at(-1)!).toBeGreaterThan(5)
  })
})

/** Rows of the start's make, with overlapping classes. */
function newRows(n: number) {
  const noise = makeData({ seed: 77, n, p: 2, rho: start.rho, k: 0, step: 1, sigma: 0 }).x
  const y = noise.map((_, i) => i % 2)
  const x = noise.map(
    ([a, b], i) => [a! + (y[i]! - 0.5) * 1.5 * 0.8, b! + (y[i]! - 0.5) * 1.5 * 0.6] as const,
  )
  return { x, y }
}

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(logistic), anyStateOf(logistic), (state, next) => {
      const [before, after] = [moment(state), moment(next)]
      const named = logistic.named(before.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(namesOf.logistic).toHaveProperty(name)
      }
      for (const sentence of [
        logistic.finding(state, before.result, house),
        logistic.changed(before, after, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/)
      for (const { columns, rows } of logistic.tables(state, before.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 60 },
  )
})

test.each([
  [
    { lambda: 0.001 },
    'Penalty 0.00010 to 0.0010: ‖β‖ 7.63 to 3.91, 60 of 60 rows on their side, calibration slope on new rows 0.92 (too sure).',
  ],
  [{ distance: 1.5 }, /^Centres 1.5 apart: no line separates them now; ‖β‖ 7.63 to /],
  [{ penalty: 'l1' }, /^L1 penalty: ‖β‖ 7.63 to /],
  [{ seed: 22 }, /^Sample 22: ‖β‖ /],
  [{ n: 80 }, /^80 rows: /],
  [{ view: 'calibration' }, /^A line separates the classes: /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(logistic.changed(moment({}), moment(patch), house)).toMatch(sentence)
})

test('a variant keeps a visible street; all but a few seeds find one', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(logistic, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found) {
    expect(at(state)['separable']).toBe(1)
    expect(logistic.compute(state).clearance).toBeGreaterThanOrEqual(0.1)
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, makeData, predict, prepare } from '#lib/solver/index.ts'
import { biasVariance, type BiasVarianceState } from './bias-variance.ts'
import { redraws, sampleOf } from './bias-variance-sample.ts'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { house } from './units.ts'

const start = defaults(biasVariance)
const solved = (patch: Partial<BiasVarianceState>) => {
  const state = { ...start, ...patch }
  return { state, result: biasVariance.compute(state) }
}
const at = (patch: Partial<BiasVarianceState>) => biasVariance.named(solved(patch).result)

describe('the start teaches: what stands beside it is true', () => {
  test('too little penalty: nearly all of the avoidable error is variance', () => {
    const { bias2, variance, error, bestError, bestLambda } = at({})
    expect(variance!).toBeGreaterThan(10 * bias2!)
    expect(error!).toBeGreaterThan(1.08 * bestError!)
    expect(bestLambda!).toBeGreaterThan(10 * start.lambda)
  })

  test('as λ rises ridge gains bias and loses variance all along, and its error has a valley', () => {
    const { splits, best } = solved({}).result.curves.l2
    splits.slice(1).forEach((split, i) => {
      expect(split.bias2).toBeLessThan(splits[i]!.bias2)
      expect(split.variance).toBeGreaterThan(splits[i]!.variance)
      expect(split.df).toBeGreaterThan(splits[i]!.df)
    })
    expect(splits[0]!.error).toBeGreaterThan(1.3 * splits[best]!.error)
    expect(splits.at(-1)!.error).toBeGreaterThan(1.1 * splits[best]!.error)
  })

  test('its sentence has its numbers', () => {
    const { state, result } = solved({})
    expect(biasVariance.finding(state, result, house)).toBe(
      'At penalty 0.030 ridge has bias² 0.025 and variance 0.422: with the noise, 0.490, that makes an expected error of 0.937; along the drawing its error is least at penalty 0.48, 0.829.',
    )
  })
})

describe('refuted: “L1 always predicts better when p is large”', () => {
  test('more bumps than rows, all of them real: ridge at its best beats the lasso at its best', () => {
    for (const p of [30, 40]) {
      const { n, bestL1, bestL2, noise } = at({ truth: 'dense', p })
      expect(p).toBeGreaterThan(n!)
      expect(bestL2!).toBeLessThan(0.95 * bestL1!)
      expect(bestL2! - noise!).toBeLessThan(0.9 * (bestL1! - noise!))
    }
  })

  test('with the same signal in three bumps it is the other way round', () => {
    const { bestL1, bestL2, noise } = at({ truth: 'sparse' })
    expect(bestL1! - noise!).toBeLessThan(0.7 * (bestL2! - noise!))
    expect(signal('sparse')).toBeCloseTo(signal('dense'), 12)
  })
})

describe('independent arithmetic', () => {
  test.each(['l1', 'l2'] as const)(
    '%s: the parts add up to the mean squared error of the fits, one by one',
    (method) => {
      const state = { ...start, method, lambda: 0.2 }
      const { bias2, variance, error, noise } = at(state)
      const { x, mean, at: judged } = sampleOf(state)
      const { x: normals } = makeData({ ...normalRows, seed: state.seed, p: state.n })
      const squares = normals.flatMap((z) => {
        const y = mean.map((value, i) => value + state.sigma * z[i]!)
        const model = fit(prepare(x, y), { lambda: 0.2, alpha: method === 'l1' ? 1 : 0 })
        return Array.from(predict(model, judged.x), (value, i) => (value - judged.truth[i]!) ** 2)
      })
      expect(bias2! + variance!).toBeCloseTo(average(squares), 10)
      expect(error!).toBeCloseTo(average(squares) + noise!, 10)
    },
  )

  // Of R redraws the average fit keeps 1/R of the variance: it counts as bias, and lacks in the spread.
  test.each([0.03, 0.3, 3])('ridge at λ = %f: bias², variance and df in closed form', (lambda) => {
    const { bias2, variance, df } = at({ lambda })
    const exact = ridgeInClosedForm({ ...start, lambda })
    expect(df!).toBeCloseTo(exact.df, 9)
    expect(Math.abs(variance! / (exact.variance * (1 - 1 / redraws)) - 1)).toBeLessThan(0.12)
    const expected = exact.bias2 + exact.variance / redraws
    const error = 2 * Math.sqrt((exact.bias2 * exact.variance) / redraws)
    expect(Math.abs(bias2! - expected)).toBeLessThan(2 * error + 0.2 * expected)
  })

  test('the drawn fits are the first of those that are averaged', () => {
    const { x, mean, redraws: samples } = sampleOf(start)
    const { x: normals } = makeData({ ...normalRows, seed: start.seed, p: start.n })
    samples.forEach(({ y }, r) =>
      y.forEach((value, i) => expect(value).toBe(mean[i]! + start.sigma * normals[r]![i]!)),
    )
    expect(x).toHaveLength(start.n)
  })
})

test(
  'every state is solved, with its certificate, and has its sentences',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(anyStateOf(biasVariance), anyStateOf(biasVariance), (state, next) => {
        const [before, after] = [state, next].map((s) => ({
          state: s,
          result: biasVariance.compute(s),
        }))
        const named = biasVariance.named(before!.result)
        expect(named['gap']).toBeLessThanOrEqual(1e-9)
        expect(Object.keys(named)).toEqual(Object.keys(namesOf['bias-variance']))
        for (const value of Object.values(named)) expect(Number.isFinite(value)).toBe(true)
        expect(named['bias2']! + named['variance']! + named['noise']!).toBeCloseTo(
          named['error']!,
          12,
        )
        for (const sentence of [
          biasVariance.finding(state, before!.result, house),
          biasVariance.changed(before!, after!, house),
        ])
          expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/)
        for (const { columns, rows } of biasVariance.tables(state, before!.result, house))
          for (const row of rows) expect(row).toHaveLength(columns.length + 1)
      }),
      { numRuns: 12 },
    )
  },
)

test.each([
  [
    { lambda: 0.5 },
    /^Penalty 0.030 to 0.50: bias² rises from 0.025 to .*, variance falls from 0.422/,
  ],
  [
    { truth: 'sparse' },
    /^Three bumps matter: the least error is lower for the lasso, 0.\d{3} against/,
  ],
  [{ method: 'l1' }, /^At penalty 0.030 the lasso has bias² /],
  [{ axis: 'df' }, /^At penalty 0.030 ridge spends 22.\d degrees of freedom of at most 23; /],
  [{ sigma: 1 }, /^Noise 1.00: the least error is lower for ridge/],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(biasVariance.changed(solved({}), solved(patch), house)).toMatch(sentence)
})

// If every second draw is accepted, 40 draws in a row fail once in 10¹².
test.each(['dense', 'sparse'] as const)('with a %s truth most draws keep the point', (truth) => {
  const { draw, slack, margin } = biasVariance.variant
  const states = Array.from({ length: 12 }, (_, k) => ({
    ...start,
    truth,
    ...draw(() => (k + 0.5) / 12, start),
  }))
  const kept = states.filter((state) => slack(state, biasVariance.compute(state)) >= margin)
  expect(new Set(states.map(({ seed }) => seed)).size).toBe(12)
  expect(kept.length).toBeGreaterThanOrEqual(11)
})

const normalRows = { n: redraws, rho: 0, k: 0, step: 1, sigma: 0 }

function signal(truth: BiasVarianceState['truth']): number {
  return sampleOf({ ...start, truth }).heights.reduce((sum, height) => sum + height ** 2, 0)
}

/** y enters linearly: each prediction is h'y with mean h'f and variance σ²·h'h. */
function ridgeInClosedForm({ lambda, sigma, ...data }: BiasVarianceState) {
  const { x, mean, at: judged } = sampleOf({ ...data, sigma })
  const n = x.length
  const centre = transposed(x).map(average)
  const scale = transposed(x).map((values, j) =>
    Math.sqrt(average(values.map((value) => (value - centre[j]!) ** 2))),
  )
  const standard = (rows: number[][]) =>
    rows.map((row) => row.map((value, j) => (value - centre[j]!) / scale[j]!))
  const z = standard(x)
  const gram = transposed(z).map((a, j) =>
    transposed(z).map((b, k) => average(a.map((v, i) => v * b[i]!)) + (j === k ? lambda : 0)),
  )
  const hats = standard(judged.x).map((row) => {
    const weights = solve(gram, row)
    return z.map((each) => (1 + dot(each, weights)) / n)
  })
  return {
    df: z.reduce((sum, row) => sum + dot(row, solve(gram, row)) / n, 0),
    bias2: average(hats.map((hat, i) => (dot(hat, [...mean]) - judged.truth[i]!) ** 2)),
    variance: sigma ** 2 * average(hats.map((hat) => dot(hat, hat))),
  }
}

/** Gaussian elimination with pivots. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!])
  rows.forEach((_, k) => {
    const pivot = rows
      .slice(k)
      .reduce((best, row) => (Math.abs(row[k]!) > Math.abs(best[k]!) ? row : best))
    rows.splice(rows.indexOf(pivot, k), 1)
    rows.splice(k, 0, pivot)
    rows.slice(k + 1).forEach((row) => {
      const times = row[k]! / pivot[k]!
      pivot.forEach((value, j) => (row[j] = row[j]! - times * value))
    })
  })
  const found = right.map(() => 0)
  for (let k = rows.length - 1; k >= 0; k--)
    found[k] = (rows[k]!.at(-1)! - dot(rows[k]!.slice(0, -1), found)) / rows[k]![k]!
  return found
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

function transposed(rows: readonly (readonly number[])[]): number[][] {
  return rows[0]!.map((_, j) => rows.map((row) => row[j]!))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

import { describe, expect, test } from 'vitest'
import {
  biasVariance,
  bootstrapSelection,
  conditionNumber,
  fit,
  makeData,
  posterior1d,
  prepare,
  varianceInflation,
} from './index.ts'
import { near } from './near.ts'
import { dataOf } from './reference.ts'

describe('variance inflation and condition number', () => {
  test('two columns with correlation r: 1/(1 − r²) and √((1 + r)/(1 − r))', () => {
    const x = [
      [1, 1],
      [1, 0],
      [-1, 0],
      [-1, -1],
    ]
    const r = Math.SQRT1_2
    for (const vif of varianceInflation(x)) near(vif, 1 / (1 - r * r), 1e-12)
    near(conditionNumber(x), Math.sqrt((1 + r) / (1 - r)), 1e-12)
  })

  test('each factor is 1/(1 − R²) of its column on the others', () => {
    const { x } = dataOf({ dataset: 'longley' })
    const vif = varianceInflation(x)
    for (let j = 0; j < 6; j++) {
      const others = x.map((row) => row.filter((_, k) => k !== j))
      const { r2 } = fit(
        prepare(
          others,
          x.map((row) => row[j]!),
        ),
        { lambda: 0 },
      )
      near(vif[j]!, 1 / (1 - r2!), 1e-7)
    }
  })

  test('dependent and constant columns', () => {
    const { x } = dataOf({ dataset: 'prostate', appendDuplicateOf: 0, appendConstant: 3 })
    const vif = varianceInflation(x)
    expect(vif[0]).toBe(Infinity)
    expect(vif[9]).toBe(Infinity)
    expect(vif[1]).toBeLessThan(3)
    expect(vif[8]).toBeNaN()
    expect(conditionNumber(x)).toBe(Infinity)
  })
})

describe('bias and variance', () => {
  const { x, truth } = makeData({ seed: 5, n: 40, p: 4, rho: 0.5, k: 2, step: 2, sigma: 1 })
  const mean = x.map((row) => row.reduce((sum, v, j) => sum + v * truth.coefficients[j]!, 0))

  test('least squares: no bias, variance σ²(p + 1)/n; the theory of ridge beside it', () => {
    const lambdas = [0.5, 0.05, 0]
    const b = biasVariance({ x, truth: mean, sigma: 2, lambdas, resamples: 4000 })
    near(b.variance[2]!, (4 * 5) / 40, 0.03)
    expect(b.biasSquared[2]!).toBeLessThan(0.001)
    near(b.degreesOfFreedom[2]!, 4, 1e-12)
    expect(b.biasSquared[0]!).toBeGreaterThan(b.biasSquared[1]!)
    expect(b.variance[0]!).toBeLessThan(b.variance[1]!)
    expect(b.noise).toBe(4)
    b.error.forEach((e, i) => near(e, b.biasSquared[i]! + b.variance[i]! + 4, 1e-14))
    // the mean of ridge fits is the ridge fit of the mean
    const exact = fit(prepare(x, mean), { lambda: 0.5, alpha: 0 })
    near(b.biasSquared[0]!, exact.rss! / 40, 0.03)
  })

  test('seeded, and keeps the predictions asked for', () => {
    const spec = { x, truth: mean, sigma: 1, lambdas: [0.3, 0.1], alpha: 1, resamples: 5, keep: 3 }
    const [a, b] = [biasVariance(spec), biasVariance(spec)]
    expect(a).toEqual(b)
    expect(a.predictions.length).toBe(3 * 2 * 40)
    expect(biasVariance({ ...spec, seed: 2 }).variance).not.toEqual(a.variance)
    const at = { x: x.slice(0, 1), truth: mean.slice(0, 1) }
    expect(biasVariance({ ...spec, at }).mean.length).toBe(2)
    expect(() => biasVariance({ ...spec, at: { x, truth: [1] } })).toThrow(/at\.truth/)
    expect(() => biasVariance({ ...spec, sigma: -1 })).toThrow(/sigma/)
  })
})

describe('posterior of one weight', () => {
  test('a Laplace prior at z = 0.8, σ = 1, λ = 1: mode 0, mean 0.39', () => {
    const { mode, mean } = posterior1d({ z: 0.8, sigma: 1, prior: 'laplace', lambda: 1 })
    expect(mode).toBe(0)
    expect(mean).toBeCloseTo(0.39, 2)
  })

  test('a Gaussian prior: mode = mean = z/(1 + λσ²)', () => {
    const { mode, mean, sd } = posterior1d({ z: 3, sigma: 2, prior: 'gaussian', lambda: 0.5 })
    expect([mode, mean]).toEqual([1, 1])
    near(sd, Math.sqrt(1 / (1 / 4 + 0.5)), 1e-15)
  })

  test.each(['gaussian', 'laplace'] as const)(
    '%s densities integrate to 1, moments agree',
    (prior) => {
      for (const [z, sigma, lambda] of [
        [0.8, 1, 1],
        [1, 1, 1], // where the mode leaves 0
        [-2, 0.5, 3],
        [6, 1.5, 0.2],
        [0, 1, 12],
      ] as const) {
        const width = 1e-3
        const points = Array.from({ length: 80_001 }, (_, i) => -40 + i * width)
        const p = posterior1d({ z, sigma, prior, lambda, points })
        const total = (density: Float64Array, moment: (b: number) => number = () => 1) =>
          density.reduce((sum, d, i) => sum + d * moment(points[i]!), 0) * width
        near(total(p.prior), 1, 1e-3) // the points stop at ±40
        near(total(p.likelihood), 1, 1e-9)
        near(total(p.posterior), 1, 1e-4)
        near(
          total(p.posterior, (b) => b),
          p.mean,
          1e-5,
          1,
        )
        near(Math.sqrt(total(p.posterior, (b) => (b - p.mean) ** 2)), p.sd, 1e-4)
      }
    },
  )

  test('refusals', () => {
    const spec = { z: 1, sigma: 1, prior: 'laplace', lambda: 1 } as const
    expect(() => posterior1d({ ...spec, lambda: 0 })).toThrow(/lambda/)
    expect(() => posterior1d({ ...spec, z: Number.NaN })).toThrow(/z is NaN/)
  })
})

test('bootstrap: true features are always found, noise features less at the 1-SE λ', () => {
  const data = makeData({ seed: 9, n: 80, p: 12, rho: 0.3, k: 3, step: 2, sigma: 1 })
  const o = { resamples: 20, nFolds: 5, nLambda: 40, seed: 3 }
  const s = bootstrapSelection(data.x, data.y, o)
  expect(s).toEqual(bootstrapSelection(data.x, data.y, o))
  const sum = (v: Float64Array, real: boolean) =>
    v.reduce((t, share, j) => t + ((data.truth.coefficients[j] !== 0) === real ? share : 0), 0)
  near(sum(s.atMin, true), 3, 1e-12)
  expect(sum(s.at1se, false)).toBeLessThan(sum(s.atMin, false))
  s.lambda1se.forEach((lambda, r) => expect(lambda).toBeGreaterThanOrEqual(s.lambdaMin[r]!))
})

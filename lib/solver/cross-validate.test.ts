import { describe, expect, test } from 'vitest'
import {
  biasVariance,
  bootstrapSelection,
  crossValidate,
  fitPath,
  makeData,
  prepare,
  SolverError,
} from './index.ts'
import { near } from './near.ts'
import { cases, dataOf, type Options, read } from './reference.ts'

type Expect = {
  lambdas: number[]
  foldMse: number[][]
  meanMse: number[]
  standardError: number[]
  indexMin: number
  index1se: number
  lambdaMin: number
  lambda1se: number
}

describe('reference cross-validations', () => {
  test.each(cases<Expect>('cross-validation').map((c) => [c.id, c] as const))('%s', (_, c) => {
    const { x, y } = dataOf(c.data)
    const { alpha, standardize, intercept, nLambda, lambdaMinRatio, nFolds, foldIds } = c.options
    const o = { alpha, standardize, intercept, nFolds: nFolds!, foldIds: foldIds! }
    const cv = crossValidate(x, y, { ...o, nLambda: nLambda!, lambdaMinRatio: lambdaMinRatio! })
    const { expect: e } = c
    expect(cv.converged).toBe(true)
    const L = e.lambdas.length
    e.lambdas.forEach((lambda, i) => {
      near(cv.lambdas[i]!, lambda, 1e-12)
      near(cv.meanError[i]!, e.meanMse[i]!, 1e-8)
      near(cv.standardError[i]!, e.standardError[i]!, 1e-8)
      e.foldMse.forEach((errors, k) => near(cv.foldErrors[k * L + i]!, errors[i]!, 1e-8))
    })
    expect(cv.indexMin).toBe(e.indexMin)
    expect(cv.index1se).toBe(e.index1se)
    near(cv.lambdaMin, e.lambdaMin, 1e-12)
    near(cv.lambda1se, e.lambda1se, 1e-12)
  })
})

describe('reference refusals', () => {
  type Refusal = {
    id: string
    kind?: string
    X: number[][]
    y: number[]
    options: Options
    expect: string
  }
  const refused = read<{ cases: Refusal[] }>('errors').cases.filter((c) => c.kind === 'cv')
  test.each(refused.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const code = c.expect.slice('throws:'.length)
    expect(() => crossValidate(c.X, c.y, c.options)).toThrow(SolverError)
    expect(() => crossValidate(c.X, c.y, c.options)).toThrow(expect.objectContaining({ code }))
  })
})

test('folds from a seed: of equal size, the same every time, both classes in each', () => {
  const { x, y } = dataOf({ generator: 'syn_logit_n300_p20' })
  const run = (seed: number) =>
    crossValidate(x, y, { family: 'binomial', nFolds: 7, nLambda: 5, seed })
  const [a, b, c] = [run(1), run(1), run(2)]
  expect(a.foldIds).toEqual(b.foldIds)
  expect(a.meanError).toEqual(b.meanError)
  expect(a.foldIds).not.toEqual(c.foldIds)
  for (let k = 0; k < 7; k++) {
    const rows = [...a.foldIds.keys()].filter((i) => a.foldIds[i] === k)
    expect([42, 43]).toContain(rows.length)
    expect(new Set(rows.map((i) => y[i])).size).toBe(2)
  }
  expect(a.indexMin).toBeGreaterThanOrEqual(a.index1se)
  // no features: the deviance of the class shares
  expect(a.meanError[0]).toBeCloseTo(415.41 / 300, 2)
})

test('its relative gap is that of the worst solve of all: of folds cut short too', () => {
  const { x, y } = makeData({ seed: 3, n: 40, p: 8, rho: 0.5, k: 3, step: 2, sigma: 1 })
  const o = { nFolds: 5, nLambda: 10, seed: 1 }
  const cv = crossValidate(x, y, o)
  expect(cv.relativeGap).toBeLessThan(1e-10)
  const worst = [0, 1, 2, 3, 4].map((k) => {
    const rows = [...cv.foldIds.keys()].filter((i) => cv.foldIds[i] !== k)
    const train = prepare(
      rows.map((i) => x[i]!),
      rows.map((i) => y[i]!),
    )
    return Math.max(...fitPath(train, { lambdas: cv.lambdas }).relativeGaps)
  })
  expect(cv.relativeGap).toBe(Math.max(...worst))

  const drawn = bootstrapSelection(x, y, { ...o, resamples: 3 })
  expect(drawn.relativeGap).toBeLessThan(1e-10)
  const truth = x.map((row) => row[0]!)
  const averaged = biasVariance({ x, truth, sigma: 1, lambdas: [0.1], alpha: 1, resamples: 3 })
  expect(averaged.relativeGap).toBeLessThan(1e-10)

  for (const cut of [
    crossValidate(x, y, { ...o, maxIterations: 1 }),
    bootstrapSelection(x, y, { ...o, resamples: 3, maxIterations: 1 }),
  ])
    expect(cut.relativeGap).toBeGreaterThan(1e-6)
})

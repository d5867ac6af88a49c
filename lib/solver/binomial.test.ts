import { describe, expect, test } from 'vitest'
import { fit, fitPath, lambdaMax, predict, prepare } from './index.ts'
import { recompute } from './recomputed.ts'
import { near } from './near.ts'
import { type Case, cases, dataOf, dense, read } from './reference.ts'

type FitExpect = {
  intercept: number
  coefficients: number[] | { index: number[]; value: number[] }
  standardizedCoefficients: number[]
  objective: number
  deviance: number
  nullDeviance: number
  nActive: number
  lambdaMax: number
  probabilityHead: number[]
}

type PathExpect = {
  lambdaMax: number
  lambdas: number[]
  at: number[]
  intercepts: number[]
  coefficients: { index: number[]; value: number[] }[]
  deviance: number[]
  nActive: number[]
}

const all = cases<unknown>('logistic')
const fits = all.filter((c) => c.kind === 'fit') as Case<FitExpect>[]
const paths = all.filter((c) => c.kind === 'path') as Case<PathExpect>[]

describe('logistic reference fits', () => {
  test.each(fits.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const { x, y } = dataOf(c.data)
    const problem = prepare(x, y, { ...c.options, family: 'binomial' })
    const f = fit(problem, c.options)
    const { expect: e } = c
    expect(f.converged, f.warnings.join()).toBe(true)
    const gamma = e.standardizedCoefficients
    const size = Math.max(...gamma.map(Math.abs))
    gamma.forEach((value, j) => near(f.standardizedCoefficients[j]!, value, 1e-7, size))
    expect([...f.activeSet]).toEqual(gamma.flatMap((value, j) => (value === 0 ? [] : [j])))
    near(f.intercept, e.intercept, 1e-7, size)
    near(f.objective, e.objective, 1e-10)
    near(f.deviance!, e.deviance, 1e-9)
    near(f.nullDeviance!, e.nullDeviance, 1e-12)
    near(lambdaMax(problem, c.options.alpha), e.lambdaMax, 1e-12)
    const head = predict(f, x.slice(0, 5))
    e.probabilityHead.forEach((value, i) => near(head[i]!, value, 1e-7))
    expect([...predict(f, x, 'class')]).toEqual([...predict(f, x)].map((v) => Number(v >= 0.5)))

    const own = recompute({ family: 'binomial', x, y, ...c.options, ...judged(f) })
    expect(own.kktResidual).toBeLessThan(1e-9)
    expect(Math.abs(own.relativeGap)).toBeLessThan(1e-10)
    expect(f.relativeGap).toBeLessThan(1e-10)
    near(f.objective, own.objective, 1e-13)
  })
})

describe('logistic reference paths', () => {
  test.each(paths.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const { x, y } = dataOf(c.data)
    const problem = prepare(x, y, { ...c.options, family: 'binomial' })
    const { p, scales } = problem
    const { expect: e } = c
    const path = fitPath(problem, { alpha: c.options.alpha, lambdas: e.lambdas })
    near(path.lambdaMax, e.lambdaMax, 1e-12)
    expect([...path.converged].every(Boolean)).toBe(true)
    expect(Math.max(...path.kktResiduals)).toBeLessThan(1e-9)
    expect([...path.nActive].slice(1)).toEqual(e.nActive.slice(1))
    e.at.forEach((i, k) => {
      const wanted = dense(e.coefficients[k]!, p).map((b, j) => b * scales[j]!)
      const size = Math.max(...wanted.map(Math.abs))
      const gamma = path.standardizedCoefficients.subarray(i * p, (i + 1) * p)
      if (i > 0) wanted.forEach((value, j) => near(gamma[j]!, value, 1e-7, size))
      near(path.intercepts[i]!, e.intercepts[k]!, 1e-7, 1)
      near(path.deviance![e.deviance.length === e.at.length ? i : k]!, e.deviance[k]!, 1e-8)
      const single = fit(problem, { lambda: e.lambdas[i]!, alpha: c.options.alpha })
      const own = recompute({
        family: 'binomial',
        x,
        y,
        ...c.options,
        lambda: e.lambdas[i]!,
        ...judged(single),
      })
      expect(own.kktResidual).toBeLessThan(1e-9)
      expect(Math.abs(own.relativeGap)).toBeLessThan(1e-10)
      near(single.deviance!, path.deviance![i]!, 1e-8)
    })
  })
})

test('separable classes without a penalty: reported with the reason', () => {
  const { cases: flagged } = read<{ cases: { id: string; X: number[][]; y: number[] }[] }>('errors')
  const { X, y } = flagged.find((c) => c.id === 'warn_logit_separable_mle')!
  const problem = prepare(X, y, { family: 'binomial' })
  const f = fit(problem, { lambda: 0 })
  expect(f.converged).toBe(false)
  expect(f.warnings.join()).toMatch(/separable/)
  expect(f.coefficients.every(Number.isFinite)).toBe(true)
})

const column = (values: number[]) => values.map((value) => [value])
// 0 to 8, the two classes mixed, and one more row in its own class
const mixed = [0, 1, 0, 0, 1, 0, 1, 1, 1, 1]
const with10 = (last: number) => column([0, 1, 2, 3, 4, 5, 6, 7, 8, last])

test.each([
  ['all but ties', column([0, 1, 2, 2, 3, 4]), [0, 0, 0, 1, 1, 1], false],
  [
    'all but a cell',
    [
      [0, 0],
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 1],
      [0, 1],
    ],
    [0, 1, 0, 1, 1, 1, 0],
    false,
  ],
  // the solution is finite: a far row is no reason to call the classes separable (it once was)
  ['mixed, a row at 9', with10(9), mixed, true],
  ['mixed, a row at 100', with10(100), mixed, true],
  ['mixed, a row at 1000', with10(1000), mixed, true],
])('without a penalty: %s', (_, x, y, isFinite) => {
  const f = fit(prepare(x, y, { family: 'binomial' }), { lambda: 0 })
  expect(f.converged).toBe(isFinite)
  expect(f.warnings.join()).toMatch(isFinite ? /^$/ : /separable/)
  if (isFinite) expect(f.kktResidual).toBeLessThan(1e-10)
})

test('more features than rows, cold at a small λ', () => {
  const wide = dataOf({ generator: 'syn_n100_p1000', rows: [...Array(60).keys()] })
  const x = wide.x.map((row) => row.slice(0, 150))
  const y = x.map((row) => Number(row[0]! - row[100]! + row[3]! > 0))
  const problem = prepare(x, y, { family: 'binomial' })
  for (const alpha of [1, 0.5, 0]) {
    const f = fit(problem, { lambda: 0.01 * lambdaMax(problem, Math.max(alpha, 0.1)), alpha })
    expect(f.converged, f.warnings.join()).toBe(true)
    expect(f.kktResidual).toBeLessThan(1e-9)
  }
})

function judged(f: { standardizedCoefficients: Float64Array; centredIntercept: number }) {
  return { gamma: f.standardizedCoefficients, base: f.centredIntercept }
}

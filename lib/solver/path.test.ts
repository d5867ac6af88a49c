import { describe, expect, test } from 'vitest'
import { fit, fitPath, lambdaMax, makeData, prepare } from './index.ts'
import { recompute } from './recomputed.ts'
import { near } from './near.ts'
import { cases, dataOf, dense } from './reference.ts'

type Expect = {
  lambdaMax: number
  lambdas: number[]
  at: number[]
  intercepts: number[]
  coefficients: { index: number[]; value: number[] }[]
  rss: number[]
  nActive: number[]
  degreesOfFreedom: number[]
}

const loose = /longley|rho0\.99/

describe('gaussian reference paths', () => {
  test.each(cases<Expect>('gaussian-path').map((c) => [c.id, c] as const))('%s', (id, c) => {
    const { x, y } = dataOf(c.data)
    const problem = prepare(x, y, c.options)
    const { p, scales } = problem
    const { expect: e } = c
    near(fitPath(problem, { ...c.options, nLambda: 2 }).lambdaMax, e.lambdaMax, 1e-12)
    const path = fitPath(problem, { alpha: c.options.alpha, lambdas: e.lambdas })

    expect([...path.converged].every(Boolean)).toBe(true)
    expect(Math.max(...path.relativeGaps)).toBeLessThan(1e-10)
    expect(Math.max(...path.kktResiduals)).toBeLessThan(1e-9)
    expect([...path.nActive].slice(1)).toEqual(e.nActive.slice(1))
    e.degreesOfFreedom.forEach((df, i) => i > 0 && near(path.degreesOfFreedom[i]!, df, 1e-8))
    // long paths keep rss only at the indices whose coefficients they keep
    const kept = e.rss.length === e.at.length ? e.at : e.rss.map((_, i) => i)
    e.rss.forEach((rss, k) => near(path.rss![kept[k]!]!, rss, 1e-10))

    e.at.forEach((i, k) => {
      const wanted = dense(e.coefficients[k]!, p).map((b, j) => b * scales[j]!)
      const size = Math.max(...wanted.map(Math.abs))
      const gamma = path.standardizedCoefficients.subarray(i * p, (i + 1) * p)
      if (i > 0)
        wanted.forEach((value, j) => {
          expect(Math.abs(gamma[j]! - value)).toBeLessThanOrEqual(
            size * (loose.test(id) ? 1e-6 : 1e-8),
          )
          expect(gamma[j] === 0).toBe(value === 0)
        })
      near(path.intercepts[i]!, e.intercepts[k]!, loose.test(id) ? 1e-6 : 1e-8, Math.abs(y[0]!))
      // naive on purpose, hence slow: of the largest set every fourth row will do
      if (x.length > 5000 && k % 4 !== 0) return
      const base = c.options.intercept ? problem.base : 0
      const own = recompute({
        family: 'gaussian',
        x,
        y,
        ...c.options,
        lambda: e.lambdas[i]!,
        gamma,
        base,
      })
      expect(own.kktResidual).toBeLessThan(1e-9)
      expect(Math.abs(own.relativeGap)).toBeLessThan(1e-10)
      expect(Math.abs(own.relativeGap - path.relativeGaps[i]!)).toBeLessThan(1e-12)
    })
  })
})

test('the default grid is the one of the vectors', () => {
  const [c] = cases<Expect>('gaussian-path')
  const { x, y } = dataOf(c!.data)
  const path = fitPath(prepare(x, y), { nLambda: 100, lambdaMinRatio: 1e-4 })
  c!.expect.lambdas.forEach((lambda, i) => near(path.lambdas[i]!, lambda, 1e-12))
})

test('λ in any order, 0 among them, gives what single fits give', () => {
  const { x, y } = dataOf({ dataset: 'mtcars' })
  const problem = prepare(x, y)
  const lambdas = [0.1, 2, 0, 0.5]
  const path = fitPath(problem, { lambdas, alpha: 0.5 })
  lambdas.forEach((lambda, i) => {
    const single = fit(problem, { lambda, alpha: 0.5 })
    single.coefficients.forEach((b, j) => near(path.coefficients[i * 10 + j]!, b, 1e-9, 1e-3))
  })
})

test('at λmax nothing is left, whatever the fit begins with: rounding is no coefficient', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { x, y } = makeData({ seed, n: 40, p: 9, rho: 0.5, k: 2, step: 2, sigma: 3 })
    const problem = prepare(x, y)
    const top = lambdaMax(problem)
    const { nActive, coefficients } = fitPath(problem, { lambdas: [top / 20, top, top * 0.9] })
    expect(Array.from(coefficients.subarray(9, 18)), `seed ${seed}`).toEqual(Array(9).fill(0))
    expect([nActive[0]! > 1, nActive[1], nActive[2]! > 0]).toEqual([true, 0, true])
  }
})

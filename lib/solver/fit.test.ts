import { describe, expect, test } from 'vitest'
import { fit, lambdaMax, predict, prepare } from './index.ts'
import { recompute } from './recomputed.ts'
import { near } from './near.ts'
import { cases, dataOf, dense } from './reference.ts'

type Expect = {
  intercept: number
  coefficients: number[] | { index: number[]; value: number[] }
  standardizedCoefficients?: number[]
  objective: number
  rss: number
  r2: number | null
  nActive: number
  degreesOfFreedom: number
  lambdaMax: number
  fittedHead: number[]
}

const loose = /longley|rho0\.99|offset_1e8|scales/

describe('gaussian reference fits', () => {
  test.each(cases<Expect>('gaussian-fit').map((c) => [c.id, c] as const))('%s', (id, c) => {
    const { x, y } = dataOf(c.data)
    const problem = prepare(x, y, c.options)
    const f = fit(problem, c.options)
    const p = problem.p
    const { expect: e } = c

    expect(f.converged).toBe(true)
    const coefficients = dense(e.coefficients, p)
    const gamma = e.standardizedCoefficients ?? coefficients.map((b, j) => b * problem.scales[j]!)
    const sure = c.unique !== false
    if (sure) {
      const size = Math.max(...gamma.map(Math.abs))
      // at λ = lambdaMax to 15 digits the reference counts 1e-12 of the least-squares fit as 0
      const tolerance = id === 'edge_lambda_eq_max' ? 1e-10 : size * (loose.test(id) ? 1e-6 : 1e-8)
      for (let j = 0; j < p; j++)
        expect(Math.abs(f.standardizedCoefficients[j]! - gamma[j]!)).toBeLessThanOrEqual(tolerance)
      expect([...f.activeSet]).toEqual(gamma.flatMap((value, j) => (value === 0 ? [] : [j])))
      expect(f.nActive).toBe(e.nActive)
    }
    const digits = id === 'edge_offset_1e8' ? 1e-6 : 1e-10
    near(f.objective, e.objective, digits)
    near(f.rss!, e.rss, digits, e.objective)
    if (e.r2 === null) expect(f.r2).toBeUndefined()
    else expect(f.r2).toBeCloseTo(e.r2, 9)
    if (sure || c.options.lambda === 0) near(f.degreesOfFreedom, e.degreesOfFreedom, 1e-8)
    near(lambdaMax(problem, c.options.alpha), e.lambdaMax, 1e-12)
    const head = predict(f, x.slice(0, 5))
    e.fittedHead.forEach((value, i) => near(head[i]!, value, digits, Math.abs(e.intercept)))
    if (c.options.lambda === 0 && !sure) expect(f.warnings[0]).toContain(`rank ${f.rank}`)

    const own = recompute({ family: 'gaussian', x, y, ...c.options, ...judged(f) })
    expect(own.kktResidual).toBeLessThan(1e-9)
    expect(Math.abs(own.relativeGap)).toBeLessThan(1e-10)
    expect(Math.abs(own.relativeGap - f.relativeGap)).toBeLessThan(1e-12)
    expect(f.relativeGap).toBeGreaterThanOrEqual(0)
    expect(f.kktResidual).toBeLessThan(1e-9)
  })
})

function judged(f: { standardizedCoefficients: Float64Array; centredIntercept: number }) {
  return { gamma: f.standardizedCoefficients, base: f.centredIntercept }
}

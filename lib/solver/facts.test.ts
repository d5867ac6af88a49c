import { describe, expect, test } from 'vitest'
import { fit, lambdaMax, pathKnots, prepare } from './index.ts'
import { fromMoments } from './moments.ts'
import { near } from './near.ts'

/** What the prose and the figures say about two correlated features, derived here once more. */
function pair(ols: readonly [number, number], rho: number) {
  const [a, b] = ols
  const moments = [
    [1, rho],
    [rho, 1],
  ]
  return fromMoments(moments, [a + rho * b, rho * a + b])
}

describe('least squares at (2, −0.8), ρ = 0.9, under ridge', () => {
  const problem = pair([2, -0.8], 0.9)
  const second = (lambda: number) => fit(problem, { lambda, alpha: 0 }).coefficients[1]!

  test.each([
    [0, -0.8],
    [0.1, -0.13],
    [0.3, 0.17],
    [1, 0.27],
    [10, 0.08],
  ])('λ = %d: the second coefficient is %d', (lambda, expected) => {
    expect(second(lambda)).toBeCloseTo(expected, 2)
  })

  test('it crosses 0 at λ = 0.152 and is 0 nowhere else', () => {
    expect(second(0.151) * second(0.153)).toBeLessThan(0)
    near(second(0.152), 0, 1, 1e-15)
    expect(fit(problem, { lambda: 0.2, alpha: 0 }).nActive).toBe(2)
  })
})

test.each([
  [0, 0.6],
  [0.9, 0.74],
  [-0.9, 0.13],
])(
  'least squares at (1, 0.6), ρ = %d: the lasso drops the smaller at %d of lambdaMax',
  (rho, at) => {
    const problem = pair([1, 0.6], rho)
    const [, dropped] = pathKnots(problem)
    expect(dropped! / lambdaMax(problem)).toBeCloseTo(at, 2)
  },
)

test('perfect twins at λ = 0.2: the lower index alone, or equal shares', () => {
  const x = [
    [1, 1],
    [-1, -1],
  ]
  const twins = prepare(x, [1, -1])
  const at = (alpha: number) => [...fit(twins, { lambda: 0.2, alpha }).coefficients]
  near(at(1)[0]!, 0.8, 1e-12)
  expect(at(1)[1]).toBe(0)
  for (const b of at(0.5)) near(b, 0.9 / 2.1, 1e-12)
  for (const b of at(0)) near(b, 1 / 2.2, 1e-12)
})

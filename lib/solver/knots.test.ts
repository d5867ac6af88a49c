import { expect, test } from 'vitest'
import { fit, fitPath, lambdaMax, pathKnots, prepare } from './index.ts'
import { fromMoments } from './moments.ts'
import { near } from './near.ts'
import { dataOf } from './reference.ts'

test('between two kinks the lasso path is straight, and at each one the support changes', () => {
  const { x, y } = dataOf({ dataset: 'diabetes' })
  const problem = prepare(x, y)
  const knots = pathKnots(problem)
  near(knots[0]!, lambdaMax(problem), 1e-15)
  expect(knots.length).toBe(12) // Efron et al. 2004: 12 steps, one variable leaves and returns
  for (let i = 0; i < knots.length; i++) {
    const from = knots[i]!
    const to = knots[i + 1] ?? 0
    const at = (share: number) => fit(problem, { lambda: from + (to - from) * share })
    const [a, b, c] = [at(1e-6), at(0.5), at(1 - 1e-6)]
    expect([...b.activeSet]).toEqual([...a.activeSet])
    expect([...c.activeSet]).toEqual([...a.activeSet])
    b.standardizedCoefficients.forEach((g, j) =>
      near(g, (a.standardizedCoefficients[j]! + c.standardizedCoefficients[j]!) / 2, 1e-9, 1),
    )
    if (i > 0) {
      const above = fit(problem, { lambda: from * (1 + 1e-6) })
      expect(Math.abs(above.nActive - a.nActive)).toBe(1)
    }
  }
})

test('a correlation that sends a survivor away and back: 1, 2, 3, 2, 3', () => {
  const problem = fromMoments(
    [
      [1, 0.28, 0.5],
      [0.28, 1, 0.967],
      [0.5, 0.967, 1],
    ],
    [-0.945, 0.507, 0.076],
  )
  const knots = pathKnots(problem)
  const middles = [...knots].map((lambda, i) => (lambda + (knots[i + 1] ?? 0)) / 2)
  expect([...fitPath(problem, { lambdas: middles }).nActive]).toEqual([1, 2, 3, 2, 3])
})

test('twins arrive together: the lower index stands for both', () => {
  const { x, y } = dataOf({ dataset: 'prostate', appendDuplicateOf: 0 })
  const twin = pathKnots(prepare(x, y))
  const alone = pathKnots(
    prepare(
      x.map((row) => row.slice(0, 8)),
      y,
    ),
  )
  expect(twin.length).toBe(alone.length)
  alone.forEach((lambda, i) => near(twin[i]!, lambda, 1e-9))
})

test('refusals', () => {
  const wide = prepare(dataOf({ generator: 'syn_n200_p50_rho0' }).x, Array(200).fill(1))
  expect(() => pathKnots(wide)).toThrow(/at most 30/)
})

import { describe, expect, test } from 'vitest'
import { constrainedFit, fit, prepare, SolverError } from './index.ts'
import { near } from './near.ts'
import { cases, dataOf } from './reference.ts'

type Expect = {
  standardizedCoefficients: number[]
  lambda: number | null
  rssPerN: number
  ruleActive: boolean
}

describe('reference constraints', () => {
  test.each(cases<Expect>('constraint').map((c) => [c.id, c] as const))('%s', (_, c) => {
    const { x, y } = dataOf(c.data)
    const problem = prepare(x, y, c.options)
    const penalty = c.options.penalty!
    const budget = c.options.budget!
    const f = constrainedFit(problem, { penalty, budget })
    c.expect.standardizedCoefficients.forEach((value, j) => {
      near(f.standardizedCoefficients[j]!, value, 1e-8, 1)
      expect(f.standardizedCoefficients[j] === 0).toBe(value === 0)
    })
    expect(f.active).toBe(c.expect.ruleActive)
    near(f.rssPerN, c.expect.rssPerN, 1e-10)
    if (c.expect.lambda === null) expect(f.lambda).toBeNull()
    else near(f.lambda!, c.expect.lambda, 1e-8)
    if (f.active) near(size(f.standardizedCoefficients, penalty), budget, 1e-12)
  })
})

test('a slack budget is least squares; of many least-squares fits l1 takes the shortest', () => {
  const { x, y } = dataOf({ dataset: 'prostate', appendDuplicateOf: 0 })
  const problem = prepare(x, y)
  const free = constrainedFit(problem, { penalty: 'l1', budget: 100 })
  const least = fit(problem, { lambda: 0 })
  expect(free.active).toBe(false)
  near(free.rssPerN, least.rss! / 97, 1e-12)
  const spent = size(free.standardizedCoefficients, 'l1')
  expect(spent).toBeLessThanOrEqual(size(least.standardizedCoefficients, 'l1') + 1e-12)
  const tight = constrainedFit(problem, { penalty: 'l1', budget: spent * 0.999 })
  expect(tight.active).toBe(true)
})

test('more features than rows', () => {
  const { x, y } = dataOf({ generator: 'syn_n100_p1000', rows: [...Array(30).keys()] })
  const problem = prepare(x, y)
  for (const penalty of ['l1', 'l2'] as const) {
    const f = constrainedFit(problem, { penalty, budget: 0.5 })
    near(size(f.standardizedCoefficients, penalty), 0.5, 1e-10)
    const twin = fit(problem, { lambda: f.lambda!, alpha: penalty === 'l1' ? 1 : 0 })
    twin.standardizedCoefficients.forEach((g, j) =>
      near(f.standardizedCoefficients[j]!, g, 1e-9, 1),
    )
  }
})

test('refusals', () => {
  const problem = prepare([[1], [2], [4]], [1, 2, 2])
  expect(() => constrainedFit(problem, { penalty: 'l1', budget: -1 })).toThrow(SolverError)
  expect(() => constrainedFit(problem, { penalty: 'l1', budget: Number.NaN })).toThrow(/budget/)
})

function size(gamma: Float64Array, penalty: 'l1' | 'l2'): number {
  return penalty === 'l1' ? gamma.reduce((s, g) => s + Math.abs(g), 0) : Math.hypot(...gamma)
}

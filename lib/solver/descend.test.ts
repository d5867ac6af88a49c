import { describe, expect, test } from 'vitest'
import { descend, fit, type Method, prepare } from './index.ts'
import { near } from './near.ts'
import { dataOf } from './reference.ts'

const { x, y } = dataOf({ dataset: 'prostate' })
const problem = prepare(x, y)
const { p } = problem

describe('every method reaches the exact solution', () => {
  test.each([
    ['gradient', 0, 20, 800, 1e-12],
    ['ista', 1, 0, 800, 1e-12],
    ['fista', 0.5, 0, 800, 1e-12],
    ['coordinate', 1, 0, 400, 1e-12],
    ['subgradient', 1, 0, 3000, 1e-2],
  ] as const)('%s', (method: Method, alpha, _, iterations, tolerance) => {
    const lambda = 0.1
    const t = descend(problem, { method, lambda, alpha, iterations })
    const exact = fit(problem, { lambda, alpha })
    expect(t.points.length).toBe((iterations + 1) * p)
    near(t.objectives.at(-1)!, exact.objective, tolerance)
    expect(t.gaps.at(-1)!).toBeLessThan(tolerance)
    exact.standardizedCoefficients.forEach((g, j) => near(t.solution[j]!, g, 1e-12, 1))
  })
})

function run(method: Method) {
  return descend(problem, { method, lambda: 0.05, iterations: 60 })
}

test('proximal and coordinate steps never climb; FISTA is ahead of ISTA', () => {
  for (const method of ['ista', 'coordinate'] as const) {
    const { objectives } = run(method)
    for (let k = 1; k < objectives.length; k++)
      expect(objectives[k]!).toBeLessThanOrEqual(objectives[k - 1]! + 1e-14)
  }
  expect(run('fista').gaps.at(-1)!).toBeLessThan(run('ista').gaps.at(-1)!)
})

test('one iteration of each by hand', () => {
  // Z'Z/n = I and Z'y/n = (2, 0.5)
  const plain = prepare(
    [
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ],
    [2.5, 1.5, -1.5, -2.5],
    { intercept: false, standardize: false },
  )
  const first = (method: Method, lambda: number, alpha: number) => [
    ...descend(plain, { method, lambda, alpha, step: 0.5, iterations: 1 }).points.subarray(2),
  ]
  expect(first('gradient', 1, 0)).toEqual([1, 0.25])
  expect(first('ista', 1, 1)).toEqual([0.5, 0])
  expect(first('fista', 1, 1)).toEqual([0.5, 0])
  expect(first('subgradient', 1, 1)).toEqual([1, 0.25])
  expect(first('coordinate', 1, 1)).toEqual([1, 0])
})

test('early stopping starts where it is told; too long a step runs away and says so in the gaps', () => {
  const start = Float64Array.from({ length: p }, (_, j) => j)
  const o = { method: 'gradient', lambda: 0, alpha: 0, iterations: 2000 } as const
  expect([...descend(problem, { ...o, start, iterations: 1 }).points.subarray(0, p)]).toEqual([
    ...start,
  ])
  expect(descend(problem, { ...o, step: 5 }).gaps.at(-1)).toBe(Infinity)
})

test('refusals', () => {
  const o = { method: 'gradient', lambda: 1, alpha: 1, iterations: 1 } as const
  expect(() => descend(problem, o)).toThrow(/lambda \* alpha/)
  expect(() => descend(problem, { ...o, method: 'newton' as Method })).toThrow(/method/)
  expect(() => descend(problem, { ...o, method: 'ista', step: 0 })).toThrow(/step/)
  expect(() => descend(problem, { ...o, method: 'ista', start: [1] })).toThrow(/start/)
  expect(() => descend(problem, { ...o, method: 'ista', iterations: 0 })).toThrow(/iterations/)
})

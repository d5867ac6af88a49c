import { describe, expect, test } from 'vitest'
import { fit, prepare, SolverError } from './index.ts'
import { type Options, read } from './reference.ts'

type Refusal = {
  id: string
  kind?: string
  family?: 'gaussian' | 'binomial'
  X: (number | string)[][]
  y: (number | string)[]
  options: Options
  expect: string
}

const { cases } = read<{ cases: Refusal[] }>('errors')

describe('reference refusals', () => {
  const refused = cases.filter((c) => c.expect.startsWith('throws') && c.kind !== 'cv')
  test.each(refused.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const thrown = caught(() => solve(c))
    expect(thrown).toBeInstanceOf(SolverError)
    expect((thrown as SolverError).code).toBe(c.expect.slice('throws:'.length))
    expect((thrown as SolverError).message).not.toBe('')
  })
})

describe('reported, not thrown', () => {
  const flagged = cases.filter((c) => c.expect === 'converged:false' && c.family !== 'binomial')
  test.each(flagged.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const f = solve(c)
    expect(f.converged).toBe(false)
    expect(f.relativeGap).toBeGreaterThan(0)
    expect(f.warnings.join()).not.toBe('')
  })
})

test('numbers too large to square are refused, not turned into zeros', () => {
  expect(() => prepare([[1e200], [2e200]], [1, 2])).toThrow(/overflow/)
})

function solve({ X, y, options, family = 'gaussian' }: Refusal) {
  const { lambda, alpha, tolerance, maxIterations } = JSON.parse(JSON.stringify(options)) as Options
  const problem = prepare(X.map(numbers), numbers(y), { ...options, family })
  return fit(problem, {
    lambda: Number(lambda),
    alpha,
    ...(tolerance !== undefined && { tolerance }),
    ...(maxIterations !== undefined && { maxIterations }),
  })
}

function numbers(row: (number | string)[]): number[] {
  return row.map(Number)
}

function caught(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fit, prepare } from '#lib/solver/index.ts'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { geometry, type GeometryState } from './geometry.ts'
import { namesOf } from './names.ts'
import { house, unitsOf } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(geometry)

function at(patch: Partial<GeometryState>) {
  const state = { ...start, ...patch }
  return geometry.named(geometry.compute(state))
}

describe('the start teaches: what stands beside it is true', () => {
  test('OLS puts β2 at 0.90, yet L1 drops it; L2 keeps both', () => {
    const { beta1, beta2, ridge1, ridge2, ols2, nonzeros, ridgeNonzeros } = at({})
    expect([beta1, beta2, ols2, nonzeros, ridgeNonzeros]).toEqual([1.2, 0, 0.9, 1, 2])
    expect(ridge1).toBeCloseTo(1.0127, 4)
    expect(ridge2).toBeCloseTo(0.6438, 4)
  })

  test('by hand: the loss above OLS, the pulls, and the price between them', () => {
    // β̂ − β = (1.1, 0.9); G(β̂ − β) = (1.55, 1.45); ½(1.1² + 0.9² + 1.1·0.9) = 1.505
    const { lossL1, pull1, pull2, lambda1, lambdaMax } = at({})
    expect(lossL1).toBeCloseTo(1.505, 12)
    expect(pull1).toBeCloseTo(1.55, 12)
    expect(pull2).toBeCloseTo(1.45, 12)
    expect(lambda1).toBeCloseTo(1.55, 12)
    expect(lambdaMax).toBeCloseTo(2.75, 12)
  })

  test('the L1 answer sticks to its corner over a wide region, the L2 answer slides', () => {
    const above = [0.5, 0.7, 0.9].map((b2) => at({ b2 }))
    expect(above.map(({ beta2 }) => beta2)).toEqual([0, 0, 0])
    expect(new Set(above.map(({ ridge2 }) => ridge2)).size).toBe(3)
  })

  test('past the OLS point the budget stops mattering', () => {
    const { beta1, beta2, ridge1, ridge2, lambda1, lambda2, gap } = at({ budget: 3.25 })
    for (const [found, wanted] of [
      [beta1, 2.3],
      [beta2, 0.9],
      [ridge1, 2.3],
      [ridge2, 0.9],
    ])
      expect(found).toBeCloseTo(wanted!, 12)
    expect([lambda1, lambda2, gap]).toEqual([0, 0, 0])
  })

  test('its sentence has its numbers', () => {
    expect(geometry.finding(start, geometry.compute(start), house)).toBe(
      'At budget 1.20 the lasso ends on the corner (1.20, 0) and drops β2, which least squares puts at 0.90; ridge ends at (1.01, 0.64) and keeps both.',
    )
  })
})

describe('facts that the figure must reproduce (product.md §8)', () => {
  test.each([
    [0, 0.6],
    [0.9, 0.74],
    [-0.9, 0.13],
  ])('OLS (1, 0.6), ρ = %f: the smaller coefficient reaches 0 at %f λmax', (rho, share) => {
    const ols = { by: 'lambda', b1: 1, b2: 0.6, rho } as const
    const { lambdaMax } = at(ols)
    const before = at({ ...ols, lambda: (share! - 0.01) * lambdaMax! })
    const after = at({ ...ols, lambda: (share! + 0.01) * lambdaMax! })
    expect(before.beta2).toBeGreaterThan(0)
    expect(after.beta2).toBe(0)
    expect(after.beta1).toBeGreaterThan(0)
  })

  test.each([
    [0.1, -0.13],
    [0.3, 0.17],
    [1, 0.27],
    [10, 0.08],
  ])('OLS (2, −0.8), ρ = 0.9: at λ = %f ridge has β2 = %f', (lambda, expected) => {
    const { ridge2, ols2 } = at({ by: 'lambda', b1: 2, b2: -0.8, rho: 0.9, lambda })
    expect(ols2).toBe(-0.8)
    expect(ridge2).toBeCloseTo(expected, 2)
  })

  test('and there it is 0 only where it crosses, at λ = 0.152', () => {
    const near = [0.15, 0.152, 0.154].map(
      (lambda) => at({ by: 'lambda', b1: 2, b2: -0.8, rho: 0.9, lambda }).ridge2!,
    )
    expect(near[0]).toBeLessThan(0)
    expect(Math.abs(near[1]!)).toBeLessThan(1e-9)
    expect(near[2]).toBeGreaterThan(0)
  })
})

test('budget and penalty are two names of one answer', () => {
  fc.assert(
    fc.property(anyStateOf(geometry), (state) => {
      const held = geometry.compute({ ...state, by: 'budget' })
      for (const { method, beta, lambda } of [held.l1, held.l2]) {
        const again = penalised(state, method === 'l1' ? 1 : 0, lambda)
        expect(beta[0]).toBeCloseTo(again[0]!, 8)
        expect(beta[1]).toBeCloseTo(again[1]!, 8)
      }
    }),
  )
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(geometry), anyStateOf(geometry), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: geometry.compute(s) }))
      const named = geometry.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      expect(Object.keys(named)).toEqual(Object.keys(namesOf.geometry))
      for (const value of Object.values(named)) expect(value).not.toBeNaN()
      for (const sentence of [
        geometry.finding(state, before!.result, house),
        geometry.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity/)
    }),
  )
})

test.each([
  [
    { budget: 1.5 },
    /^Budget 1.50: the lasso moves to \(1.45, 0.05\) and takes β2 back; ridge moves to /,
  ],
  [{ budget: 1.0 }, /keeps β2 at zero, where the data pull with 1.55 against a price of 1.75/],
  [{ b2: 0.5 }, /^Least squares at \(2.30, 0.50\): the lasso keeps β2 at zero/],
  [{ rho: 0.9 }, /^Correlation 0.90: /],
  [{ budget: 4 }, /so both methods return \(2.30, 0.90\)/],
  [{ by: 'lambda', lambda: 5 }, /^Penalty 5.00: the lasso drops both; ridge moves to/],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  const state: GeometryState = { ...start, ...patch }
  const before = { state: start, result: geometry.compute(start) }
  expect(geometry.changed(before, { state, result: geometry.compute(state) }, house)).toMatch(
    sentence,
  )
})

describe('the elastic net', () => {
  test('its ball lies between those of L1 and L2, and so does its answer', () => {
    const [mostlyL2, half, mostlyL1] = [0.05, 0.5, 0.95].map((alpha) => at({ alpha }))
    const { ridge2, beta2 } = at({})
    const second = [ridge2!, mostlyL2!.net2!, half!.net2!, mostlyL1!.net2!, beta2!]
    expect(second).toEqual(second.toSorted((a, b) => b - a))
    expect(half!.netNonzeros).toBe(2)
  })

  test('by hand, OLS (2, 1), ρ = 0, mix ½: each coefficient is (z − λ/2) / (1 + λ/2)', () => {
    const { net1, net2, budgetNet } = at({ by: 'lambda', lambda: 1, b1: 2, b2: 1, rho: 0 })
    expect([net1, net2]).toEqual([expect.closeTo(1, 12), expect.closeTo(1 / 3, 12)])
    // ½ (1 + ⅓) + ¼ (1 + 1/9) = ½ r + ¼ r²
    expect(budgetNet! / 2 + budgetNet! ** 2 / 4).toBeCloseTo(2 / 3 + 10 / 36, 12)
  })

  test('held at a budget it spends it: the answer is on the ball that reaches as far', () => {
    fc.assert(
      fc.property(anyStateOf(geometry), (state) => {
        const { lambdaNet, budgetNet } = at({ ...state, by: 'budget' })
        if (lambdaNet! > 0) expect(budgetNet).toBeCloseTo(state.budget, 9)
        else expect(budgetNet).toBeLessThanOrEqual(state.budget + 1e-9)
      }),
    )
  })
})

test('a budget switched to its penalty leaves the lasso where it is, and back', () => {
  fc.assert(
    fc.property(anyStateOf(geometry), (state) => {
      const held = at({ ...state, by: 'budget' })
      fc.pre(held.lambda1! > 0.01)
      const again = at({ ...state, by: 'lambda', lambda: held.lambda1! })
      expect(again.beta1).toBeCloseTo(held.beta1!, 8)
      expect(again.beta2).toBeCloseTo(held.beta2!, 8)
    }),
  )
})

test('in another convention the price and the pull are both written in it', () => {
  const result = geometry.compute(start)
  const textbook = unitsOf('textbook', geometry.sample(start, result))
  const after: GeometryState = { ...start, budget: 1 }
  const said = geometry.changed(
    { state: start, result },
    { state: after, result: geometry.compute(after) },
    textbook,
  )
  // four rows: four times the house's 1.55 and 1.75
  expect(said).toContain('where the data pull with 6.20 against a price of 7.00')
})

test('other data that show the point are found at least 19 times of 20', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(geometry, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found) {
    const { beta1, beta2, ridge1, ridge2, nonzeros, ridgeNonzeros } = at(state)
    expect([nonzeros, ridgeNonzeros]).toEqual([1, 2])
    expect(Math.abs(beta1 === 0 ? ridge1! : ridge2!)).toBeGreaterThanOrEqual(0.25)
    expect([beta1, beta2]).toContain(0)
  }
})

test('its code holds the fits of both methods, also where a budget is slack', () => {
  for (const patch of [{}, { vs: 'en' }, { budget: 4 }, { by: 'lambda', lambda: 0.3 }] as const) {
    const state = { ...start, ...patch }
    const codes = geometry.code(state, geometry.compute(state))
    expect(codes).toHaveLength(2)
    for (const code of codes) {
      if (code.kind !== 'fit') throw new Error('a fit was expected')
      const { coefficients } = fit(prepare(code.x as number[][], code.y), code)
      Array.from(code.expected.coefficients).forEach((b, j) =>
        expect(coefficients[j]).toBeCloseTo(b, 8),
      )
    }
  }
})

/** The same fit on rows of another make with the same correlation: 400 of them, not 4. */
function penalised({ b1, b2, rho }: GeometryState, alpha: number, lambda: number) {
  const n = 400
  const wave = (k: number) =>
    Array.from({ length: n }, (_, i) => Math.SQRT2 * Math.cos((2 * Math.PI * k * i) / n))
  const [first, other] = [wave(1), wave(2)]
  const x = first.map((a, i) => [a, rho * a + Math.sqrt(1 - rho * rho) * other[i]!])
  const y = x.map(([a, b]) => b1 * a! + b2 * b!)
  return fit(prepare(x, y), { lambda, alpha }).standardizedCoefficients
}

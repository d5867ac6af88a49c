import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  constrainedFit,
  type Convention,
  convertPenalty,
  descend,
  fit,
  fitPath,
  lambdaMax,
  makeData,
  prepare,
} from './index.ts'

const data = fc
  .record({
    seed: fc.nat(),
    n: fc.integer({ min: 4, max: 40 }),
    p: fc.integer({ min: 1, max: 12 }),
    rho: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
    sigma: fc.double({ min: 0.1, max: 3, noNaN: true }),
  })
  .map((spec) => ({ ...spec, ...makeData({ ...spec, k: 1, step: 1 }) }))

const share = fc.double({ min: 0.01, max: 0.95, noNaN: true })
const mixing = fc.constantFrom(1, 0.7, 0.2, 0)
const family = fc.constantFrom('gaussian', 'binomial')

describe('equivariance', () => {
  test('columns and y rescaled: the same standardised fit', () => {
    fc.assert(
      fc.property(
        data,
        share,
        mixing,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (d, s, a, c) => {
          const problem = prepare(d.x, d.y)
          const lambda = s * lambdaMax(problem, Math.max(a, 0.1))
          const one = fit(problem, { lambda, alpha: a })
          const scaled = d.x.map((row) => row.map((v, j) => v * (j + 1) * c + j))
          const two = fit(prepare(scaled, d.y), { lambda, alpha: a })
          close(two.standardizedCoefficients, one.standardizedCoefficients)
          const three = fit(
            prepare(
              d.x,
              d.y.map((v) => v * c + 7),
            ),
            { lambda: lambda * c, alpha: a },
          )
          // the ridge part does not scale with y, the lasso part does
          if (a === 1)
            close(
              three.coefficients,
              one.coefficients.map((b) => b * c),
            )
        },
      ),
    )
  })

  test('rows and columns in another order: the same fit in that order', () => {
    fc.assert(
      fc.property(data, share, mixing, (d, s, a) => {
        const problem = prepare(d.x, d.y)
        const lambda = s * lambdaMax(problem, Math.max(a, 0.1))
        const one = fit(problem, { lambda, alpha: a })
        const turned = d.x.map((row) => row.toReversed()).toReversed()
        const two = fit(prepare(turned, d.y.toReversed()), { lambda, alpha: a })
        close(two.coefficients.toReversed(), one.coefficients)
      }),
    )
  })
})

test('path, single fits and warm starts agree, for both families', () => {
  fc.assert(
    fc.property(data, mixing, family, (d, a, kind) => {
      const y = kind === 'gaussian' ? d.y : twoClasses(d.y)
      const problem = prepare(d.x, y, { family: kind })
      const path = fitPath(problem, { alpha: a, nLambda: 6, lambdaMinRatio: 0.02 })
      const other = fit(problem, { lambda: path.lambdas[1]!, alpha: 0.5 })
      path.lambdas.forEach((lambda, i) => {
        const row = path.coefficients.subarray(i * d.p, (i + 1) * d.p)
        const single = fit(problem, { lambda, alpha: a })
        const warm = fit(problem, { lambda, alpha: a, start: other })
        expect(single.converged).toBe(true)
        expect(single.kktResidual).toBeLessThan(1e-9)
        close(row, single.coefficients, 1e-6)
        close(warm.coefficients, single.coefficients, 1e-6)
      })
    }),
    { numRuns: 60 },
  )
})

test('λ ≥ lambdaMax gives the null fit, just below exactly one coefficient', () => {
  fc.assert(
    fc.property(data, fc.constantFrom(1, 0.5), family, (d, a, kind) => {
      const y = kind === 'gaussian' ? d.y : twoClasses(d.y)
      const problem = prepare(d.x, y, { family: kind })
      const top = lambdaMax(problem, a)
      expect(fit(problem, { lambda: top, alpha: a }).nActive).toBe(0)
      expect(fit(problem, { lambda: 1.5 * top, alpha: a }).nActive).toBe(0)
      const [first = 0, second = 0] = problem.correlations.map(Math.abs).toSorted((u, v) => v - u)
      fc.pre(second < first * (1 - 1e-5))
      expect(fit(problem, { lambda: top * (1 - 1e-7), alpha: a }).nActive).toBe(1)
    }),
  )
})

test('ridge through the spectrum solves the normal equations', () => {
  fc.assert(
    fc.property(data, share, (d, s) => {
      const problem = prepare(d.x, d.y)
      const lambda = s * problem.correlationMax
      const { standardizedCoefficients: g } = fit(problem, { lambda, alpha: 0 })
      close(g, normalEquations(problem.z, problem.target, d.n, d.p, lambda), 1e-9)
    }),
  )
})

test('coordinate descent, which needs nothing to be invertible, arrives where the active set does', () => {
  fc.assert(
    fc.property(data, share, fc.constantFrom(1, 0.5), (d, s, a) => {
      const problem = prepare(d.x, d.y)
      const lambda = s * lambdaMax(problem, a)
      const exact = fit(problem, { lambda, alpha: a })
      const iterations = 400 * d.p
      const { points, gaps } = descend(problem, {
        method: 'coordinate',
        lambda,
        alpha: a,
        iterations,
      })
      fc.pre(gaps[iterations]! < 1e-14 * problem.nullObjective)
      close(points.subarray(iterations * d.p), exact.standardizedCoefficients, 1e-4)
    }),
  )
})

test('constrained and penalised fits meet in the multiplier', () => {
  fc.assert(
    fc.property(data, share, fc.constantFrom('l1', 'l2'), (d, s, penalty) => {
      const problem = prepare(d.x, d.y)
      const size = (g: Float64Array) =>
        penalty === 'l1' ? g.reduce((t, v) => t + Math.abs(v), 0) : Math.hypot(...g)
      const free = constrainedFit(problem, { penalty, budget: 1e9 })
      expect(free.active).toBe(false)
      const budget = s * size(free.standardizedCoefficients)
      fc.pre(budget > 1e-6)
      const bound = constrainedFit(problem, { penalty, budget })
      expect(bound.active).toBe(true)
      expect(Math.abs(size(bound.standardizedCoefficients) - budget)).toBeLessThan(1e-10 * budget)
      const twin = fit(problem, { lambda: bound.lambda!, alpha: penalty === 'l1' ? 1 : 0 })
      close(twin.standardizedCoefficients, bound.standardizedCoefficients, 1e-8)
    }),
  )
})

describe('conventions', () => {
  const names = ['house', 'sklearn', 'glmnet', 'textbook'] as const
  const setting = fc.record({
    n: fc.integer({ min: 1, max: 1e6 }),
    sdY: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
    family,
  })
  const penalty = fc.record({
    lambda: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
    // scikit-learn's λ jumps at α = 0, where Ridge takes over: an α that underflows cannot come back
    alpha: fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true })),
  })

  test('there and back', () => {
    fc.assert(
      fc.property(
        penalty,
        setting,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        (s, o, a, b) => {
          const back = convertPenalty(convertPenalty(s, a, b, o), b, a, o)
          expect(Math.abs(back.lambda - s.lambda)).toBeLessThan(1e-9 * s.lambda)
          expect(Math.abs(back.alpha - s.alpha)).toBeLessThan(1e-9)
        },
      ),
    )
  })

  // each convention's own objective, as its documentation states it, has the minimiser of the house
  const gradients: Record<Exclude<Convention, 'house'>, Pull> = {
    textbook: ({ lambda, alpha }, { loss, g, n }) =>
      n * loss + lambda * (alpha * Math.sign(g) + (1 - alpha) * g),
    sklearn: ({ lambda, alpha }, { loss, g, n }) =>
      alpha === 0
        ? 2 * n * loss + 2 * lambda * g
        : loss + lambda * (alpha * Math.sign(g) + (1 - alpha) * g),
    // y/s and coefficients g/s; λ is divided by s too before it is used
    glmnet: ({ lambda, alpha }, { loss, g, sdY }) =>
      loss / sdY + (lambda / sdY) * (alpha * Math.sign(g) + ((1 - alpha) * g) / sdY),
  }
  type Pull = (
    s: { lambda: number; alpha: number },
    at: { loss: number; g: number; n: number; sdY: number },
  ) => number

  test.each(['textbook', 'sklearn', 'glmnet'] as const)('%s: same minimiser', (to) => {
    fc.assert(
      fc.property(data, share, mixing, (d, s, a) => {
        const problem = prepare(d.x, d.y)
        const lambda = s * lambdaMax(problem, Math.max(a, 0.1))
        const sdY = Math.sqrt(2 * problem.nullObjective)
        const f = fit(problem, { lambda, alpha: a })
        const converted = convertPenalty({ lambda, alpha: a }, 'house', to, { n: d.n, sdY })
        for (const j of f.activeSet) {
          const g = f.standardizedCoefficients[j]!
          const loss = -(lambda * (a * Math.sign(g) + (1 - a) * g))
          const pull = gradients[to](converted, { loss, g, n: d.n, sdY })
          expect(Math.abs(pull)).toBeLessThan(1e-9 * Math.max(1, d.n) * (lambda + 1))
        }
      }),
    )
  })

  test('by hand, and refusals', () => {
    const o = { n: 50, sdY: 2 }
    const convert = (to: Convention, s = { lambda: 0.1, alpha: 0.5 }) =>
      convertPenalty(s, 'house', to, o)
    expect(convert('textbook')).toEqual({ lambda: 5, alpha: 0.5 })
    expect(convert('sklearn')).toEqual({ lambda: 0.1, alpha: 0.5 })
    expect(convert('sklearn', { lambda: 0.1, alpha: 0 })).toEqual({ lambda: 5, alpha: 0 })
    expect(convert('glmnet').lambda).toBeCloseTo(0.05 + 0.1, 15)
    expect(convert('glmnet').alpha).toBeCloseTo(1 / 3, 15)
    const c = convertPenalty({ lambda: 0.1, alpha: 1 }, 'house', 'sklearn', {
      ...o,
      family: 'binomial',
    })
    expect(c.lambda).toBe(0.2)
    expect(() => convert('lars' as Convention)).toThrow(/convention/)
    expect(() =>
      convertPenalty({ lambda: 1, alpha: 1 }, 'house', 'glmnet', { n: 1, sdY: 0 }),
    ).toThrow(/sdY/)
  })
})

function twoClasses(y: Float64Array): Float64Array {
  const middle = y.toSorted()[Math.floor(y.length / 2)]!
  return y.map((value) => Number(value >= middle))
}

function close(a: ArrayLike<number>, b: ArrayLike<number>, relative = 1e-8): void {
  const size = Math.max(1e-3, ...Array.from(b, Math.abs))
  for (let j = 0; j < a.length; j++)
    expect(Math.abs(a[j]! - b[j]!)).toBeLessThanOrEqual(relative * size)
}

/** (Z'Z/n + λI)⁻¹ Z'y/n by Gaussian elimination. */
function normalEquations(z: Float64Array, y: Float64Array, n: number, p: number, lambda: number) {
  const inner = (a: (i: number) => number, b: (i: number) => number) => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += a(i) * b(i)
    return sum / n
  }
  const column = (j: number) => (i: number) => z[j * n + i]!
  const rows = Array.from({ length: p }, (_, j) => [
    ...Array.from({ length: p }, (__, k) => inner(column(j), column(k)) + (j === k ? lambda : 0)),
    inner(column(j), (i) => y[i]!),
  ])
  for (let k = 0; k < p; k++)
    for (let i = 0; i < p; i++) {
      if (i === k) continue
      const factor = rows[i]![k]! / rows[k]![k]!
      for (let c = k; c <= p; c++) rows[i]![c]! -= factor * rows[k]![c]!
    }
  return rows.map((row, k) => row[p]! / row[k]!)
}

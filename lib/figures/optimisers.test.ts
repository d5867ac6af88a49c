import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { descend, fit, prepare } from '#lib/solver/index.ts'
import { anyStateOf } from './figure-tests.ts'
import { defaults, settle } from './figure.ts'
import { fourRows } from './four-rows.ts'
import { namesOf } from './names.ts'
import { optimisers, type OptimisersState } from './optimisers.ts'
import { type Arc, levelSet } from './optimisers-level.ts'
import { type Loss, lossAt, type Pair } from './optimisers-loss.ts'
import { height } from './optimisers-sentences.ts'
import { iterations, pointAt, walkOf } from './optimisers-walks.ts'
import { house } from './units.ts'

const start = defaults(optimisers)
const solved = (patch: Partial<OptimisersState>) => {
  const state = { ...start, ...patch }
  return { state, result: optimisers.compute(state) }
}
const at = (patch: Partial<OptimisersState>) => optimisers.named(solved(patch).result)

describe('the start teaches: what stands beside it is true', () => {
  test('by hand: the minimum is (1.13, 0), as β̂1 + ρβ̂2 − λ = 1.13 and the pull on β2 is below λ', () => {
    const { minimum1, minimum2 } = at({})
    expect(minimum1).toBeCloseTo(2.4 - 0.27 - 1, 12)
    expect(minimum2).toBe(0)
    // ρβ̂1 + β̂2 − ρβ1 = 2.16 − 0.3 − 1.017
    expect(2.16 - 0.3 - 0.9 * 1.13).toBeLessThan(1)
  })

  test('coordinate descent is first, then FISTA, then ISTA; steps along subgradients do not arrive', () => {
    const { reachCoordinate, reachFista, reachIsta, reachSubgradient, reachGradient } = at({})
    expect([reachCoordinate, reachFista, reachIsta]).toEqual([11, 17, 25])
    expect([reachSubgradient, reachGradient]).toEqual([iterations + 1, iterations + 1])
  })

  test('its sentence has its numbers', () => {
    const { state, result } = solved({})
    expect(optimisers.finding(state, result, house)).toBe(
      'After 12 iterations ISTA stands at (0.69, 0.35), 0.0746 above the minimum; at the minimum, (1.13, 0), β2 is exactly 0, and here not.',
    )
  })
})

describe('refuted: “any descent finds the zeros of the lasso”', () => {
  test('after 150 iterations proximal and coordinate steps have the zero, subgradients do not', () => {
    const { nonzerosIsta, nonzerosFista, nonzerosCoordinate, ...named } = at({ k: iterations })
    expect([nonzerosIsta, nonzerosFista, nonzerosCoordinate]).toEqual([1, 1, 1])
    expect([named['nonzerosSubgradient'], named['nonzerosGradient']]).toEqual([2, 2])
  })

  test('and over many losses with one zero never', () => {
    fc.assert(
      fc.property(anyStateOf(optimisers), (state) => {
        const { minimum, walks } = optimisers.compute({ ...offTheGrid(state), step: 1, alpha: 1 })
        const zeros = ([0, 1] as const).filter((j) => minimum.at[j] === 0)
        fc.pre(zeros.length === 1)
        const points = walks.subgradient.points
        // a start on the axis is no achievement, and a step can leave it at once
        for (let k = 1; k <= iterations; k++)
          if (pointAt(points, k)[zeros[0]!] === 0)
            expect(Math.abs(pointAt(points, k - 1)[zeros[0]!])).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('steps that are too long, or long enough', () => {
  test('gradient descent converges just below 2/L and runs away just beyond', () => {
    const smooth = { alpha: 0, method: 'gradient', k: iterations } as const
    expect(at({ ...smooth, step: 1.9 }).above!).toBeLessThan(1e-6)
    const first = solved({ ...smooth, step: 2.1 }).result.walks.gradient.above[0]!
    expect(at({ ...smooth, step: 2.1 }).above!).toBeGreaterThan(1000 * first)
  })

  test('without a kink ISTA is gradient descent, and gradient descent is the solver’s', () => {
    const { walks } = solved({ alpha: 0 }).result
    expect(walks.ista.points).toEqual(walks.gradient.points)
  })

  test('up to 2/L no step of ISTA climbs, up to any length none of coordinate descent', () => {
    for (const step of [0.1, 1, 1.9, 2.5]) {
      const { walks } = solved({ step }).result
      for (let k = 1; k <= iterations; k++) {
        if (step < 2)
          expect(walks.ista.above[k]!).toBeLessThanOrEqual(walks.ista.above[k - 1]! + 1e-14)
        expect(walks.coordinate.above[k]!).toBeLessThanOrEqual(
          walks.coordinate.above[k - 1]! + 1e-14,
        )
      }
    }
  })

  test('the guarantees of Beck & Teboulle (2009): 2/k² for FISTA, 1/k for ISTA', () => {
    fc.assert(
      fc.property(anyStateOf(optimisers), (state) => {
        const { loss, minimum, walks } = optimisers.compute({ ...state, step: 1 })
        const L = 1 + Math.abs(loss.rho) + loss.l2
        const far = (state.s1 - minimum.at[0]) ** 2 + (state.s2 - minimum.at[1]) ** 2
        for (let k = 1; k <= iterations; k++) {
          expect(walks.ista.above[k]!).toBeLessThanOrEqual((L * far) / (2 * k) + 1e-12)
          expect(walks.fista.above[k]!).toBeLessThanOrEqual((2 * L * far) / (k + 1) ** 2 + 1e-12)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('early stopping against ridge', () => {
  test('the shares are those of the iterates and of the ridge answers', () => {
    const { state, result } = solved({ view: 'stopping', step: 0.7, k: 20 })
    const { stopping } = result
    const { descent, ridge } = stopping.shares[19]!
    for (const [i, sign] of [
      [0, 1],
      [1, -1],
    ] as const) {
      const share = ([b1, b2]: Pair) => (b1 + sign * b2) / (state.b1 + sign * state.b2)
      expect(share(pointAt(stopping.points, 20))).toBeCloseTo(descent[i], 12)
      expect(share(pointAt(stopping.ridge, 19))).toBeCloseTo(ridge[i], 12)
    }
  })

  test('by hand: one step of 1/(1 + ρ) covers the steep direction, ridge half of it', () => {
    const { early1, early2, ridge1, ridge2, stopLambda } = at({ k: 1, b1: 1, b2: 1, rho: 0.5 })
    expect([early1, early2, ridge1, ridge2]).toEqual(
      [1, 1, 0.5, 0.5].map((b) => expect.closeTo(b, 12)),
    )
    expect(stopLambda).toBeCloseTo(1.5, 12)
  })

  test('with short steps the shares differ by at most 0.204, wherever one stops', () => {
    let most = 0
    for (let u = 0.01; u < 20; u += 0.01) most = Math.max(most, 1 - Math.exp(-u) - u / (1 + u))
    expect(most).toBeCloseTo(0.2036, 4)
    // 0.1/L is short enough along the flat direction, not along the steep one
    for (const { descent, ridge } of solved({ step: 0.1 }).result.stopping.shares) {
      expect(descent[1] - ridge[1]).toBeGreaterThan(0)
      expect(descent[1] - ridge[1]).toBeLessThan(0.204)
      expect(descent[0] - ridge[0]).toBeLessThan(0.22)
    }
  })

  test('both lead from 0 to least squares; without correlation they are one line', () => {
    const straight = at({ rho: 0, step: 0.3, k: 5 })
    expect(straight.early1! / straight.early2!).toBeCloseTo(start.b1 / start.b2, 9)
    expect(straight.ridge1! / straight.ridge2!).toBeCloseTo(start.b1 / start.b2, 9)
    const end = at({ rho: 0.5, step: 1, k: iterations })
    expect(Math.hypot(end.early1! - start.b1, end.early2! - start.b2)).toBeLessThan(1e-9)
    expect(Math.hypot(end.ridge1! - start.b1, end.ridge2! - start.b2)).toBeLessThan(0.1)
  })
})

describe('contours', () => {
  test('every arc has the loss of its contour, along all of its length, and they close', () => {
    fc.assert(
      fc.property(
        anyStateOf(optimisers),
        fc.double({ min: 0.001, max: 30, noNaN: true }),
        (state, above) => {
          const { loss, minimum } = optimisers.compute(state)
          const value = minimum.value + above
          const arcs = levelSet(loss, value, minimum.at)
          arcs.forEach((arc, i) => {
            const next = arcs[(i + 1) % arcs.length]!
            expect(distance(arc.to, next.from)).toBeLessThan(1e-9)
            for (const point of along(arc))
              expect(Math.abs(lossAt(loss, point) - value)).toBeLessThan(1e-6 * (1 + value))
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('by hand: a circle where nothing is correlated or penalised', () => {
    const loss: Loss = { ols: [1, 1], rho: 0, l1: 0, l2: 0 }
    for (const arc of levelSet(loss, 0.08, [1, 1])) {
      expect(arc.radii).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.4, 12)])
      for (const point of along(arc)) expect(distance(point, [1, 1])).toBeCloseTo(0.4, 9)
    }
  })

  test('a contour through 0 has a kink there', () => {
    const { loss, minimum } = solved({}).result
    const arcs = levelSet(loss, lossAt(loss, [0, 0]), minimum.at)
    expect(arcs.some(({ from }) => distance(from, [0, 0]) < 1e-9)).toBe(true)
    for (const arc of arcs)
      for (const point of along(arc))
        expect(lossAt(loss, point)).toBeCloseTo(lossAt(loss, [0, 0]), 6)
  })

  test('where a penalty alone is left, the kinks are at the four corners', () => {
    const loss: Loss = { ols: [0, 0], rho: 0, l1: 1, l2: 0 }
    const corners = levelSet(loss, 1.5, [0, 0]).map(({ from }) => from)
    // ½b² + |b| = 1.5 at |b| = 1
    expect(corners).toHaveLength(4)
    for (const [b1, b2] of corners) expect(Math.abs(b1) + Math.abs(b2)).toBeCloseTo(1, 12)
  })
})

test('the walks are the solver’s own, and a constant step past a kink is worked by hand', () => {
  const { state, result } = solved({})
  const { x, y } = fourRows(state.b1, state.b2, state.rho)
  const problem = prepare(x, y)
  const step = 1 / 1.9
  const own = descend(problem, { method: 'fista', lambda: 1, step, start: [-1, 2.5], iterations })
  expect(result.walks.fista.points).toEqual(own.points)
  expect(result.walks.fista.above).toEqual(own.gaps)
  const exact = fit(problem, { lambda: 1 })
  expect(result.minimum.value).toBeCloseTo(exact.objective, 12)
  // from (−1, 2.5): pull (3.4 − 2.52, 3.06 − 2.8) = (0.88, 0.26), minus λ·sign = (−1, 1)
  const [b1, b2] = pointAt(result.walks.gradient.points, 1)
  expect(b1).toBeCloseTo(-1 + step * (0.88 + 1), 12)
  expect(b2).toBeCloseTo(2.5 + step * (0.26 - 1), 12)
  const loss = { ...result.loss, l1: 0, l2: 1 }
  const setting = { problem, loss, lambda: 1, alpha: 0, minimum: result.minimum }
  const smooth = walkOf('gradient', setting, [1, 1], 1)
  expect(smooth.points).toEqual(
    descend(problem, { method: 'gradient', lambda: 1, alpha: 0, start: [1, 1], iterations }).points,
  )
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(optimisers), anyStateOf(optimisers), (state, next) => {
      const [before, after] = [state, next].map((s) => ({
        state: s,
        result: optimisers.compute(s),
      }))
      const named = optimisers.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(Number.isFinite(value)).toBe(true)
        const general = name.replace(/^(nonzeros|above|reach)[A-Z].*|^([a-z]+)[12]$/, '$1$2*')
        expect(namesOf.optimisers).toHaveProperty([general])
      }
      for (const sentence of [
        optimisers.finding(state, before!.result, house),
        optimisers.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|–|e[+-]/)
      for (const { columns, rows } of optimisers.tables(state, before!.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 80 },
  )
})

test.each([
  [
    { k: 20 },
    /^After 20 iterations ISTA stands at \(1.\d\d, 0\), .* above the minimum; β2 is exactly 0/,
  ],
  [{ method: 'fista' }, /^After 12 iterations FISTA stands at/],
  [
    { method: 'fista', step: 2.2 },
    /^After 12 iterations FISTA is higher than where it began, by .*: a step of 2.20\/L is not sure to descend, and beyond 2\/L it may run away\.$/,
  ],
  [{ step: 0.5 }, /^Step 0.50\/L: after 12 iterations ISTA /],
  [{ rho: 0.5 }, /^Correlation 0.50: after 12/],
  [
    { lambda: 3, k: 150 },
    /^Penalty 3.00: after 150 iterations ISTA stands at \(0, 0\), less than 10⁻¹² above the minimum; β1 and β2 are exactly 0, as at the minimum, \(0, 0\)\.$/,
  ],
  [{ alpha: 0 }, /^Mix 0: .* the minimum, \(0.81, 0.57\), has no zero to find\.$/],
  [
    { view: 'stopping' },
    /^Stopped after 12 iterations, gradient descent stands at \(1.69, 0.41\), ridge at λ = 1\/\(step · 12\) = 0.16 at \(1.49, 0.45\)/,
  ],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(optimisers.changed(solved({}), solved(patch), house)).toMatch(sentence)
})

test.each([
  [0, 'less than 10⁻¹²'],
  [3.2e-5, '3 · 10⁻⁵'],
  [0.0746, '0.0746'],
  [0.25, '0.25'],
  [12, '12.00'],
  [4e21, '4 · 10²¹'],
])('a height of %d is written %s', (x, text) => expect(height(x)).toBe(text))

test('a fair variant is soon found', () => {
  const { draw, slack, margin } = optimisers.variant
  let state = 1
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
  const misses = Array.from({ length: 200 }, () => {
    for (let tries = 0; tries < 40; tries++) {
      const drawn = { ...start, ...settled(draw(random, start)) }
      if (slack(drawn, optimisers.compute(drawn)) >= margin) return 0
    }
    return 1
  })
  expect(misses.filter(Boolean)).toHaveLength(0)
})

/** Nine points of an arc: the ends, and seven between them. */
function along({ from, to, radii, large }: Arc): Pair[] {
  const [a, b] = [frame(from), frame(to)].map(
    ([u, v]) => [u / radii[0], v / radii[1]] as const,
  ) as [Pair, Pair]
  // the two unit circles through both points: the arc runs counter-clockwise around its centre
  const [mid, half] = [[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const, distance(a, b) / 2]
  const away = Math.sqrt(Math.max(0, 1 - half * half)) * (large ? -1 : 1)
  const centre = [
    mid[0] - (away * (b[1] - a[1])) / (2 * half),
    mid[1] + (away * (b[0] - a[0])) / (2 * half),
  ] as const
  const angle = (point: Pair) => Math.atan2(point[1] - centre[1], point[0] - centre[0])
  const [first, last] = [angle(a), angle(b)]
  const turn = last - first + (last > first ? 0 : 2 * Math.PI)
  return Array.from({ length: 9 }, (_, i) => {
    const t = first + (turn * i) / 8
    const [u, v] = [(centre[0] + Math.cos(t)) * radii[0], (centre[1] + Math.sin(t)) * radii[1]]
    return [(u - v) * Math.SQRT1_2, (u + v) * Math.SQRT1_2]
  })
}

/** Along the diagonals, the axes of every contour. */
function frame([b1, b2]: Pair): Pair {
  return [(b1 + b2) * Math.SQRT1_2, (b2 - b1) * Math.SQRT1_2]
}

function distance(a: Pair, b: Pair): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function settled(patch: Partial<OptimisersState>): Partial<OptimisersState> {
  const entries = Object.entries(patch).map(([key, value]) => {
    const field = optimisers.fields[key as keyof OptimisersState]
    return [key, field.kind === 'number' ? settle(field, Number(value)) : value]
  })
  return Object.fromEntries(entries)
}

/** Round numbers may add up to 0 by chance (ρ = 0, a first step of β̂ − λ with β̂ = λ): these cannot. */
function offTheGrid(state: OptimisersState): OptimisersState {
  const { b1, b2, lambda } = state
  return {
    ...state,
    b1: b1 + Math.SQRT2 / 1e3,
    b2: b2 - Math.SQRT2 / 1e3,
    lambda: lambda + Math.E / 1e3,
  }
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { priors, type PriorsState } from './priors.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(priors)

function at(patch: Partial<PriorsState>) {
  return priors.named(priors.compute({ ...start, ...patch })) as Record<string, number>
}

function moment(patch: Partial<PriorsState>) {
  const state = { ...start, ...patch }
  return { state, result: priors.compute(state) }
}

test('the start teaches: Laplace prior, z = 0.8, σ = 1, λ = 1: mode 0, mean 0.39', () => {
  const { modeL1, meanL1, modeL2, meanL2, sdL2 } = at({})
  expect(modeL1).toBe(0)
  // With Φ from a table: w = e^(−0.8)·Φ(−0.2) = 0.189051 above 0 and e^0.8·Φ(−1.8) = 0.079964
  // below; the mean is z − λ(0.189051 − 0.079964)/(0.189051 + 0.079964).
  expect(meanL1).toBeCloseTo(0.394497, 5)
  expect([modeL2, sdL2]).toEqual([0.4, expect.closeTo(Math.SQRT1_2, 12)])
  expect(meanL2).toBeCloseTo(0.4, 12)
})

describe('against quadrature of prior times likelihood, written down anew', () => {
  test.each([
    {},
    { z: -2.4, lambda: 0.1 },
    { z: 3, lambda: 3, sigma: 0.5 },
    { z: 0.55, lambda: 0.6, sigma: 2 },
    // the edge of the dead zone
    { z: 1, sigma: 0.7 },
    { z: 1 },
  ])('%j', (patch) => {
    const { z, sigma, lambda } = { ...start, ...patch }
    const scale = sigma ** 2 / lambda
    const named = at(patch)
    const gaussian = integrate((b) => normal(b, z, sigma) * normal(b, 0, Math.sqrt(scale)))
    expect(named['meanL2']).toBeCloseTo(gaussian.mean, 7)
    expect(named['sdL2']).toBeCloseTo(gaussian.sd, 7)
    const laplace = integrate(
      (b) => (normal(b, z, sigma) * Math.exp(-Math.abs(b) / scale)) / (2 * scale),
    )
    expect(named['meanL1']).toBeCloseTo(laplace.mean, 5)
    expect(named['sdL1']).toBeCloseTo(laplace.sd, 5)
    // The densities that are drawn are normalised: at 0, where both have their corner or a slope.
    const { points, l1, l2, likelihood } = priors.compute({ ...start, ...patch })
    const zero = points.indexOf(0)
    expect(l1.posterior[zero]).toBeCloseTo(
      (normal(0, z, sigma) * (1 / (2 * scale))) / laplace.mass,
      5,
    )
    expect(l2.posterior[zero]).toBeCloseTo(
      (normal(0, z, sigma) * normal(0, 0, Math.sqrt(scale))) / gaussian.mass,
      5,
    )
    expect(l1.prior[zero]).toBeCloseTo(1 / (2 * scale), 10)
    expect(likelihood[zero]).toBeCloseTo(normal(0, z, sigma), 10)
  })
})

/** Mass, mean and standard deviation by the midpoint rule, with 0 on the edge of a cell. */
function integrate(density: (b: number) => number) {
  const step = 1e-3
  const cells = Array.from({ length: 80_000 }, (_, i) => (i - 40_000 + 0.5) * step)
  const sum = (of: (b: number) => number) => cells.reduce((total, b) => total + of(b) * step, 0)
  const mass = sum(density)
  const mean = sum((b) => b * density(b)) / mass
  return { mass, mean, sd: Math.sqrt(sum((b) => (b - mean) ** 2 * density(b)) / mass) }
}

function normal(x: number, mean: number, sd: number): number {
  return Math.exp(-(((x - mean) / sd) ** 2) / 2) / (sd * Math.sqrt(2 * Math.PI))
}

test('the modes are the penalised estimates, whatever the noise', () => {
  for (const sigma of [0.5, 0.7, 1.3, 2]) {
    expect(at({ sigma, z: 1, lambda: 1 })['modeL1']).toBe(0)
    expect(at({ sigma, z: 2.5 })['modeL1']).toBe(1.5)
    expect(at({ sigma, z: 2.5 })['modeL2']).toBe(1.25)
  }
})

test('with less noise the mean closes in on the mode', () => {
  const means = [2, 1, 0.5].map((sigma) => at({ sigma })['meanL1']!)
  expect(means).toEqual(means.toSorted((a, b) => b - a))
  expect(means.at(-1)!).toBeLessThan(means[0]! / 2)
})

test('every whole number is among the points of the drawing, which rise from −4 to 4', () => {
  const points = Array.from(priors.compute(start).points)
  expect(points).toEqual(points.toSorted((a, b) => a - b))
  expect([points[0], points.at(-1)]).toEqual([-4, 4])
  for (let b = -4; b <= 4; b++) expect(points).toContain(b)
})

test('every state has its numbers and its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(priors), anyStateOf(priors), (state, next) => {
      const [before, after] = [moment(state), moment(next)]
      for (const [name, value] of Object.entries(priors.named(before.result))) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(namesOf.priors).toHaveProperty(name)
      }
      for (const density of [before.result.l1.posterior, before.result.l2.posterior])
        expect(density.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
      for (const sentence of [
        priors.finding(state, before.result, house),
        priors.changed(before, after, house),
      ])
        expect(sentence).toMatch(/^([^a-z]|z = )[^.]*(\.\d[^.]*)*\.$/)
      for (const { columns, rows } of priors.tables(state, before.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 100 },
  )
})

test.each([
  [
    {},
    'At z = 0.80, σ = 1.00 and penalty 1.00 the Laplace posterior has its mode at 0, and its mean at 0.39; the Gaussian one has both at 0.40.',
  ],
  [
    { z: -2 },
    'At z = −2.00, σ = 1.00 and penalty 1.00 the Laplace posterior has its mode at −1.00 and its mean at −1.16; the Gaussian one has both at −1.00.',
  ],
  [{ z: 0 }, 'At z = 0, σ = 1.00 and penalty 1.00 both posteriors have mode and mean at 0.'],
])('in the state %j it finds', (patch, sentence) => {
  const { state, result } = moment(patch)
  expect(priors.finding(state, result, house)).toBe(sentence)
})

test.each([
  [
    { z: 1.5 },
    'z = 1.50: the Laplace mode leaves 0 for 0.50, its mean is 0.81; the Gaussian mode and mean are 0.75.',
  ],
  [
    { lambda: 2 },
    'Penalty 1.00 to 2.00: the Laplace mode stays at 0, for |z| is at most λ, and the mean is 0.21; the Gaussian mode and mean are 0.27.',
  ],
  [
    { sigma: 0.5 },
    'Noise 1.00 to 0.50: at the same penalty both priors scale with σ², so neither mode moves (0.40 and 0); the Laplace mean goes from 0.39 to 0.23.',
  ],
  [{ z: 0 }, /^At z = 0, /],
  [{ z: 2, lambda: 0.5 }, /^At z = 2.00, σ = 1.00 and penalty 0.50 /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(priors.changed(moment({}), moment(patch), house)).toMatch(sentence)
})

test('a variant keeps a mode at 0 with its mean elsewhere; all but a few seeds find one', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(priors, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found) {
    expect(at(state)['modeL1']).toBe(0)
    expect(Math.abs(at(state)['meanL1']!)).toBeGreaterThanOrEqual(0.2)
  }
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyStateOf, expectSameFits } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { grouping, type GroupingState } from './grouping.ts'
import { sampleOf } from './grouping-sample.ts'
import { namesOf } from './names.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(grouping)
const solved = (patch: Partial<GroupingState>) => {
  const state = { ...start, ...patch }
  return { state, result: grouping.compute(state) }
}
const at = (patch: Partial<GroupingState>) => grouping.named(solved(patch).result)

describe('the start teaches: what stands beside it is true', () => {
  test('the lasso keeps one of two near-copies, the elastic net both, nearly alike', () => {
    const { survivors, lassoSurvivors, ridgeSurvivors, difference, lassoDifference } = at({})
    expect([lassoSurvivors, survivors, ridgeSurvivors]).toEqual([1, 2, 2])
    expect(lassoDifference).toBe(100)
    expect(difference).toBeCloseTo(7, 1)
  })

  test('no hair’s breadth: a tenth more or less penalty keeps the counts', () => {
    for (const lambda of [0.45, 0.55]) {
      const { survivors, lassoSurvivors } = at({ lambda })
      expect([lassoSurvivors, survivors]).toEqual([1, 2])
    }
  })

  test('its sentence has its numbers', () => {
    const { state, result } = solved({})
    expect(grouping.finding(state, result, house)).toBe(
      'At penalty 0.50 the lasso gives the twins (0.50, 0), the elastic net at mix 0.50 (0.35, 0.32) and ridge (0.41, 0.40), which is 100%, 7.0% and 3.0% apart.',
    )
  })
})

describe('facts that the figure must reproduce (product.md §8): perfect twins, z’y/n = 1, λ 0.2', () => {
  const twins = { rho: 1, lambda: 0.2 }

  test('the lasso keeps the lower index: 0.80 and 0', () => {
    const { beta1, beta2, lassoTotal } = at(twins)
    expect(beta1).toBeCloseTo(0.8, 9)
    expect(beta2).toBe(0)
    expect(lassoTotal).toBeCloseTo(0.8, 9)
  })

  test.each([0, 0.25, 0.5, 1])('and %f of the 0.80 in the other is as good', (share) => {
    const { x, y } = sampleOf({ ...start, ...twins })
    const { betaLone } = at(twins)
    const objective = (first: number, second: number) => {
      const mean = y.reduce((sum, value) => sum + value, 0) / y.length
      const rss = x.reduce(
        (sum, [a, b, v], i) =>
          sum + (y[i]! - mean - a! * first - b! * second - v! * betaLone!) ** 2,
        0,
      )
      return rss / (2 * y.length) + 0.2 * (Math.abs(first) + Math.abs(second))
    }
    const split = objective(0.8 * (1 - share), 0.8 * share)
    expect(split).toBeCloseTo(objective(0.8, 0), 12)
    expect(objective(0.81 * (1 - share), 0.81 * share)).toBeGreaterThan(split)
    expect(objective(0.79 * (1 - share), 0.79 * share)).toBeGreaterThan(split)
    expect(objective(1, -0.2)).toBeGreaterThan(split)
  })

  test('the elastic net at mix 0.5 gives 0.9/2.1 to each, ridge 1/2.2: 0.43 and 0.45', () => {
    const { net1, net2, ridge1, ridge2, difference } = at(twins)
    for (const b of [net1!, net2!]) expect(b).toBeCloseTo(0.9 / 2.1, 9)
    for (const b of [ridge1!, ridge2!]) expect(b).toBeCloseTo(1 / 2.2, 9)
    expect(difference).toBeLessThan(1e-9)
  })

  test('triplets: 0.80 alone, or (1 − λα)/(3 + λ(1 − α)) each', () => {
    const { beta1, beta2, beta3, net1, net2, net3, survivors } = at({ ...twins, size: '3' })
    expect(beta1).toBeCloseTo(0.8, 9)
    expect([beta2, beta3, survivors]).toEqual([0, 0, 3])
    for (const b of [net1!, net2!, net3!]) expect(b).toBeCloseTo(0.9 / 3.1, 9)
  })

  test('whatever the noise and the seed', () => {
    for (const seed of [2, 3, 4])
      for (const sigma of [0, 2]) {
        const { beta1, net1, ridge2 } = at({ ...twins, seed, sigma })
        for (const [found, wanted] of [
          [beta1, 0.8],
          [net1, 0.9 / 2.1],
          [ridge2, 1 / 2.2],
        ])
          expect(found).toBeCloseTo(wanted!, 9)
      }
  })
})

test('the lone feature has (c − λα)/(1 + λ(1 − α)), whatever the group does', () => {
  for (const patch of [
    {},
    { rho: 1 },
    { size: '3', rho: 0.8 },
    { alpha: 0.1, lambda: 1.2 },
  ] as const) {
    const { netLone, betaLone, ridgeLone, lambda, alpha } = at(patch)
    const soft = Math.max(0, start.lone - lambda! * alpha!)
    expect(netLone).toBeCloseTo(soft / (1 + lambda! * (1 - alpha!)), 9)
    expect(betaLone).toBeCloseTo(Math.max(0, start.lone - lambda!), 9)
    expect(ridgeLone).toBeCloseTo(start.lone / (1 + lambda!), 9)
  }
})

test('near-twins by hand, from c = Z’y/n: both kept, the difference is (c1 − c2)/(1 − ρ + λ(1 − α))', () => {
  const { x, y } = sampleOf(start)
  const [c1, c2] = [0, 1].map((j) => x.reduce((sum, row, i) => sum + row[j]! * y[i]!, 0) / x.length)
  const { net1, net2, difference, rho, lambda, alpha } = at({})
  const apart = (c1! - c2!) / (1 - rho! + lambda! * (1 - alpha!))
  expect(net1! - net2!).toBeCloseTo(apart, 9)
  expect(difference).toBeCloseTo((100 * apart) / net1!, 9)
})

test('“which mix keeps near-twins within 5%?” has an answer that can be seen, and one that is not', () => {
  const { along } = solved({}).result
  const close = along.filter(({ difference }) => difference < 0.05)
  expect(close.length).toBeGreaterThan(10)
  expect(close[0]!.alpha).toBe(0)
  expect(at({ alpha: 0.2 }).difference).toBeLessThan(5)
  expect(at({ alpha: 0.4 }).difference).toBeGreaterThan(5)
})

test('members have exactly their correlation with each other, and none with the lone feature', () => {
  const { x } = sampleOf({ ...start, size: '3', rho: 0.9 })
  for (let j = 0; j < 4; j++)
    for (let k = 0; k <= j; k++) {
      const product = x.reduce((sum, row) => sum + row[j]! * row[k]!, 0) / x.length
      expect(product).toBeCloseTo(j === k ? 1 : j === 3 ? 0 : 0.9, 12)
    }
})

test('no two members are further apart than the bound, in any state', () => {
  fc.assert(
    fc.property(anyStateOf(grouping), (state) => {
      const { size, l1, en, l2, along } = grouping.compute(state)
      for (const { coefficients, bound } of [l1, en, l2, ...along]) {
        const members = coefficients.subarray(0, size)
        const apart = Math.max(...members) - Math.min(...members)
        expect(apart).toBeLessThanOrEqual(bound + 1e-9)
      }
    }),
    { numRuns: 60 },
  )
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(grouping), anyStateOf(grouping), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: grouping.compute(s) }))
      const named = grouping.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(value, name).not.toBeNaN()
        expect(namesOf.grouping).toHaveProperty([
          name.replace(/^(beta|net|ridge)(\d|Lone)$/, '$1*'),
        ])
      }
      for (const sentence of [
        grouping.finding(state, before!.result, house),
        grouping.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/)
      for (const { columns, rows } of grouping.tables(state, before!.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
      expect(grouping.sample(state, before!.result).sdY).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
})

test.each([
  [
    { alpha: 0.2 },
    /^Mix 0.50 to 0.20: .* from \(0.35, 0.32\) to \(0.38, 0.37\), from 7.0% to 4.0% apart\.$/,
  ],
  [{ alpha: 1 }, /to \(0.50, 0\), from 7.0% to 100% apart\.$/],
  [{ lambda: 0.2 }, /^Penalty 0.50 to 0.20: the lasso gives the twins /],
  [{ rho: 1 }, /^Correlation 1.000: .*any split of 0.50 among them is as good\.$/],
  [{ rho: 1, alpha: 1 }, /^Correlation 1.000: /],
  [{ size: '3' }, /^Triplets: the lasso gives the triplets \(0.50, 0, 0\)/],
  [{ lone: 0 }, /^Lone effect 0, which has no part in the group: /],
  [{ lambda: 2 }, /the lasso gives the twins \(0, 0\)/],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(grouping.changed(solved({}), solved(patch), house)).toMatch(sentence)
})

test('the lasso that drops equal columns claims no split of nothing', () => {
  const { state, result } = solved({ rho: 1, lambda: 1.5 })
  expect(result.l1.total).toBe(0)
  expect(grouping.finding(state, result, house)).not.toMatch(/split/)
})

test('so many draws show the point that 40 in a row without one are unheard of', () => {
  const { slack, margin } = grouping.variant
  let shown = 0
  for (let seed = 1; seed <= 200; seed++) {
    const { state, result } = solved({ seed })
    if (slack(state, result) < margin) continue
    const { lassoSurvivors, survivors } = grouping.named(result)
    expect([lassoSurvivors, survivors]).toEqual([1, 2])
    shown++
  }
  // 0.25 of all: of 40 draws none shows it once in 100 000 times
  expect(shown / 200).toBeGreaterThan(0.25)
})

test('a fair variant is other data of the same kind', () => {
  const variant = fairVariant(grouping, start, 1)!
  expect({ ...variant, seed: start.seed }).toEqual(start)
  expect(variant.seed).not.toBe(start.seed)
})

test('the code that is copied is the model that is drawn', () => {
  const { state, result } = solved({ size: '3', alpha: 0.3 })
  expectSameFits(grouping.code(state, result))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapSelection, crossValidate, makeData } from '#lib/solver/index.ts'
import { anyStateOf, expectSameFits } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { stability, type StabilityState } from './stability.ts'
import { wilson } from './stability-selection.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(stability)
const solved = (patch: Partial<StabilityState>) => {
  const state = { ...start, ...patch }
  return { state, result: stability.compute(state) }
}
const at = (patch: Partial<StabilityState>) => stability.named(solved(patch).result)

describe('the start teaches: what stands beside it is true', () => {
  test('λ.min finds all three effects and trusts one feature without; λ.1se loses one and trusts none', () => {
    const { stableFoundMin, stableWrongMin, stableFoundSe, stableWrongSe } = at({})
    expect([stableFoundMin, stableWrongMin, stableFoundSe, stableWrongSe]).toEqual([3, 1, 2, 0])
  })

  test('the one-standard-error rule selects fewer: less than a third as many false ones', () => {
    const { wrongMin, wrongSe, foundMin, foundSe } = at({})
    expect(wrongSe!).toBeLessThan(wrongMin! / 3)
    expect(foundSe!).toBeLessThan(foundMin!)
  })

  test('features without an effect are far from never selected by λ.min: each in more than a fifth', () => {
    const { truth, min } = solved({}).result
    const idle = min.shares.filter((_, j) => truth[j] === 0)
    expect(idle).toHaveLength(7)
    expect(Math.min(...idle)).toBeGreaterThan(0.2)
  })

  test('a feature without an effect is selected more often than a true one, by either rule', () => {
    const { loudestMin, weakestMin, loudestSe, weakestSe, min5, min7, true7 } = at({})
    expect([loudestMin! >= weakestMin!, loudestSe! > weakestSe!]).toEqual([true, true])
    expect([min5, min7, true7]).toEqual([weakestMin, loudestMin, 0])
  })

  test('its sentence has its numbers', () => {
    const { state, result } = solved({})
    expect(stability.finding(state, result, house)).toBe(
      'Over 100 resamples λ.min selects 2.9 of 3 true effects and 3.0 of 7 other features on average, λ.1se 2.4 and 0.9; 3 true and 1 without an effect reach 80% under λ.min, 2 and 0 under λ.1se.',
    )
  })
})

test('the rule selects fewer on nearly any data: 15 samples, three settings', () => {
  for (let seed = 1; seed <= 5; seed++)
    for (const patch of [{}, { n: 120, p: 16 }, { rho: 0.9, sigma: 1 }]) {
      const { foundMin, foundSe, wrongMin, wrongSe } = at({ ...patch, seed, resamples: 20 })
      expect(foundSe! + wrongSe!).toBeLessThan(foundMin! + wrongMin!)
    }
})

test('shares are those of the solver’s bootstrap; each λ.1se is at least its λ.min', () => {
  const { n, p, rho, k, sigma, seed, resamples } = start
  const { x, y } = makeData({ seed, n, p, rho, k, step: 2, sigma })
  const o = { seed, nFolds: 5, nLambda: 40, lambdaMinRatio: 0.01 }
  const drawn = bootstrapSelection(x, y, { ...o, resamples })
  const { min, se } = solved({}).result
  min.shares.forEach((share, j) => expect(share).toBeCloseTo(drawn.atMin[j]!, 12))
  se.shares.forEach((share, j) => expect(share).toBeCloseTo(drawn.at1se[j]!, 12))
  drawn.lambda1se.forEach((lambda, r) => expect(lambda).toBeGreaterThanOrEqual(drawn.lambdaMin[r]!))
  const { lambdaMin, lambda1se, converged } = crossValidate(x, y, o)
  expect([min.whole.lambda, se.whole.lambda, converged]).toEqual([lambdaMin, lambda1se, true])
})

test('the mean number selected is the sum of the shares', () => {
  const { truth, min } = solved({}).result
  expect(min.found).toBeCloseTo(min.shares[0]! + min.shares[2]! + min.shares[4]!, 12)
  expect(min.found + min.wrong).toBeCloseTo(
    min.shares.reduce((sum, share) => sum + share, 0),
    12,
  )
  expect(Array.from(truth.subarray(0, 5))).toEqual([3, 0, -2, 0, 1])
})

test.each([
  [0.5, 100],
  [0, 20],
  [1, 60],
  [0.07, 200],
])(
  'Wilson’s 80% interval of %f of %d: its ends are 1.2816 standard errors away',
  (share, count) => {
    for (const end of wilson(share, count)) {
      if (end === 0 || end === 1) expect(share).toBeCloseTo(end, 12)
      else
        expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / count)).toBeCloseTo(
          1.2815516,
          5,
        )
    }
  },
)

test('a share on the threshold counts, and the threshold alone solves nothing again', () => {
  const { state, result } = solved({})
  const share = result.se.shares[2]!
  const threshold = Math.round(share * 20) / 20
  const { stable } = stability.compute({ ...state, threshold })
  const by = Array.from(result.se.shares).filter((s, j) => s >= threshold && result.truth[j] !== 0)
  expect(stable.se.found).toBe(by.length)
  expect(stability.compute({ ...state, threshold: 0.6 }).min).toBe(result.min)
})

test('every resample has its place among the penalties', () => {
  for (const patch of [{}, { resamples: 20 }, { seed: 5, n: 200 }]) {
    const { chosen, resamples, min, se } = solved(patch).result
    for (const counts of [chosen.min, chosen.se])
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(resamples)
    expect(chosen.edges[0]).toBeCloseTo(min.lambdas[0]!, 12)
    expect(chosen.edges.at(-1)).toBeCloseTo(se.lambdas.at(-1)!, 12)
  }
})

test('every state is solved, with its certificate, and has its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(stability), anyStateOf(stability), (state, next) => {
      const [before, after] = [state, next].map((s) => ({ state: s, result: stability.compute(s) }))
      const named = stability.named(before!.result)
      expect(named['gap']).toBeLessThanOrEqual(1e-9)
      for (const [name, value] of Object.entries(named)) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(namesOf.stability).toHaveProperty([name.replace(/^(min|se|true)\d+$/, '$1*')])
      }
      for (const sentence of [
        stability.finding(state, before!.result, house),
        stability.changed(before!, after!, house),
      ])
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|–/)
      for (const { columns, rows } of stability.tables(state, before!.result, house)) {
        expect(new Set(rows.map(([heading]) => heading)).size).toBe(rows.length)
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
      }
    }),
    { numRuns: 8 },
  )
})

test.each([
  [
    { threshold: 0.6 },
    /^Threshold 80% to 60%: 3 true and 1 without an effect reach 60% under λ.min, /,
  ],
  [{ seed: 5 }, /^Sample 5: over 100 resamples λ.min selects /],
  [{ k: 1 }, /^1 true effect: over 100 resamples λ.min selects [\d.]+ of 1 true effect /],
  [{ resamples: 20 }, /^20 resamples: over 20 resamples /],
  [{ rho: 0.9 }, /^Neighbours correlated 0.90: /],
  [{ sigma: 6 }, /^Noise 6.0: /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(stability.changed(solved({}), solved(patch), house)).toMatch(sentence)
})

test('so many draws show the point that 40 in a row without one are unheard of', () => {
  const { slack, margin } = stability.variant
  let shown = 0
  for (let seed = 1; seed <= 40; seed++) {
    const { state, result } = solved({ seed, resamples: 20 })
    if (slack(state, result) < margin) continue
    const { loudestMin } = stability.named(result)
    expect(loudestMin).toBeGreaterThanOrEqual(0.6)
    shown++
  }
  // 0.25 of all: of 40 draws none shows it once in 100 000 times
  expect(shown / 40).toBeGreaterThan(0.25)
})

test('a fair variant is other data of the same kind', () => {
  const variant = fairVariant(stability, start, 1)!
  expect({ ...variant, seed: start.seed }).toEqual(start)
  expect(variant.seed).not.toBe(start.seed)
})

test('the code that is copied is the model at each λ of the whole sample', () => {
  const { state, result } = solved({})
  expectSameFits(stability.code(state, result))
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyStateOf } from './figure-tests.ts'
import { defaults } from './figure.ts'
import { namesOf } from './names.ts'
import { normalTail } from './normal-tail.ts'
import { thresholds, type ThresholdsState } from './thresholds.ts'
import { pointAt } from './thresholds-model.ts'
import { house } from './units.ts'
import { fairVariant } from './variant.ts'

const start = defaults(thresholds)

function at(patch: Partial<ThresholdsState>) {
  return thresholds.named(thresholds.compute({ ...start, ...patch })) as Record<string, number>
}

function moment(patch: Partial<ThresholdsState>) {
  const state = { ...start, ...patch }
  return { state, result: thresholds.compute(state) }
}

test.each([
  // R: pnorm(x, lower.tail = FALSE)
  [-2, 0.977249868051821],
  [0, 0.5],
  [0.5, 0.308537538725987],
  [1, 0.158655253931457],
  [2.999, 0.00135433653372711],
  [3, 0.00134989803163009],
  [6, 9.86587645037698e-10],
  [13, 6.11716439954988e-39],
])('above %d lies %d of a normal distribution', (x, tail) => {
  expect(Math.abs(normalTail(x) / tail - 1)).toBeLessThan(1e-12)
})

test('the start teaches: an AUC above 0.9, and 95 of 100 flags are wrong', () => {
  const { recall, falseRate, precision, auc, accuracy, caught, missed, alarms } = at({})
  // by a table of Φ: Φ(1) = 0.84134, Φ(√2) = 0.92135
  expect(recall).toBeCloseTo(0.84134, 5)
  expect(falseRate).toBeCloseTo(1 - 0.84134, 5)
  expect(precision).toBeCloseTo((0.01 * 0.84134) / (0.01 * 0.84134 + 0.99 * 0.15866), 4)
  expect(auc).toBeCloseTo(0.92135, 5)
  expect(accuracy).toBeCloseTo(0.84134, 5)
  expect([caught, missed, alarms].map((count) => Math.round(count!))).toEqual([84, 16, 1571])
})

describe('against sums over many scores, counted anew', () => {
  test.each([
    {},
    { d: 1.1, s: 1.5, prevalence: 0.2, t: 0.4 },
    { d: 3.2, s: 0.5, prevalence: 0.003, t: 2.9 },
    { d: 0, s: 0.5, t: -0.5, prevalence: 0.5 },
    { d: 4, s: 1.2, t: 6, miss: 1000 },
  ])('%j', (patch) => {
    const { t, d, s, prevalence, miss } = { ...start, ...patch }
    const named = at(patch)
    // by the midpoint rule: each class in cells of a thousandth
    const step = 1e-3
    const cells = Array.from({ length: 24_000 }, (_, i) => (i - 12_000 + 0.5) * step)
    const positive = cells.map((x) => density((x - d) / s) / s)
    const negative = cells.map(density)
    const above = (of: number[]) =>
      of.reduce((sum, y, i) => sum + (cells[i]! > t ? y * step : 0), 0)
    const [caught, alarms] = [prevalence * above(positive), (1 - prevalence) * above(negative)]
    const f1 = (2 * caught) / (caught + alarms + prevalence)
    expect(named['recall']).toBeCloseTo(above(positive), 6)
    expect(named['falseRate']).toBeCloseTo(above(negative), 6)
    expect(named['precision']).toBeCloseTo(caught / (caught + alarms), 5)
    expect(named['f1']).toBeCloseTo(f1, 5)
    expect(named['cost']! / 10_000).toBeCloseTo(miss * (prevalence - caught) + alarms, 4)
    // both areas from the top score down, a cell at a time
    let [tp, fp, auc, ap] = [0, 0, 0, 0]
    for (let i = cells.length - 1; i >= 0; i--) {
      const [up, right] = [positive[i]! * step, negative[i]! * step]
      auc += right * (tp + up / 2)
      ;[tp, fp] = [tp + up, fp + right]
      if (tp > 0) ap += (up * prevalence * tp) / (prevalence * tp + (1 - prevalence) * fp)
    }
    expect(named['auc']).toBeCloseTo(auc, 6)
    expect(named['averagePrecision']).toBeCloseTo(ap, 2)
  })
})

function density(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
}

test('no threshold of the axis costs less than the cheapest; inside it the probability is 1/(1 + k)', () => {
  fc.assert(
    fc.property(anyStateOf(thresholds), (state) => {
      const result = thresholds.compute(state)
      const { best, miss } = result
      for (let i = 0; i <= 180; i++) {
        const { cost } = pointAt(result, -3 + i / 20, miss)
        expect(cost).toBeGreaterThanOrEqual(best.cost - 1e-9 * Math.max(1, best.cost))
      }
      if (best.threshold > -3 && best.threshold < 6)
        expect(best.probability).toBeCloseTo(1 / (1 + miss), 8)
    }),
    { numRuns: 200 },
  )
})

test('an optimum inside of the axis is the cheapest, at unequal spreads too: the two ends are not all', () => {
  for (const s of [0.5, 0.8, 1, 1.25, 1.5]) {
    const { best } = thresholds.compute({ ...start, s })
    expect(best.threshold).toBeGreaterThan(0)
    expect(best.threshold).toBeLessThan(3)
  }
  // By hand, equal spreads: t = d/2 + log(99/50)/2.
  expect(at({})['bestThreshold']).toBeCloseTo(1 + Math.log(99 / 50) / 2, 12)
})

test('neither ROC curve nor AUC knows the share of positives or the costs', () => {
  const ends = [start, { ...start, prevalence: 0.5, miss: 1 }].map((s) => thresholds.compute(s))
  const [rare, common] = ends.map(({ auc, points }) => ({
    auc,
    curve: points.map(({ recall, falseRate }) => [falseRate, recall]),
  }))
  expect(rare).toEqual(common)
  expect(ends[0]!.averagePrecision).toBeLessThan(ends[1]!.averagePrecision / 3)
})

test('the ROC curve rises from corner to corner', () => {
  for (const patch of [{}, { d: 0, s: 0.5 }, { d: 4, s: 1.5 }]) {
    const { points } = thresholds.compute({ ...start, ...patch })
    for (const key of ['recall', 'falseRate'] as const) {
      const values = points.map((point) => point[key])
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      expect(values[0]).toBeLessThan(1e-4)
      expect(values.at(-1)).toBeGreaterThan(1 - 1e-4)
    }
  }
})

test('every state has its numbers and its sentences', () => {
  fc.assert(
    fc.property(anyStateOf(thresholds), anyStateOf(thresholds), (state, next) => {
      const [before, after] = [moment(state), moment(next)]
      for (const [name, value] of Object.entries(thresholds.named(before.result))) {
        expect(Number.isFinite(value), name).toBe(true)
        expect(namesOf.thresholds).toHaveProperty(name)
      }
      for (const { recall, falseRate, precision } of before.result.points)
        for (const share of [recall, falseRate, precision]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      for (const sentence of [
        thresholds.finding(state, before.result, house),
        thresholds.changed(before, after, house),
      ])
        expect(sentence).toMatch(/^[^a-z][^.]*(\.\d[^.]*)*\.$/)
      for (const { columns, rows } of thresholds.tables(state, before.result, house))
        for (const row of rows) expect(row).toHaveLength(columns.length + 1)
    }),
    { numRuns: 100 },
  )
})

test.each([
  [
    {},
    'Recall is 84.1% and precision 5.1% at the threshold 1.00, with an AUC of 0.921; 10,000 cases cost as much as 2,364 false alarms there, and 2,165 at the cheapest threshold, 1.34.',
  ],
  // nobody worth a flag: the cheapest is the end of the axis
  [{ d: 0, miss: 1 }, /precision 1\.0% .* and 100 at the cheapest threshold, 6\.00\.$/],
])('in the state %j it finds', (patch, sentence) => {
  const { state, result } = moment(patch)
  expect(thresholds.finding(state, result, house)).toMatch(sentence)
})

test.each([
  [
    { t: 1.5 },
    'Threshold 1.00 to 1.50: recall falls from 84.1% to 69.1% and precision rises from 5.1% to 9.5%; the cost goes from 2,364 to 2,204.',
  ],
  [
    { prevalence: 0.1 },
    'Positives 1% to 10%: recall and the false-positive rate stay, and with them the ROC curve; precision rises from 5.1% to 37.1%, and the cheapest threshold goes from 1.34 to 0.14.',
  ],
  [
    { miss: 1 },
    'Cost of a miss 50 to 1: both curves stay; the cheapest threshold goes from 1.34 to 3.30, where a case is positive with probability 50.0%.',
  ],
  [
    { s: 1.3 },
    'Spread of the positives 1.00 to 1.30: the AUC goes from 0.921 to 0.889, the area under precision and recall from 0.269 to 0.324.',
  ],
  [{ d: 3 }, /^Distance of the classes 2\.00 to 3\.00: the AUC goes from 0\.921 to 0\.983/],
  [{ curve: 'pr' }, /^Recall is /],
  [{ t: 2, d: 3 }, /^Recall is /],
] as const)('after %j one sentence says what changed', (patch, sentence) => {
  expect(thresholds.changed(moment({}), moment(patch), house)).toMatch(sentence)
})

test('a variant keeps a high AUC with mostly false alarms; all but a few seeds find one', () => {
  const variants = Array.from({ length: 200 }, (_, seed) => fairVariant(thresholds, start, seed))
  const found = variants.filter((state) => state !== null)
  expect(found.length).toBeGreaterThanOrEqual(190)
  for (const state of found) {
    expect(at(state)['auc']).toBeGreaterThan(0.9)
    expect(at(state)['precision']).toBeLessThanOrEqual(0.4)
  }
})

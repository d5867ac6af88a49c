import type { Code } from './code.ts'
import type { Table } from './figure.ts'
import { decimal } from './number.ts'
import type { StabilityResult, StabilityState } from './stability.ts'
import { dataOf, type Rule } from './stability-selection.ts'
import type { Sample, Units } from './units.ts'

export function named(result: StabilityResult): Record<string, number> {
  const { truth, min, se, stable, threshold, resamples } = result
  return {
    ...numbered('min', min.shares),
    ...numbered('se', se.shares),
    ...numbered('true', truth),
    foundMin: min.found,
    foundSe: se.found,
    wrongMin: min.wrong,
    wrongSe: se.wrong,
    stableFoundMin: stable.min.found,
    stableFoundSe: stable.se.found,
    stableWrongMin: stable.min.wrong,
    stableWrongSe: stable.se.wrong,
    weakestMin: Math.min(...sharesOf(min, truth, true)),
    weakestSe: Math.min(...sharesOf(se, truth, true)),
    loudestMin: Math.max(...sharesOf(min, truth, false)),
    loudestSe: Math.max(...sharesOf(se, truth, false)),
    lambdaMin: min.whole.lambda,
    lambdaSe: se.whole.lambda,
    threshold,
    resamples,
    p: truth.length,
    gap: result.gap,
  }
}

function numbered(name: string, values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, j) => [`${name}${j + 1}`, value]))
}

function sharesOf({ shares }: Rule, truth: Float64Array, real: boolean): Float64Array {
  return shares.filter((_, j) => (truth[j] !== 0) === real)
}

export function sample({ n }: StabilityState, { sdY }: StabilityResult): Sample {
  return { n, sdY }
}

export function tables(_: StabilityState, result: StabilityResult, units: Units): Table[] {
  return [everyFeature(result), bothRules(result, units), everyPenalty(result, units)]
}

function everyFeature({ truth, min, se }: StabilityResult): Table {
  return {
    caption: 'Share of the resamples in which a feature is selected, with 80% intervals',
    columns: [
      { label: 'True' },
      ...['λ.min', 'λ.1se'].flatMap((rule) =>
        [rule, `${rule}, from`, `${rule}, to`].map((label) => ({ label, method: 'l1' as const })),
      ),
    ],
    rows: Array.from(truth, (effect, j) => [
      `β${j + 1}`,
      effect,
      ...[min, se].flatMap(({ shares, low, high }) => [shares[j]!, low[j]!, high[j]!]),
    ]),
  }
}

function bothRules({ min, se, stable, threshold }: StabilityResult, units: Units): Table {
  const often = `in ${decimal(100 * threshold, 0)}% or more`
  const write = (lambda: number) => units.write(lambda, 1)
  return {
    caption: 'Under both rules',
    columns: [
      { label: 'λ.min', method: 'l1' },
      { label: 'λ.1se', method: 'l1' },
    ],
    rows: [
      ['True effects selected per resample', min.found, se.found],
      ['Others selected per resample', min.wrong, se.wrong],
      [`True effects selected ${often}`, stable.min.found, stable.se.found],
      [`Others selected ${often}`, stable.min.wrong, stable.se.wrong],
      ['Penalty on the whole sample', write(min.whole.lambda), write(se.whole.lambda)],
      ['Median penalty of the resamples', write(median(min.lambdas)), write(median(se.lambdas))],
    ],
  }
}

function everyPenalty({ chosen: { edges, min, se } }: StabilityResult, units: Units): Table {
  return {
    caption: 'Resamples by the penalty that they choose',
    columns: [
      { label: 'λ.min', method: 'l1' },
      { label: 'λ.1se', method: 'l1' },
    ],
    rows: Array.from(min, (count, i) => [
      `${i + 1}: ${units.write(edges[i]!, 1)} to ${units.write(edges[i + 1]!, 1)}`,
      count,
      se[i]!,
    ]),
  }
}

/** @param sorted rising */
export function median(sorted: Float64Array): number {
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

export function code(state: StabilityState, { min, se }: StabilityResult): Code[] {
  const { x, y } = dataOf(state)
  return [
    { rule: min, name: 'λ.min' },
    { rule: se, name: 'λ.1se' },
  ].map(({ rule, name }) => ({
    kind: 'fit',
    says: `The lasso at the ${name} of the whole sample`,
    family: 'gaussian',
    x,
    y,
    lambda: rule.whole.lambda,
    alpha: 1,
    standardize: true,
    intercept: true,
    expected: rule.whole,
  }))
}

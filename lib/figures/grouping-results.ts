import type { Code } from './code.ts'
import type { Table } from './figure.ts'
import type { GroupingResult, GroupingState, Shared } from './grouping.ts'
import { rows, sampleOf } from './grouping-sample.ts'
import { decimal } from './number.ts'
import type { Sample, Units } from './units.ts'

export function named(result: GroupingResult): Record<string, number> {
  const { size, rho, lambda, l1, en, l2, along } = result
  return {
    ...numbered('beta', l1),
    ...numbered('net', en),
    ...numbered('ridge', l2),
    difference: 100 * en.difference,
    lassoDifference: 100 * l1.difference,
    ridgeDifference: 100 * l2.difference,
    survivors: en.survivors,
    lassoSurvivors: l1.survivors,
    ridgeSurvivors: l2.survivors,
    total: en.total,
    lassoTotal: l1.total,
    ridgeTotal: l2.total,
    bound: en.bound,
    ridgeBound: l2.bound,
    size,
    rho,
    alpha: en.alpha,
    lambda,
    gap: Math.max(...[l1, en, l2, ...along].map(({ gap }) => gap)),
  }
}

function numbered(name: string, { coefficients: values }: Shared): Record<string, number> {
  return Object.fromEntries(
    Array.from(values, (b, j) => [j === values.length - 1 ? `${name}Lone` : `${name}${j + 1}`, b]),
  )
}

export function sample(state: GroupingState): Sample {
  const { y } = sampleOf(state)
  return { n: rows, sdY: Math.sqrt(y.reduce((sum, value) => sum + value * value, 0) / rows) }
}

export function tables(
  { lambda }: GroupingState,
  { size, l1, en, l2, along }: GroupingResult,
  units: Units,
): Table[] {
  const shown = [l1, en, l2]
  const row = (heading: string, of: (mix: Shared) => number | string) =>
    [heading, ...shown.map(of)] as const
  const features = Array.from(en.coefficients, (_, j) => nameOf(j, size))
  return [
    {
      caption: 'Coefficients of the group and of the lone feature',
      columns: [
        { label: 'L1', method: 'l1' },
        { label: 'EN', method: 'en' },
        { label: 'L2', method: 'l2' },
      ],
      rows: [
        row('Mix', ({ alpha }) => units.mix(alpha)),
        row('Penalty', ({ alpha }) => units.write(lambda, alpha)),
        ...features.map((name, j) => row(name, ({ coefficients }) => coefficients[j]!)),
        row('Members kept', ({ survivors }) => survivors),
        row('Sum of the members', ({ total }) => total),
        row('Members apart, %', ({ difference }) => 100 * difference),
        row('Furthest apart by theory', ({ bound }) => (bound === Infinity ? 'no bound' : bound)),
      ],
    },
    {
      caption: 'Along the mix',
      columns: [...features, 'Members apart, %'].map((label) => ({ label, method: 'en' })),
      rows: along
        .filter(({ alpha }) => rounded.includes(alpha))
        .map(({ alpha, coefficients, difference }) => [
          `Mix ${decimal(units.mix(alpha), 3)}`,
          ...coefficients,
          100 * difference,
        ]),
    },
  ]
}

const rounded = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]

/** "β1", or "lone" for the last feature. */
export function nameOf(j: number, size: number): string {
  return j < size ? `β${j + 1}` : 'lone'
}

export function code(state: GroupingState, { l1, en, l2 }: GroupingResult): Code[] {
  const { x, y } = sampleOf(state)
  const of = (says: string, { alpha, coefficients }: Shared): Code => ({
    kind: 'fit',
    says,
    family: 'gaussian',
    x,
    y,
    lambda: state.lambda,
    alpha,
    standardize: true,
    intercept: true,
    // Features and response have mean 0.
    expected: { intercept: 0, coefficients },
  })
  const split = state.rho === 1 ? '; any split among equal columns is as good' : ''
  return [
    of(`Mix ${decimal(en.alpha)}${en.alpha === 1 ? split : ''}`, en),
    of(`The lasso${split}`, l1),
    of('Ridge', l2),
  ]
}

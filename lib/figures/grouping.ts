import { fit, type Fit } from '#lib/solver/index.ts'
import { figure, type Moment, type State } from './figure.ts'
import { code, named, sample, tables } from './grouping-results.ts'
import { rows, sampleOf } from './grouping-sample.ts'
import { groupingChanged, groupingFinding } from './grouping-sentences.ts'

const fields = {
  alpha: number('Mix', { symbol: 'α', min: 0, max: 1, step: 0.01, digits: 2, default: 0.5 }),
  lambda: number('Penalty', {
    symbol: 'λ',
    min: 0.02,
    max: 2,
    step: 0.02,
    digits: 3,
    scale: 'log',
    default: 0.5,
  }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: 0.8,
    max: 1,
    step: 0.005,
    digits: 3,
    default: 0.995,
  }),
  size: {
    kind: 'choice',
    label: 'Group',
    options: [
      { value: '2', label: 'Twins' },
      { value: '3', label: 'Triplets' },
    ],
    default: '2',
  },
  lone: number('Lone effect', { min: 0, max: 1.5, step: 0.1, digits: 2, default: 0.8 }),
  sigma: number('Noise', { symbol: 'σ', min: 0, max: 2, step: 0.1, digits: 2, default: 0.5 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 1 }),
} as const

/** One mix at the penalty of the figure. */
export type Shared = {
  /** 1 the lasso, 0 ridge */
  alpha: number
  /** of the members, and then of the lone feature */
  coefficients: Float64Array
  /** members that are not 0 */
  survivors: number
  /** of the members */
  total: number
  /** the largest member less the smallest, as a share of the one furthest from 0; 0 if all are 0 */
  difference: number
  /** no two members can be further apart than this; Infinity for the lasso */
  bound: number
  gap: number
}

export type GroupingState = State<typeof fields>
export type GroupingResult = {
  size: 2 | 3
  rho: number
  lambda: number
  l1: Shared
  en: Shared
  l2: Shared
  /** the mix rising from 0; without 1 where the members are one column, for there it breaks off */
  along: readonly Shared[]
}
export type GroupingMoment = Moment<typeof fields, GroupingResult>

/** Features that say the same, from ridge to the lasso: who is kept, and who shares. */
export const grouping = figure({
  id: 'grouping',
  title: 'Twins: one is kept, or both share',
  fields,
  compute,
  named,
  sample,
  finding: groupingFinding,
  changed: groupingChanged,
  tables,
  variant: {
    keeps: 'The lasso drops a member of the group that the elastic net keeps.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    /** how far from 0 the elastic net holds what it holds least, in units of β */
    slack: (_, { l1, en, size }) =>
      l1.survivors < size ? Math.min(...en.coefficients.subarray(0, size).map(Math.abs)) : 0,
    margin: 0.1,
  },
  code,
})

function compute(state: GroupingState): GroupingResult {
  const { problem } = sampleOf(state)
  const size = state.size === '2' ? 2 : 3
  const at = (alpha: number) =>
    shared(fit(problem, { lambda: state.lambda, alpha }), size, state.rho)
  return {
    size,
    rho: state.rho,
    lambda: state.lambda,
    l1: at(1),
    en: at(state.alpha),
    l2: at(0),
    along: mixes.filter((alpha) => state.rho < 1 || alpha < 1).map(at),
  }
}

/** From 0 to 1 in thousandths. Near-twins part within a few hundredths of the lasso: finer there. */
const mixes = Array.from({ length: 1001 }, (_, i) => i)
  .filter((i) => i % (i < 900 ? 20 : i < 980 ? 5 : 1) === 0)
  .map((i) => i / 1000)

function shared(found: Fit, size: 2 | 3, rho: number): Shared {
  const { alpha, lambda, coefficients, rss = 0, relativeGap: gap } = found
  const members = coefficients.subarray(0, size)
  const largest = Math.max(...members.map(Math.abs))
  const difference = Math.max(...members) - Math.min(...members)
  return {
    alpha,
    coefficients,
    survivors: members.filter((b) => b !== 0).length,
    total: members.reduce((sum, b) => sum + b, 0),
    difference: largest === 0 ? 0 : difference / largest,
    bound: alpha === 1 ? Infinity : apart(rho, rss) / (lambda * (1 - alpha)),
    gap,
  }
}

/**
 * The grouping effect (Zou & Hastie 2005, theorem 1) for our objective. At the minimum
 * z_j'r/n = λα·s_j + λ(1 − α)·γ_j, where s_j is the sign of γ_j, or in [−1, 1] where γ_j is 0. Take
 * the difference of two members: s never falls as γ rises, so
 * λ(1 − α)·|γ_i − γ_j| ≤ |(z_i − z_j)'r|/n ≤ √(2(1 − ρ))·‖r‖/√n.
 */
function apart(rho: number, rss: number): number {
  return Math.sqrt((2 * (1 - rho) * rss) / rows)
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

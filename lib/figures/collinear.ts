import { fitPath } from '#lib/solver/index.ts'
import { type Cloud, cloudsOf, mixOf, type Penalised } from './collinear-clouds.ts'
import { code, named, sample, tables } from './collinear-results.ts'
import { type Pair, resamples, type Twins, twinsOf } from './collinear-sample.ts'
import { collinearChanged, collinearFinding } from './collinear-sentences.ts'
import { figure, type Moment, type State } from './figure.ts'

const fields = {
  lambda: number('Penalty', {
    symbol: 'λ',
    min: 0.001,
    max: 10,
    step: 0.02,
    digits: 4,
    scale: 'log',
    default: 0.3,
  }),
  vs: {
    kind: 'choice',
    label: 'Compare least squares with',
    options: [
      { value: 'l2', label: 'Ridge' },
      { value: 'l1', label: 'Lasso' },
      { value: 'en', label: 'Elastic net' },
    ],
    default: 'l2',
  },
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: 0,
    max: 0.99,
    step: 0.01,
    digits: 2,
    default: 0.95,
  }),
  pick: number('Sample shown', { min: 1, max: resamples, step: 1, digits: 0, default: 1 }),
  b1: effect('1', 1.5),
  b2: effect('2', 0.5),
  sigma: number('Noise', { symbol: 'σ', min: 0, max: 4, step: 0.25, digits: 2, default: 2 }),
  n: number('Rows', { symbol: 'n', min: 10, max: 100, step: 10, digits: 0, default: 50 }),
  seed: number('Noise drawn', { min: 1, max: 9999, step: 1, digits: 0, default: 8 }),
} as const

export type CollinearState = State<typeof fields>
export type CollinearResult = {
  truth: Pair
  /** of the features: no penalty has a part in them */
  vif: number
  condition: number
  clouds: Record<Penalised | 'ols', Cloud>
  /** from 0: the resample that is shown by itself */
  pick: number
  /** the compared method on that resample; L × 2, row-major, penalties falling */
  path: { lambdas: Float64Array; coefficients: Float64Array; gap: number }
  /** where ridge on that resample takes a coefficient through 0; at most one ever crosses */
  crossing?: { of: 0 | 1; lambda: number }
  lambda: number
  rho: number
  /** standard deviation that theory gives a coefficient of least squares: σ√(VIF/n) */
  expected: number
  gap: number
}
export type CollinearMoment = Moment<typeof fields, CollinearResult>

/** Two features that say nearly the same: what penalties steady, and what they leave as it is. */
export const collinear = figure({
  id: 'collinear',
  title: 'Two features that say nearly the same',
  fields,
  compute,
  named,
  sample,
  finding: collinearFinding,
  changed: collinearChanged,
  tables,
  variant: {
    keeps:
      'In the sample shown, a coefficient that least squares puts on one side of zero comes out on the other side under ridge.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    slack: (_, { clouds, pick }) => Math.max(flip(clouds, pick, 0), flip(clouds, pick, 1)),
    margin: 0.1,
  },
  code,
})

function compute(state: CollinearState): CollinearResult {
  const twins = twinsOf(state)
  const pick = state.pick - 1
  const crossing = crossingOf(twins.resampled[pick]!.ols, state.rho)
  const { clouds, gap } = cloudsOf(twins, state)
  const path = pathOf(twins, state)
  return {
    truth: [state.b1, state.b2],
    vif: twins.vif,
    condition: twins.condition,
    clouds,
    gap: Math.max(gap, path.gap),
    pick,
    path,
    ...(crossing && { crossing }),
    lambda: state.lambda,
    rho: state.rho,
    expected: state.sigma * Math.sqrt(twins.vif / state.n),
  }
}

function pathOf({ resampled }: Twins, state: CollinearState): CollinearResult['path'] {
  const { problem } = resampled[state.pick - 1]!
  const path = fitPath(problem, { alpha: mixOf(state.vs, state), lambdas: grid })
  return {
    lambdas: grid,
    coefficients: path.coefficients,
    gap: Math.max(...path.relativeGaps),
  }
}

/** Falling, in equal ratios over the whole range of the field. */
const grid = Float64Array.from({ length: 81 }, (_, i) => {
  const { min, max } = fields.lambda
  return max * (min / max) ** (i / 80)
})

/**
 * Ridge solves ((1 + λ) b1 + ρ b2, ρ b1 + (1 + λ) b2) = Z'y/n = (c1, c2), so b2 has the sign of
 * (1 + λ) c2 − ρ c1, and b1 that of (1 + λ) c1 − ρ c2: only one of the two can change it at a λ > 0.
 */
function crossingOf([o1, o2]: Pair, rho: number): CollinearResult['crossing'] {
  const [c1, c2] = [o1 + rho * o2, rho * o1 + o2]
  const [first, second] = [(rho * c2) / c1 - 1, (rho * c1) / c2 - 1]
  if (isPenalty(first)) return { of: 0, lambda: first }
  return isPenalty(second) ? { of: 1, lambda: second } : undefined
}

/** A coefficient of least squares that is 0 but for rounding is not on its way through 0. */
function isPenalty(lambda: number): boolean {
  return lambda > 1e-9 && lambda < Infinity
}

/** How far both are from 0 if they lie on different sides of it; else at most 0. */
function flip({ ols, l2 }: CollinearResult['clouds'], pick: number, j: 0 | 1): number {
  const [before, after] = [ols.points[pick]![j], l2.points[pick]![j]]
  return before * after < 0 ? Math.min(Math.abs(before), Math.abs(after)) : 0
}

function effect(sub: string, start: number) {
  return number('True effect', {
    symbol: 'β',
    sub,
    min: -3,
    max: 3,
    step: 0.1,
    digits: 2,
    default: start,
  })
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

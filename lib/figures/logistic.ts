import { fitPath } from '#lib/solver/index.ts'
import { figure, type Moment, type State } from './figure.ts'
import { alphaOf, type Fitted, logOdds, modelOf } from './logistic-model.ts'
import { named, tables } from './logistic-results.ts'
import { contrastOf, type Sample, sampleOf } from './logistic-sample.ts'
import { logisticChanged, logisticFinding } from './logistic-sentences.ts'
import { remember } from './remember.ts'

const fields = {
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 1e-5,
    max: 1,
    step: 0.05,
    digits: 3,
    scale: 'log',
    default: 1e-4,
  },
  penalty: {
    kind: 'choice',
    label: 'Form of the penalty',
    options: [
      { value: 'l2', label: 'L2' },
      { value: 'l1', label: 'L1' },
      { value: 'en', label: 'Elastic net' },
    ],
    default: 'l2',
  },
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  view: {
    kind: 'choice',
    label: 'Second panel',
    options: [
      { value: 'norm', label: 'Length of β' },
      { value: 'calibration', label: 'Calibration' },
    ],
    default: 'norm',
  },
  distance: number('Distance of centres', { min: 0.5, max: 6, step: 0.1, digits: 1, default: 4.5 }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: -0.9,
    max: 0.9,
    step: 0.05,
    digits: 2,
    default: 0.3,
  }),
  n: number('Rows', { symbol: 'n', min: 20, max: 200, step: 10, digits: 0, default: 60 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 21 }),
} as const

/** ‖β‖₂ against the penalty, for the same rows with their centres so far apart. */
export type Curve = {
  distance: number
  separable: boolean
  /** falling, length L */
  lambdas: Float64Array
  /** length L, in the units of the features */
  norms: Float64Array
  /** the largest of its fits */
  gap: number
}

export type LogisticState = State<typeof fields>
export type LogisticResult = Pick<Sample, 'x' | 'y' | 'separable' | 'truth'> & {
  model: Fitted
  /** these classes, and the same rows with their classes closer or further apart */
  curves: readonly [Curve, Curve]
  /** at the smallest penalty: how far the worst row is on its side of the boundary; < 0: beyond */
  clearance: number
}
export type LogisticMoment = Moment<typeof fields, LogisticResult>

/** Two features, two classes: what a penalty does where a line separates them, and where none does. */
export const logistic = figure({
  id: 'logistic',
  title: 'When a line separates the classes',
  fields,
  compute,
  named,
  sample: ({ n }) => ({ n, sdY: 1, family: 'binomial' }),
  finding: logisticFinding,
  changed: logisticChanged,
  tables,
  variant: {
    keeps: 'A line separates the classes, so ‖β‖ grows without bound as the penalty falls.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    slack: (_, { separable, clearance }) => (separable ? clearance : 0),
    margin: 0.1,
  },
  code: (state, { x, y, model: { intercept, coefficients } }) => [
    {
      kind: 'fit',
      says: 'The logistic regression of this figure',
      family: 'binomial',
      x,
      y,
      lambda: state.lambda,
      alpha: alphaOf(state),
      standardize: true,
      intercept: true,
      expected: { intercept, coefficients },
    },
  ],
})

function compute(state: LogisticState): LogisticResult {
  const sample = sampleOf(state)
  const { x, y, separable, truth } = sample
  return { x, y, separable, truth, model: modelOf(sample, state), ...drawing(state) }
}

/** What does not depend on the cursor is kept while it moves. */
const drawing = remember(withoutCursor, (state): Pick<LogisticResult, 'curves' | 'clearance'> => {
  const sample = sampleOf(state)
  const elsewhere = { ...state, distance: state.distance < 3 ? 5 : 1.5 }
  const here = curve(sample, state)
  const last = modelOf(sample, { ...state, lambda: fields.lambda.min })
  return {
    curves: [{ ...here, gap: Math.max(here.gap, last.gap) }, contrast(elsewhere)],
    clearance: clearanceOf(sample, last),
  }
})

const contrast = remember(withoutCursor, (state) => curve(contrastOf(state), state))

/** The penalties of the drawing, falling, in equal ratios over the whole range of the field. */
const grid = Float64Array.from({ length: 41 }, (_, i) => {
  const { min, max } = fields.lambda
  return max * (min / max) ** (i / 40)
})

function withoutCursor({ penalty, alpha, distance, rho, n, seed }: LogisticState): string {
  return [penalty, alpha, distance, rho, n, seed].join()
}

function curve({ problem, separable }: Sample, state: LogisticState): Curve {
  const path = fitPath(problem, { alpha: alphaOf(state), lambdas: grid })
  return {
    distance: state.distance,
    separable,
    lambdas: grid,
    norms: grid.map((_, i) => Math.hypot(path.coefficients[2 * i]!, path.coefficients[2 * i + 1]!)),
    gap: Math.max(...path.relativeGaps),
  }
}

function clearanceOf({ x, y }: Sample, model: Fitted): number {
  if (model.norm === 0) return 0
  return Math.min(...x.map((row, i) => ((2 * y[i]! - 1) * logOdds(model, row)) / model.norm))
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

import { fit, fitPath, lambdaMax } from '#lib/solver/index.ts'
import { figure, type Moment, type State } from './figure.ts'
import { named, names, tables } from './paths-results.ts'
import { expectedError, remember, type Sample, sampleOf } from './paths-sample.ts'
import { pathsChanged, pathsFinding } from './paths-sentences.ts'

const fields = {
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.005,
    max: 10,
    step: 0.02,
    digits: 4,
    scale: 'log',
    default: 0.25,
  },
  vs: {
    kind: 'choice',
    label: 'Compare',
    options: [
      { value: 'l2', label: 'L1 and L2' },
      { value: 'en', label: 'L1 and elastic net' },
    ],
    default: 'l2',
  },
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: -0.9,
    max: 0.95,
    step: 0.05,
    digits: 2,
    default: 0.5,
  }),
  sigma: number('Noise', { symbol: 'σ', min: 0.5, max: 6, step: 0.5, digits: 2, default: 2.5 }),
  n: number('Rows', { symbol: 'n', min: 20, max: 400, step: 10, digits: 0, default: 60 }),
  p: number('Predictors', { symbol: 'p', min: 6, max: 12, step: 1, digits: 0, default: 8 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 264 }),
} as const

type Method = 'l1' | 'l2' | 'en'

/** Every coefficient of one method at every penalty of the drawing. */
export type Curve = {
  method: Method
  /** falling, length L */
  lambdas: Float64Array
  /** L × p, row-major, in the units of the data */
  coefficients: Float64Array
}

/** One method at one penalty. */
export type Model = {
  method: Method
  lambda: number
  coefficients: Float64Array
  nonzeros: number
  /** Σ|β_j| */
  size: number
  /** mean squared error expected on a new row */
  error: number
}

/** A model solved for the cursor, with its certificate. */
export type Fitted = Model & { gap: number; converged: boolean }

export type PathsState = State<typeof fields>
export type PathsResult = {
  /** the coefficients that made the data */
  truth: Float64Array
  lambdaMax: number
  /** the lasso, and what it is compared with */
  curves: readonly [Curve, Curve]
  /** all three at the cursor */
  l1: Fitted
  l2: Fitted
  en: Fitted
  /** rows of the table: both shown methods at fewer penalties than the curves have */
  along: readonly (readonly [Model, Model])[]
}
export type PathsMoment = Moment<typeof fields, PathsResult>

/** What becomes of each coefficient as the penalty rises: a design like example 1 of Tibshirani (1996). */
export const paths = figure({
  id: 'paths',
  title: 'Every coefficient, one rising penalty',
  fields,
  compute,
  named,
  names,
  finding: pathsFinding,
  changed: pathsChanged,
  tables,
})

function compute(state: PathsState): PathsResult {
  const sample = sampleOf(state)
  const at = (method: Method) => {
    const found = fit(sample.problem, { lambda: state.lambda, alpha: mixOf(method, state) })
    const { coefficients, intercept, relativeGap: gap, converged } = found
    return { ...model(method, state.lambda, coefficients, intercept, sample), gap, converged }
  }
  return {
    truth: sample.truth,
    lambdaMax: lambdaMax(sample.problem, 1),
    ...drawing(state),
    l1: at('l1'),
    l2: at('l2'),
    en: at('en'),
  }
}

/** What does not depend on the cursor is kept while it moves. */
const drawing = remember(
  (state: PathsState) => JSON.stringify({ ...state, lambda: 0 }),
  (state): Pick<PathsResult, 'curves' | 'along'> => {
    const sample = sampleOf(state)
    const left = curve('l1', state, sample)
    const right = curve(state.vs, state, sample)
    const rows = Array.from({ length: grid.length }, (_, i) => i).filter((i) => i % 8 === 0)
    const row = (of: typeof left, i: number) =>
      model(
        of.method,
        grid[i]!,
        of.coefficients.subarray(i * sample.truth.length, (i + 1) * sample.truth.length),
        of.intercepts[i]!,
        sample,
      )
    return {
      curves: [left, right],
      along: rows.map((i) => [row(left, i), row(right, i)] as const),
    }
  },
)

/** The penalties of the drawing, falling, in equal ratios over the whole range of the field. */
const grid = Float64Array.from({ length: 97 }, (_, i) => {
  const { min, max } = fields.lambda
  return max * (min / max) ** (i / 96)
})

function curve(method: Method, state: PathsState, { problem }: Sample) {
  const path = fitPath(problem, { alpha: mixOf(method, state), lambdas: grid })
  return { method, lambdas: grid, coefficients: path.coefficients, intercepts: path.intercepts }
}

function mixOf(method: Method, state: PathsState): number {
  return { l1: 1, l2: 0, en: state.alpha }[method]
}

function model(
  method: Method,
  lambda: number,
  coefficients: Float64Array,
  intercept: number,
  sample: Sample,
): Model {
  return {
    method,
    lambda,
    coefficients,
    nonzeros: coefficients.reduce((count, b) => count + (b === 0 ? 0 : 1), 0),
    size: coefficients.reduce((sum, b) => sum + Math.abs(b), 0),
    error: expectedError(sample, coefficients, intercept),
  }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

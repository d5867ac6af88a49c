import { choice } from './choice.ts'
import { figure, type Moment, type State } from './figure.ts'
import { type Method, type Model, modelOf } from './polynomial-models.ts'
import { code, named, sample } from './polynomial-results.ts'
import { curve, degrees, type Points, type Sample, sampleOf } from './polynomial-sample.ts'
import { polynomialChanged, polynomialFinding } from './polynomial-sentences.ts'
import { tables } from './polynomial-tables.ts'
import { remember } from './remember.ts'

const fields = {
  degree: number('Degree', { min: 1, max: degrees, step: 1, digits: 0, default: 12 }),
  method: choice('Fitted by', {
    ols: 'Least squares',
    l2: 'Ridge',
    l1: 'Lasso',
  }),
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.00001,
    max: 10,
    step: 0.05,
    digits: 3,
    scale: 'log',
    default: 0.002,
  },
  view: choice('Beside it', {
    errors: 'Errors',
    coefficients: 'Coefficients',
    residuals: 'Residuals',
  }),
  sigma: number('Noise', { symbol: 'σ', min: 0.05, max: 1, step: 0.05, digits: 2, default: 0.3 }),
  n: number('Training points', { symbol: 'n', min: 16, max: 60, step: 1, digits: 0, default: 20 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 28 }),
} as const

/** Mean squared errors of one degree. */
export type Errors = { degree: number; train: number; test: number; gap: number }

export type PolynomialState = State<typeof fields>
export type PolynomialResult = {
  /** which of the models is shown */
  method: Method
  models: Record<Method, Model>
  /** the third degree by least squares on the same points: what others have to beat */
  cubic: Model
  /** of the shown method at its penalty, from degree 1 on */
  errors: readonly Errors[]
  train: Points
  test: Points
  /** over [−1, 1], both ends included */
  grid: { x: readonly number[]; truth: readonly number[]; fitted: Record<Method, Float64Array> }
  /** of the shown model: y less the fitted value, of each point */
  residuals: { train: readonly number[]; test: readonly number[] }
  /** degree 12 on these points: least squares, and ridge at the best of a few penalties */
  twelve: { ols: number; ridge: number; gap: number }
}
export type PolynomialMoment = Moment<typeof fields, PolynomialResult>

/** More powers than the points can carry: what least squares makes of them, and what a penalty does. */
export const polynomial = figure({
  id: 'polynomial',
  title: 'How much polynomial the points can carry',
  fields,
  compute,
  named,
  sample,
  finding: polynomialFinding,
  changed: polynomialChanged,
  tables,
  variant: {
    keeps:
      'On the test points degree 12 does worse than the cubic by least squares, and better by ridge at some penalty.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    slack: (_, { cubic: { testError }, twelve }) =>
      Math.min(1 - testError / twelve.ols, 1 - twelve.ridge / testError),
    margin: 0.15,
  },
  code,
})

function compute(state: PolynomialState): PolynomialResult {
  const { degree, lambda, method } = state
  const data = sampleOf(state)
  const at = (of: Method) => modelOf(of, degree, lambda, data)
  const all = { ols: at('ols'), l2: at('l2'), l1: at('l1') }
  const fitted = { ols: all.ols.at(x), l2: all.l2.at(x), l1: all.l1.at(x) }
  const residuals = ({ x: places, y }: Points) => {
    const values = all[method].at(places)
    return y.map((value, i) => value - values[i]!)
  }
  return {
    method,
    models: { ols: all.ols.model, l2: all.l2.model, l1: all.l1.model },
    errors: errorsOf(state, data),
    ...standards(state),
    train: data.train,
    test: data.test,
    grid: { x, truth, fitted },
    residuals: { train: residuals(data.train), test: residuals(data.test) },
  }
}

const x = Array.from({ length: 161 }, (_, i) => i / 80 - 1)
const truth = x.map(curve)

function errorsOf({ method, lambda }: PolynomialState, data: Sample): Errors[] {
  return Array.from({ length: degrees }, (_, i) => {
    const { degree, trainError, testError, gap } = modelOf(method, i + 1, lambda, data).model
    return { degree, train: trainError, test: testError, gap }
  })
}

/** What does not depend on degree, method and penalty is kept. */
const standards = remember(
  ({ n, sigma, seed }: PolynomialState) => [n, sigma, seed].join(),
  (state): Pick<PolynomialResult, 'cubic' | 'twelve'> => {
    const data = sampleOf(state)
    const twelve = (method: Method, lambda: number) => modelOf(method, 12, lambda, data).model
    const ols = twelve('ols', 0)
    const ridge = [1e-4, 1e-3, 1e-2, 0.1].map((lambda) => twelve('l2', lambda))
    return {
      cubic: modelOf('ols', 3, 0, data).model,
      twelve: {
        ols: ols.testError,
        ridge: Math.min(...ridge.map(({ testError }) => testError)),
        gap: Math.max(...[ols, ...ridge].map(({ gap }) => gap)),
      },
    }
  },
)

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

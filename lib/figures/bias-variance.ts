import { fit, predict } from '#lib/solver/index.ts'
import {
  average,
  type Curve,
  curveOf,
  least,
  type Method,
  mixOf,
  type Split,
} from './bias-variance-curves.ts'
import { biasVarianceCode, named, sample, tables } from './bias-variance-results.ts'
import { sampleOf } from './bias-variance-sample.ts'
import { biasVarianceChanged, biasVarianceFinding } from './bias-variance-sentences.ts'
import { choice } from './choice.ts'
import { figure, type Moment, type State } from './figure.ts'
import { remember } from './remember.ts'

const fields = {
  lambda: number('Penalty', {
    symbol: 'λ',
    min: 0.003,
    max: 30,
    step: 0.05,
    digits: 3,
    scale: 'log',
    default: 0.03,
  }),
  method: choice('Method', { l2: 'Ridge', l1: 'Lasso' }),
  truth: choice('True effects', { dense: 'All bumps matter', sparse: 'Three do' }),
  axis: choice('Against', { lambda: 'Penalty', df: 'Degrees of freedom' }),
  sigma: number('Noise', { symbol: 'σ', min: 0.1, max: 2, step: 0.1, digits: 2, default: 0.7 }),
  p: number('Bumps', { symbol: 'p', min: 10, max: 40, step: 1, digits: 0, default: 30 }),
  n: number('Rows', { symbol: 'n', min: 20, max: 60, step: 1, digits: 0, default: 24 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 2 }),
} as const

/** What the shown method makes of the data again and again, at the places where it is judged. */
export type Cloud = {
  truth: Float64Array
  /** the average of all redraws */
  mean: Float64Array
  /** a few of them */
  fits: readonly Float64Array[]
}

export type BiasVarianceState = State<typeof fields>
export type BiasVarianceResult = {
  method: Method
  lambda: number
  /** σ² */
  noise: number
  n: number
  p: number
  curves: Record<Method, Curve>
  /** at the cursor */
  at: Record<Method, Split>
  cloud: Cloud
  /** the first of the drawn fits, on the scale of the bumps */
  first: { intercept: number; coefficients: Float64Array }
  /** the largest of all fits of both methods, drawn or averaged */
  gap: number
}
export type BiasVarianceMoment = Moment<typeof fields, BiasVarianceResult>

/** What a penalty costs in bias and saves in variance: bumps fitted to redraws of the same curve. */
export const biasVariance = figure({
  id: 'bias-variance',
  title: 'What a penalty costs, and what it saves',
  fields,
  compute,
  heavy: true,
  named,
  sample,
  finding: biasVarianceFinding,
  changed: biasVarianceChanged,
  tables,
  variant: {
    keeps:
      'At their best penalties ridge has the lower error where all bumps matter, the lasso where three do.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    slack(state, { curves: { l1, l2 } }) {
      const lead = 1 - least(l2).error / least(l1).error
      return state.truth === 'dense' ? lead : -lead
    },
    margin: 0.03,
  },
  code: biasVarianceCode,
})

function compute(state: BiasVarianceState): BiasVarianceResult {
  const { method, lambda, sigma, n, p } = state
  const data = sampleOf(state)
  const found = perMethod((each) => average(each, data, [lambda]))
  const fits = perMethod((each) => refit(each, state))
  return {
    method,
    lambda,
    noise: sigma * sigma,
    n,
    p,
    // Most of the work, and nothing at the cursor hangs on it: a claim that asks for neither does without.
    get curves() {
      return curvesOf(state)
    },
    at: perMethod((each) => found[each].splits[0]!),
    get cloud() {
      return { truth: data.at.truth, mean: found[method].mean, fits: fits[method].predictions }
    },
    get first() {
      return fits[method].first
    },
    get gap() {
      return Math.max(...[found, fits, curvesOf(state)].flatMap(({ l1, l2 }) => [l1.gap, l2.gap]))
    },
  }
}

/** What does not depend on the cursor is kept while it moves. */
const curvesOf = remember(
  ({ truth, sigma, p, n, seed }: BiasVarianceState) => [truth, sigma, p, n, seed].join(),
  (state): BiasVarianceResult['curves'] => {
    const data = sampleOf(state)
    return perMethod((method) => curveOf(method, data, grid))
  },
  // A page's claims compare two truths or two amounts of noise, in turn; curves are small.
  8,
)

/** Made when it is asked for: a claim about one method does without the other, which is half of the work. */
function perMethod<T>(make: (method: Method) => T): Record<Method, T> {
  const made: Partial<Record<Method, T>> = {}
  return {
    get l1() {
      return (made.l1 ??= make('l1'))
    },
    get l2() {
      return (made.l2 ??= make('l2'))
    },
  }
}

/** The penalties of the drawing, falling by a tenth of a decade over the whole range of the field. */
const grid = Float64Array.from({ length: 41 }, (_, i) => fields.lambda.max * 10 ** (-i / 10))

/** The fits that are drawn, each with its certificate. */
function refit(method: Method, state: BiasVarianceState) {
  const { redraws, at } = sampleOf(state)
  const options = { lambda: state.lambda, alpha: mixOf(method) }
  const fits = redraws.map(({ problem }) => fit(problem, options))
  const { intercept, coefficients } = fits[0]!
  return {
    predictions: fits.map((each) => predict(each, at.x)),
    first: { intercept, coefficients },
    gap: Math.max(...fits.map(({ relativeGap }) => relativeGap)),
  }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

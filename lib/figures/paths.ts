import { fit, lambdaMax } from '#lib/solver/index.ts'
import {
  type Curve,
  curveOf,
  type Knot,
  knotsOf,
  kept,
  type Method,
  sizeOf,
} from './paths-curve.ts'
import { figure, type Moment, settle } from './figure.ts'
import { fields, type PathsState } from './paths-fields.ts'
import { named } from './paths-results.ts'
import { expectedError, sampleOf } from './paths-sample.ts'
import { pathsChanged, pathsFinding } from './paths-sentences.ts'
import { tables } from './paths-tables.ts'
import { remember } from './remember.ts'

export type { PathsState } from './paths-fields.ts'

/** One method solved for the cursor, with its certificate. */
export type Model = {
  method: Method
  /** the mix: 1 the lasso, 0 ridge */
  alpha: number
  lambda: number
  coefficients: Float64Array
  intercept: number
  nonzeros: number
  /** Σ|β_j| */
  size: number
  degreesOfFreedom: number
  /** mean squared error expected on a new row */
  error: number
  gap: number
}

export type PathsResult = {
  /** the coefficients that made the data */
  truth: Float64Array
  lambdaMax: number
  /** of the fit that gives `truth`, where one does */
  gap: number
  /** of the lasso, the penalty falling */
  knots: readonly Knot[]
  /** the lasso, and what it is compared with */
  curves: readonly [Curve, Curve]
  /** all three at the cursor */
  l1: Model
  l2: Model
  en: Model
}
export type PathsMoment = Moment<typeof fields, PathsResult>

/** What becomes of each coefficient as the penalty rises: a design like example 1 of Tibshirani (1996). */
export const paths = figure({
  id: 'paths',
  title: 'Every coefficient, one rising penalty',
  fields,
  compute,
  named,
  sample(state) {
    const { problem } = sampleOf(state)
    return { n: problem.n, sdY: Math.sqrt(2 * problem.nullObjective) }
  },
  finding: pathsFinding,
  changed: pathsChanged,
  tables,
  variant: {
    keeps:
      'The lasso has dropped some coefficients and kept others; a little more or less penalty changes none of that.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    /** decades from the cursor to the nearest kink; 0 if the lasso has dropped all or none */
    slack: ({ lambda }, { l1, knots, truth }) =>
      l1.nonzeros === 0 || l1.nonzeros === truth.length
        ? 0
        : Math.min(...knots.map((knot) => Math.abs(Math.log10(knot.lambda / lambda)))),
    margin: 0.04,
  },
  code(state, result) {
    const { x, y } = sampleOf(state)
    return (['l1', state.vs] as const).map((method) => {
      const { lambda, alpha, intercept, coefficients } = result[method]
      return {
        kind: 'fit',
        says: says[method],
        family: 'gaussian',
        x,
        y,
        lambda,
        alpha,
        standardize: true,
        intercept: true,
        expected: { intercept, coefficients },
      }
    })
  },
})

const says = {
  l1: 'The lasso at the cursor',
  l2: 'Ridge at the cursor',
  en: 'The elastic net at the cursor',
} as const

function compute(state: PathsState): PathsResult {
  const { truth, problem, gap } = sampleOf(state)
  return {
    truth,
    gap,
    lambdaMax: lambdaMax(problem, 1),
    ...drawing(state),
    l1: modelOf('l1', state),
    l2: modelOf('l2', state),
    en: modelOf('en', state),
  }
}

function modelOf(method: Method, state: PathsState): Model {
  const sample = sampleOf(state)
  const [lambda, alpha] = [state.lambda, mixOf(method, state)]
  const found = fit(sample.problem, { lambda, alpha })
  const { coefficients, intercept } = found
  return {
    method,
    alpha,
    lambda,
    coefficients,
    intercept,
    nonzeros: kept(coefficients),
    size: sizeOf(coefficients),
    degreesOfFreedom: found.degreesOfFreedom,
    error: expectedError(sample, coefficients, intercept),
    gap: found.relativeGap,
  }
}

/** What does not depend on the cursor is kept while it moves, and while another view is chosen. */
const drawing = remember(
  ({ data, vs, alpha, rho, sigma, n, p, seed, folds }: PathsState) =>
    [data, vs, alpha, rho, sigma, n, p, seed, folds].join(),
  (state): Pick<PathsResult, 'curves' | 'knots'> => {
    const sample = sampleOf(state)
    const curve = (method: Method) =>
      curveOf(sample, { method, alpha: mixOf(method, state), lambdas: grid, seed: state.folds })
    return { curves: [curve('l1'), curve(state.vs)], knots: knotsOf(sample) }
  },
  // A page's claims compare two samples, or two mixes, in turn.
  4,
)

/** The penalties of the drawing, falling, in equal ratios; the cursor can stand on each of them. */
const grid = Float64Array.from({ length: 97 }, (_, i) => {
  const { min, max } = fields.lambda
  return settle(fields.lambda, max * (min / max) ** (i / 96))
})

function mixOf(method: Method, state: PathsState): number {
  return { l1: 1, l2: 0, en: state.alpha }[method]
}

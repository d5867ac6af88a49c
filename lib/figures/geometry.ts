import { lambdaMax, prepareGaussian } from '#lib/solver/index.ts'
import { type Contact, contactAtBudget, contactAtPenalty, type Pair } from './geometry-contact.ts'
import { geometryChanged, geometryFinding } from './geometry-sentences.ts'
import { figure, type Moment, type State } from './figure.ts'
import { fourRows } from './four-rows.ts'
import { named, tables } from './geometry-results.ts'
import { geometryVariant } from './geometry-variant.ts'

const fields = {
  budget: number('Budget', { symbol: 't', min: 0.1, max: 4, step: 0.05, default: 1.2 }),
  b1: number('Least squares', { symbol: 'β̂', sub: '1', min: -1.5, max: 3.2, default: 2.3 }),
  b2: number('Least squares', { symbol: 'β̂', sub: '2', min: -1.7, max: 3, default: 0.9 }),
  rho: number('Correlation', { symbol: 'ρ', min: -0.95, max: 0.95, default: 0.5 }),
  vs: {
    kind: 'choice',
    label: 'Compare',
    options: [
      { value: 'l2', label: 'L1 and L2' },
      { value: 'en', label: 'L1 and elastic net' },
    ],
    default: 'l2',
  },
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, default: 0.5 }),
  by: {
    kind: 'choice',
    label: 'Hold equal',
    options: [
      { value: 'budget', label: 'Same budget' },
      { value: 'lambda', label: 'Same penalty' },
    ],
    default: 'budget',
  },
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.01,
    max: 10,
    step: 0.02,
    digits: 4,
    scale: 'log',
    default: 1,
  },
} as const

export type GeometryState = State<typeof fields>
export type GeometryResult = {
  /** the rows behind the drawing */
  x: readonly Pair[]
  y: readonly number[]
  ols: Pair
  rho: number
  /** of the lasso */
  lambdaMax: number
  l1: Contact
  l2: Contact
  en: Contact
}
export type GeometryMoment = Moment<typeof fields, GeometryResult>

/** Two standardised predictors: where the loss contours of least squares meet the budget. */
export const geometry = figure({
  id: 'geometry',
  title: 'Where the contour meets the budget',
  fields,
  compute,
  named,
  // A response that does not vary has no scale, and every penalty gives zeros: any will do.
  sample: (_, { y }) => ({ n: y.length, sdY: Math.hypot(...y) / Math.sqrt(y.length) || 1 }),
  finding: geometryFinding,
  changed: geometryChanged,
  tables,
  variant: geometryVariant,
  code: (state, { x, y, ...result }) =>
    (['l1', state.vs] as const).map((method) => {
      const { lambda, alpha, beta } = result[method]
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
        expected: { intercept: 0, coefficients: beta },
      }
    }),
})

const says = {
  l1: 'The lasso of this figure',
  l2: 'Ridge of this figure',
  en: 'The elastic net of this figure',
} as const

function compute(state: GeometryState): GeometryResult {
  const { b1, b2, rho, by, budget, lambda } = state
  const rows = fourRows(b1, b2, rho)
  const problem = prepareGaussian(rows.x, rows.y)
  const ground = { problem, ols: [b1, b2], rho } as const
  const contact = (method: 'l1' | 'l2' | 'en', alpha: number) =>
    by === 'lambda'
      ? contactAtPenalty(ground, { method, alpha }, lambda)
      : contactAtBudget(ground, { method, alpha }, budget)
  return {
    ...rows,
    ols: ground.ols,
    rho,
    lambdaMax: lambdaMax(problem, 1),
    l1: contact('l1', 1),
    l2: contact('l2', 0),
    en: contact('en', state.alpha),
  }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, step: 0.05, digits: 2, ...rest } as const
}

import { constrainedFit, fit, lambdaMax, prepare, type Problem } from '#lib/solver/index.ts'
import { geometryChanged, geometryFinding } from './geometry-sentences.ts'
import { figure, type Moment, type State } from './figure.ts'
import { named, names, tables } from './geometry-results.ts'

const fields = {
  budget: number('Budget', { symbol: 't', min: 0.1, max: 4, step: 0.05, default: 1.2 }),
  b1: number('Least squares', { symbol: 'β̂', sub: '1', min: -1.5, max: 3.2, default: 2.3 }),
  b2: number('Least squares', { symbol: 'β̂', sub: '2', min: -1.7, max: 3, default: 0.9 }),
  rho: number('Correlation', { symbol: 'ρ', min: -0.95, max: 0.95, default: 0.5 }),
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

/** Where one method ends. The loss is 1/(2n) of the squared residuals, as in the objective. */
export type Contact = {
  method: 'l1' | 'l2'
  beta: readonly [number, number]
  /** the price of one more unit of budget: the penalty that gives the same answer; 0 if it is slack */
  lambda: number
  /** |β1| + |β2| for L1, √(β1² + β2²) for L2: how far the drawn ball reaches */
  budget: number
  /** above least squares */
  loss: number
  /** minus the gradient of the loss: which way, and how strongly, the data pull */
  pull: readonly [number, number]
  /** duality gap of the solution, relative to the loss of the null model */
  gap: number
}

export type GeometryState = State<typeof fields>
export type GeometryResult = {
  ols: readonly [number, number]
  rho: number
  lambdaMax: number
  l1: Contact
  l2: Contact
}
export type GeometryMoment = Moment<typeof fields, GeometryResult>

/** Two standardised predictors: where the loss contours of least squares meet the budget. */
export const geometry = figure({
  id: 'geometry',
  title: 'Where the contour meets the budget',
  fields,
  compute,
  named,
  names,
  finding: geometryFinding,
  changed: geometryChanged,
  tables,
})

function compute(state: GeometryState): GeometryResult {
  const problem = problemWith(state.b1, state.b2, state.rho)
  const at = state.by === 'lambda' ? atPenalty : atBudget
  return {
    ols: [state.b1, state.b2],
    rho: state.rho,
    lambdaMax: lambdaMax(problem, 1),
    l1: at('l1', problem, state),
    l2: at('l2', problem, state),
  }
}

/**
 * Four rows whose columns have mean 0, variance 1 and correlation rho, and whose least-squares
 * solution is (b1, b2) without a residual. Nothing more is needed: the loss depends on data only
 * through these.
 */
function problemWith(b1: number, b2: number, rho: number): Problem {
  const rest = Math.sqrt(1 - rho * rho)
  const x = [
    [1, rho + rest],
    [1, rho - rest],
    [-1, rest - rho],
    [-1, -rho - rest],
  ] as const
  const y = x.map(([first, second]) => b1 * first + b2 * second)
  return prepare(x, y)
}

function atBudget(method: 'l1' | 'l2', problem: Problem, state: GeometryState): Contact {
  const solution = constrainedFit(problem, { penalty: method, budget: state.budget })
  const beta = pair(solution.standardizedCoefficients)
  const pull = pullAt(beta, state)
  // Frank and Wolfe's certificate: no point of the ball has a loss lower by more than this.
  const gap = Math.max(0, state.budget * dual(method, pull) - pull[0] * beta[0] - pull[1] * beta[1])
  return {
    method,
    beta,
    lambda: solution.lambda ?? 0,
    budget: state.budget,
    loss: solution.rssPerN / 2,
    pull,
    gap: relative(solution.active ? gap : 0, problem),
  }
}

function atPenalty(method: 'l1' | 'l2', problem: Problem, state: GeometryState): Contact {
  const solution = fit(problem, { lambda: state.lambda, alpha: method === 'l1' ? 1 : 0 })
  const beta = pair(solution.standardizedCoefficients)
  return {
    method,
    beta,
    lambda: state.lambda,
    budget: method === 'l1' ? Math.abs(beta[0]) + Math.abs(beta[1]) : Math.hypot(...beta),
    loss: (solution.rss ?? 0) / (2 * problem.n),
    pull: pullAt(beta, state),
    gap: solution.relativeGap,
  }
}

/** G (β̂ − β), G the correlation matrix */
function pullAt(beta: readonly [number, number], { b1, b2, rho }: GeometryState) {
  const [d1, d2] = [b1 - beta[0], b2 - beta[1]]
  return [d1 + rho * d2, rho * d1 + d2] as const
}

function dual(method: 'l1' | 'l2', [first, second]: readonly [number, number]): number {
  return method === 'l1' ? Math.max(Math.abs(first), Math.abs(second)) : Math.hypot(first, second)
}

function relative(gap: number, problem: Problem): number {
  return gap === 0 ? 0 : gap / problem.nullObjective
}

function pair(values: ArrayLike<number>): readonly [number, number] {
  return [values[0]!, values[1]!]
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, step: 0.05, digits: 2, ...rest } as const
}

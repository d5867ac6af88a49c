import { prepareGaussian } from '#lib/solver/index.ts'
import { choice } from './choice.ts'
import { figure, type Moment, type State } from './figure.ts'
import { fourRows } from './four-rows.ts'
import { type Loss, pullAt } from './optimisers-loss.ts'
import { code, named } from './optimisers-results.ts'
import { optimisersChanged, optimisersFinding } from './optimisers-sentences.ts'
import { tables } from './optimisers-tables.ts'
import {
  iterations,
  labels,
  type Method,
  type Minimum,
  minimumOf,
  pointAt,
  type Stopping,
  stoppingOf,
  type Walk,
  walkOf,
} from './optimisers-walks.ts'

const fields = {
  k: number('Iterations', {
    symbol: 'k',
    min: 1,
    max: iterations,
    step: 1,
    digits: 0,
    default: 12,
  }),
  view: choice('Show', {
    race: 'Ways to the minimum',
    stopping: 'Early stopping',
  }),
  method: choice('Method', labels),
  step: number('Step, in 1/L', { min: 0.1, max: 2.5, step: 0.05, digits: 2, default: 1 }),
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.01,
    max: 3,
    step: 0.02,
    digits: 3,
    scale: 'log',
    default: 1,
  },
  alpha: number('Mix', { symbol: 'α', min: 0, max: 1, step: 0.05, digits: 2, default: 1 }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: -0.95,
    max: 0.95,
    step: 0.05,
    digits: 2,
    default: 0.9,
  }),
  b1: place('Least squares', { symbol: 'β̂', sub: '1', min: -1.5, max: 3.2, default: 2.4 }),
  b2: place('Least squares', { symbol: 'β̂', sub: '2', min: -1.7, max: 3, default: -0.3 }),
  s1: place('Start', { symbol: 'β', sub: '1', min: -1.5, max: 3.2, default: -1 }),
  s2: place('Start', { symbol: 'β', sub: '2', min: -1.7, max: 3, default: 2.5 }),
} as const

export type OptimisersState = State<typeof fields>
export type OptimisersResult = {
  /** where the reader is, as the named results have nothing else to go by */
  cursor: { method: Method; k: number; step: number }
  loss: Loss
  minimum: Minimum
  walks: Record<Method, Walk>
  stopping: Stopping
}
export type OptimisersMoment = Moment<typeof fields, OptimisersResult>

/** First-order methods on a penalised loss of two coefficients; and a method that is stopped early. */
export const optimisers = figure({
  id: 'optimisers',
  title: 'Ways down to the same minimum',
  fields,
  compute,
  named,
  // the loss is given as it is, and not by rows that a convention could count
  sample: () => ({ n: 1, sdY: 1 }),
  finding: optimisersFinding,
  changed: optimisersChanged,
  tables,
  variant: {
    keeps:
      'The minimum has an exact zero, which ISTA, FISTA and coordinate descent find and the subgradient method does not.',
    draw: (random) => ({
      b1: -1.5 + 4.7 * random(),
      b2: -1.7 + 4.7 * random(),
      rho: -0.9 + 1.8 * random(),
      lambda: 0.3 * 10 ** (0.7 * random()),
    }),
    slack: slackOf,
    margin: 0.1,
  },
  code,
})

function compute(state: OptimisersState): OptimisersResult {
  const { lambda, alpha, rho, b1, b2, s1, s2, step, k, method } = state
  const rows = fourRows(b1, b2, rho)
  const problem = prepareGaussian(rows.x, rows.y)
  const loss = { ols: [b1, b2], rho, l1: lambda * alpha, l2: lambda * (1 - alpha) } as const
  const setting = { problem, loss, lambda, alpha }
  const minimum = minimumOf(setting)
  const walk = (of: Method) => walkOf(of, { ...setting, minimum }, [s1, s2], step)
  return {
    cursor: { method, k, step },
    loss,
    minimum,
    walks: {
      gradient: walk('gradient'),
      subgradient: walk('subgradient'),
      ista: walk('ista'),
      fista: walk('fista'),
      coordinate: walk('coordinate'),
    },
    stopping: stoppingOf(problem, { ...loss, l1: 0, l2: 0 }, step),
  }
}

/** How clear the zero is: the other coefficient, and what the penalty has left over at the zero. */
function slackOf(_: OptimisersState, { loss, minimum, walks }: OptimisersResult): number {
  const zeros = ([0, 1] as const).filter((j) => minimum.at[j] === 0)
  const [zero] = zeros
  if (zero === undefined || zeros.length === 2) return 0
  const end = (method: Method) => pointAt(walks[method].points, iterations)[zero]
  const found = (['ista', 'fista', 'coordinate'] as const).every((method) => end(method) === 0)
  if (!found || end('subgradient') === 0) return 0
  const spare = 1 - Math.abs(pullAt(loss, minimum.at)[zero]) / loss.l1
  return Math.min(spare, Math.abs(minimum.at[1 - zero]!))
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

function place<const T extends object>(label: string, rest: T) {
  return number(label, { step: 0.05, digits: 2, ...rest })
}

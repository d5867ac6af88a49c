import { posterior1d, proximal } from '#lib/solver/index.ts'
import { figure, type Moment, type State } from './figure.ts'
import { priorsCode } from './priors-code.ts'
import { named, tables } from './priors-results.ts'
import { priorsChanged, priorsFinding } from './priors-sentences.ts'

const fields = {
  z: number('Observation', { symbol: 'z', min: -3, max: 3, default: 0.8 }),
  lambda: {
    kind: 'number',
    label: 'Penalty',
    symbol: 'λ',
    min: 0.1,
    max: 3,
    step: 0.02,
    digits: 3,
    scale: 'log',
    default: 1,
  },
  sigma: number('Noise', { symbol: 'σ', min: 0.5, max: 2, default: 1 }),
} as const

/** What is believed of the weight: a prior, and what the observation makes of it. */
export type Belief = {
  mode: number
  mean: number
  sd: number
  /** densities at the points of the drawing */
  prior: Float64Array
  posterior: Float64Array
}

export type PriorsState = State<typeof fields>
export type PriorsResult = {
  z: number
  sigma: number
  lambda: number
  /** values of the weight, rising, −4 to 4, with every whole number among them */
  points: Float64Array
  /** N(z | b, σ²) at the points */
  likelihood: Float64Array
  /** under the Gaussian prior */
  l2: Belief
  /** under the Laplace prior */
  l1: Belief
}
export type PriorsMoment = Moment<typeof fields, PriorsResult>

/**
 * One weight b, seen once: z ~ N(b, σ²). ½(z − b)² + λ|b| is −σ² times the log posterior under a
 * Laplace prior of scale σ²/λ; ½(z − b)² + λb²/2 under a Gaussian prior of variance σ²/λ.
 */
export const priors = figure({
  id: 'priors',
  title: 'Mode and mean under two priors',
  fields,
  compute,
  named,
  sample: () => ({ n: 1, sdY: 1 }),
  finding: priorsFinding,
  changed: priorsChanged,
  tables,
  variant: {
    keeps: 'The Laplace posterior has its mode at 0, and its mean elsewhere.',
    draw: (random) => ({
      z: 6 * random() - 3,
      lambda: 0.3 * 10 ** random(),
      sigma: 0.5 + 1.5 * random(),
    }),
    slack: (_, { l1 }) => (l1.mode === 0 ? Math.abs(l1.mean) : 0),
    margin: 0.2,
  },
  code: priorsCode,
})

function compute({ z, sigma, lambda }: PriorsState): PriorsResult {
  const believe = (prior: 'gaussian' | 'laplace', penalty: 'ridge' | 'soft') => {
    const of = posterior1d({ z, sigma, prior, lambda: lambda / sigma ** 2, points })
    // Its mode is that of the penalised problem: solved as such, a zero is exact.
    return { ...of, mode: proximal(penalty, z, { lambda }) }
  }
  const { likelihood, ...l2 } = believe('gaussian', 'ridge')
  const l1 = believe('laplace', 'soft')
  return { z, sigma, lambda, points, likelihood, l2: belief(l2), l1: belief(l1) }
}

function belief({ mode, mean, sd, prior, posterior }: Belief): Belief {
  return { mode, mean, sd, prior, posterior }
}

/** Ten times denser at 0, where a Laplace density has its corner, than at the ends. */
const points = Float64Array.from(
  new Set([
    ...Array.from({ length: 321 }, (_, i) => spread(i / 160 - 1)),
    ...Array.from({ length: 9 }, (_, i) => i - 4),
  ]),
).toSorted()

function spread(t: number): number {
  return t + 3 * t ** 3
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, step: 0.05, digits: 2, ...rest } as const
}

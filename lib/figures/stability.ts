import { figure, type Moment, type State } from './figure.ts'
import { code, named, sample, tables } from './stability-results.ts'
import { type Rule, type Selection, selectionOf } from './stability-selection.ts'
import { stabilityChanged, stabilityFinding } from './stability-sentences.ts'

const fields = {
  threshold: number('Threshold', {
    symbol: 'π',
    min: 0.5,
    max: 1,
    step: 0.05,
    digits: 2,
    default: 0.8,
  }),
  resamples: number('Resamples', {
    symbol: 'B',
    min: 20,
    max: 200,
    step: 20,
    digits: 0,
    default: 100,
  }),
  rho: number('Correlation', { symbol: 'ρ', min: 0, max: 0.9, step: 0.1, digits: 2, default: 0.5 }),
  sigma: number('Noise', { symbol: 'σ', min: 0.5, max: 6, step: 0.5, digits: 2, default: 3 }),
  n: number('Rows', { symbol: 'n', min: 30, max: 200, step: 10, digits: 0, default: 60 }),
  p: number('Features', { symbol: 'p', min: 8, max: 16, step: 1, digits: 0, default: 10 }),
  k: number('True effects', { symbol: 'k', min: 1, max: 4, step: 1, digits: 0, default: 3 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 9 }),
} as const

export type StabilityState = State<typeof fields>
export type StabilityResult = Selection & {
  threshold: number
  resamples: number
  /** selected in at least the threshold's share of the resamples, under each rule */
  stable: Record<'min' | 'se', Stable>
  /** how many resamples chose a λ within [edges[i], edges[i + 1]], the last bin closed at both ends */
  chosen: { edges: Float64Array; min: Float64Array; se: Float64Array }
}
export type StabilityMoment = Moment<typeof fields, StabilityResult>

/** Counts of features with and without a true effect. */
export type Stable = { found: number; wrong: number }

/** Who is selected again when the rows are drawn again: by λ.min, and one standard error away. */
export const stability = figure({
  id: 'stability',
  title: 'Selected again, or by chance',
  fields,
  compute,
  heavy: true,
  named,
  sample,
  finding: stabilityFinding,
  changed: stabilityChanged,
  tables,
  variant: {
    keeps:
      'λ.min selects a feature without an effect in more than half of the resamples; the one-standard-error rule selects it in fewer.',
    draw: (random) => ({ seed: 1 + Math.floor(random() * fields.seed.max) }),
    /** in shares of the resamples */
    slack: (_, { truth, min, se }) =>
      Math.max(
        ...Array.from(truth, (effect, j) =>
          effect === 0 ? Math.min(min.shares[j]! - 0.5, min.shares[j]! - se.shares[j]!) : -1,
        ),
      ),
    margin: 0.1,
  },
  code,
})

function compute(state: StabilityState): StabilityResult {
  const selection = selectionOf(state)
  const { truth, min, se } = selection
  const { threshold, resamples } = state
  return {
    ...selection,
    threshold,
    resamples,
    stable: { min: stable(min, truth, threshold), se: stable(se, truth, threshold) },
    chosen: histogram(min.lambdas, se.lambdas),
  }
}

function stable({ shares }: Rule, truth: Float64Array, threshold: number): Stable {
  const held = Array.from(truth).filter((_, j) => shares[j]! >= threshold)
  const found = held.filter((effect) => effect !== 0).length
  return { found, wrong: held.length - found }
}

const bins = 14

/** In equal ratios over all λ that were chosen. */
function histogram(min: Float64Array, se: Float64Array): StabilityResult['chosen'] {
  const [low, high] = [min[0]!, se.at(-1)!]
  const ratio = (high / low) ** (1 / bins)
  const count = (lambdas: Float64Array) => {
    const counts = new Float64Array(bins)
    for (const lambda of lambdas) {
      const bin = Math.floor(Math.log(lambda / low) / Math.log(ratio))
      counts[Math.max(0, Math.min(bins - 1, bin))]!++
    }
    return counts
  }
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => low * ratio ** i)
  return { edges, min: count(min), se: count(se) }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

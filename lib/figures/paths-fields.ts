import type { State } from './figure.ts'

export const fields = {
  lambda: number('Penalty', {
    symbol: 'λ',
    min: 0.005,
    max: 10,
    step: 0.02,
    digits: 4,
    scale: 'log',
    default: 0.25,
  }),
  view: choice('Show', {
    coefficients: 'Coefficients',
    cv: 'Cross-validation',
  }),
  axis: choice('Along', {
    lambda: 'Penalty',
    size: 'Total size',
    df: 'Degrees of freedom',
  }),
  vs: choice('Compare', {
    l2: 'L1 and L2',
    en: 'L1 and elastic net',
  }),
  alpha: number('Mix', { symbol: 'α', min: 0.05, max: 0.95, step: 0.05, digits: 2, default: 0.5 }),
  data: choice('True effects', {
    few: 'Three',
    many: 'On every predictor',
    returns: 'One that comes back',
  }),
  rho: number('Correlation', {
    symbol: 'ρ',
    min: -0.9,
    max: 0.95,
    step: 0.05,
    digits: 2,
    default: 0.5,
  }),
  sigma: number('Noise', { symbol: 'σ', min: 0.5, max: 6, step: 0.5, digits: 2, default: 2.5 }),
  n: number('Rows', { symbol: 'n', min: 20, max: 200, step: 10, digits: 0, default: 60 }),
  p: number('Predictors', { symbol: 'p', min: 6, max: 12, step: 1, digits: 0, default: 8 }),
  seed: number('Sample', { min: 1, max: 9999, step: 1, digits: 0, default: 264 }),
  folds: number('Fold seed', { min: 1, max: 9999, step: 1, digits: 0, default: 1 }),
} as const

export type PathsState = State<typeof fields>

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, ...rest } as const
}

/** The first is the default. */
function choice<const V extends string>(label: string, options: Readonly<Record<V, string>>) {
  const words = Object.entries(options) as [V, string][]
  return {
    kind: 'choice' as const,
    label,
    options: words.map(([value, text]) => ({ value, label: text })),
    default: words[0]![0],
  }
}

import type { Table } from './figure.ts'
import { penalty } from './number.ts'
import type { PathsResult, PathsState } from './paths.ts'

export const names = {
  nonzeros: 'coefficients that the lasso keeps at the cursor',
  ridgeNonzeros: 'coefficients that ridge keeps',
  netNonzeros: 'coefficients that the elastic net keeps',
  trueKept: 'true effects that the lasso keeps, of 3',
  noiseKept: 'coefficients without a true effect that the lasso keeps',
  size: 'Σ|β| of the lasso',
  ridgeSize: 'Σ|β| of ridge',
  netSize: 'Σ|β| of the elastic net',
  error: 'mean squared error of the lasso expected on a new row',
  ridgeError: 'the same for ridge',
  netError: 'the same for the elastic net',
  'beta*': 'a coefficient of the lasso: beta1, beta2, …',
  'ridge*': 'a coefficient of ridge',
  'net*': 'a coefficient of the elastic net',
  'true*': 'the coefficient that made the data',
  lambda: 'the penalty at the cursor',
  lambdaMax: 'the smallest penalty at which the lasso keeps none',
  p: 'the number of predictors',
  gap: 'the largest duality gap of the three fits, relative to the null model',
} as const

export function named({ l1, l2, en, truth, ...result }: PathsResult): Record<string, number> {
  const trueKept = l1.coefficients.filter((b, j) => b !== 0 && truth[j] !== 0).length
  return {
    nonzeros: l1.nonzeros,
    ridgeNonzeros: l2.nonzeros,
    netNonzeros: en.nonzeros,
    trueKept,
    noiseKept: l1.nonzeros - trueKept,
    size: l1.size,
    ridgeSize: l2.size,
    netSize: en.size,
    error: l1.error,
    ridgeError: l2.error,
    netError: en.error,
    ...numbered('beta', l1.coefficients),
    ...numbered('ridge', l2.coefficients),
    ...numbered('net', en.coefficients),
    ...numbered('true', truth),
    lambda: l1.lambda,
    lambdaMax: result.lambdaMax,
    p: truth.length,
    gap: Math.max(l1.gap, l2.gap, en.gap),
  }
}

function numbered(name: string, values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, j) => [`${name}${j + 1}`, value]))
}

export function tables(state: PathsState, result: PathsResult): Table[] {
  const { l1, truth, along } = result
  const other = result[state.vs]
  const short = state.vs === 'l2' ? 'L2' : 'EN'
  const columns = [
    { label: 'L1', method: 'l1' },
    { label: short, method: state.vs },
  ] as const
  return [
    {
      caption: `Coefficients at penalty ${penalty(state.lambda)}`,
      columns: [{ label: 'True' }, ...columns],
      rows: Array.from(truth, (value, j) => [
        `β${j + 1}`,
        value,
        l1.coefficients[j]!,
        other.coefficients[j]!,
      ]),
    },
    {
      caption: 'Along the paths',
      columns: ['kept', 'Σ|β|', 'error'].flatMap((what) =>
        columns.map(({ label, method }) => ({ label: `${label}, ${what}`, method })),
      ),
      rows: along.map(([a, b]) => [
        `λ ${penalty(a.lambda)}`,
        a.nonzeros,
        b.nonzeros,
        a.size,
        b.size,
        a.error,
        b.error,
      ]),
    },
  ]
}

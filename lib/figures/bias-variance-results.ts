import type { Code } from './code.ts'
import type { Column, Table } from './figure.ts'
import type { BiasVarianceResult, BiasVarianceState } from './bias-variance.ts'
import { least, type Method, mixOf } from './bias-variance-curves.ts'
import { places, redraws, sampleOf } from './bias-variance-sample.ts'
import { decimal } from './number.ts'
import type { Sample, Units } from './units.ts'

export function named(result: BiasVarianceResult): Record<string, number> {
  const { method, at } = result
  return {
    bias2: at[method].bias2,
    variance: at[method].variance,
    noise: result.noise,
    error: at[method].error,
    df: at[method].df,
    get bestError() {
      return least(result.curves[method]).error
    },
    get bestLambda() {
      return bestLambda(result, method)
    },
    get bestDf() {
      return least(result.curves[method]).df
    },
    get bestL1() {
      return least(result.curves.l1).error
    },
    get bestL2() {
      return least(result.curves.l2).error
    },
    lambda: result.lambda,
    p: result.p,
    n: result.n,
    get gap() {
      return result.gap
    },
  }
}

export function bestLambda({ curves }: BiasVarianceResult, method: Method): number {
  return curves[method].lambdas[curves[method].best]!
}

/** A redraw has its own standard deviation: conversions follow the first one. */
export function sample(state: BiasVarianceState): Sample {
  const { y } = sampleOf(state).redraws[0]!
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const square = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length
  return { n: state.n, sdY: Math.sqrt(square) }
}

const columnOf = {
  l1: { label: 'L1', method: 'l1' },
  l2: { label: 'L2', method: 'l2' },
} as const satisfies Record<Method, Column>

export function tables(
  state: BiasVarianceState,
  result: BiasVarianceResult,
  units: Units,
): Table[] {
  return [
    atTheCursor(result, units),
    along('l2', result, units),
    along('l1', result, units),
    cloud(state, result),
  ]
}

function atTheCursor(result: BiasVarianceResult, units: Units): Table {
  const { at, curves, noise, lambda } = result
  const shown = ['l2', 'l1'] as const
  const row = (heading: string, of: (method: Method) => number | string) =>
    [heading, ...shown.map(of)] as const
  return {
    caption: 'At the cursor',
    columns: shown.map((method) => columnOf[method]),
    rows: [
      row('Penalty', (method) => units.write(lambda, mixOf(method))),
      row('Bias²', (method) => at[method].bias2),
      row('Variance', (method) => at[method].variance),
      row('Noise σ²', () => noise),
      row('Expected error', (method) => at[method].error),
      row('Degrees of freedom', (method) => at[method].df),
      row('Least error', (method) => least(curves[method]).error),
      row('Its penalty', (method) => units.write(bestLambda(result, method), mixOf(method))),
    ],
  }
}

function along(method: Method, { curves }: BiasVarianceResult, units: Units): Table {
  const { lambdas, splits } = curves[method]
  const alpha = mixOf(method)
  const { label } = columnOf[method]
  const rows = splits.map((split, i) => ({ ...split, lambda: lambdas[i]! }))
  return {
    caption: `${label} along its penalties`,
    columns: ['bias²', 'variance', 'error', 'df'].map((what) => ({ label: what, method })),
    rows: rows
      .filter((_, i) => i % 5 === 0)
      .map(({ lambda, bias2, variance, error, df }) => [
        `${units.letter(alpha)} ${units.write(lambda, alpha)}`,
        bias2,
        variance,
        error,
        df,
      ]),
  }
}

function cloud(
  { method }: BiasVarianceState,
  { cloud: { truth, mean, fits } }: BiasVarianceResult,
) {
  const spots = Array.from({ length: places }, (_, i) => i).filter((i) => i % 10 === 0)
  const at = (i: number) => fits.map((values) => values[i]!)
  return {
    caption: `The drawn fits: ${fits.length} of ${redraws}`,
    columns: [
      { label: 'true curve' },
      ...['average fit', 'lowest', 'highest'].map((label) => ({ label, method })),
    ],
    rows: spots.map(
      (i) =>
        [
          `x ${decimal(i / (places - 1), 1)}`,
          truth[i]!,
          mean[i]!,
          Math.min(...at(i)),
          Math.max(...at(i)),
        ] as const,
    ),
  }
}

export function biasVarianceCode(state: BiasVarianceState, result: BiasVarianceResult): Code[] {
  const { x, redraws: samples } = sampleOf(state)
  const { y } = samples[0]!
  return [
    {
      kind: 'fit',
      says: `${state.method === 'l1' ? 'The lasso' : 'Ridge'} on the first redraw of the noise`,
      family: 'gaussian',
      x,
      y,
      lambda: state.lambda,
      alpha: mixOf(state.method),
      standardize: true,
      intercept: true,
      expected: result.first,
    },
  ]
}

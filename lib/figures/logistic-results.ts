import type { Column, Table } from './figure.ts'
import { alphaOf } from './logistic-model.ts'
import type { Curve, LogisticResult, LogisticState } from './logistic.ts'
import { decimal } from './number.ts'
import { strength, type Units } from './units.ts'

export function named(result: LogisticResult): Record<string, number> {
  const { model, curves, truth, y } = result
  const [here, there] = curves
  return {
    norm: model.norm,
    trueNorm: Math.hypot(...truth),
    beta1: model.coefficients[0],
    beta2: model.coefficients[1],
    intercept: model.intercept,
    accuracy: model.right / y.length,
    logLoss: model.logLoss,
    separable: Number(result.separable),
    slope: model.slope,
    contrastNorm: there.norms.at(-1)!,
    contrastSeparable: Number(there.separable),
    lambda: model.lambda,
    gap: Math.max(model.gap, here.gap, there.gap),
  }
}

export function tables(state: LogisticState, result: LogisticResult, units: Units): Table[] {
  const { model, truth, y } = result
  const method = state.penalty
  return [
    {
      caption: `At ${strength(units, state.lambda, [alphaOf(state)])}`,
      columns: [{ label: words[method], method }, { label: 'Made the data' }],
      rows: [
        ['β1', model.coefficients[0], truth[0]],
        ['β2', model.coefficients[1], truth[1]],
        ['Intercept', model.intercept, 0],
        ['‖β‖₂', model.norm, Math.hypot(...truth)],
        ['Rows on their side', `${model.right} of ${y.length}`, ''],
        ['Log-loss', model.logLoss, ''],
        ['Calibration slope on new rows', model.norm === 0 ? '–' : model.slope, 1],
      ],
    },
    state.view === 'norm' ? alongCurves(state, result, units) : calibration(state, result),
  ]
}

export const words = { l1: 'L1', l2: 'L2', en: 'Elastic net' } as const

function alongCurves(state: LogisticState, { curves }: LogisticResult, units: Units): Table {
  const [{ lambdas }] = curves
  const alpha = alphaOf(state)
  return {
    caption: 'Along the penalty',
    columns: curves.map(column),
    // two rows a decade
    rows: Array.from(lambdas, (lambda, i): Table['rows'][number] => [
      `${units.letter(alpha)} ${units.write(lambda, alpha)}`,
      ...curves.map(({ norms }) => norms[i]!),
    ]).filter((_, i) => i % 4 === 0),
  }
}

function column({ distance, separable }: Curve): Column {
  const how = separable ? 'separable' : 'not separable'
  return { label: `‖β‖₂, centres ${decimal(distance, 1)} apart, ${how}` }
}

function calibration(state: LogisticState, { model }: LogisticResult): Table {
  const method = state.penalty
  return {
    caption: 'The rows of the fit, by predicted probability of class 1',
    columns: ['Rows', 'Mean prediction', 'Part of class 1'].map((label) => ({ label, method })),
    rows: model.bins.map(({ fifth, rows, predicted, observed }) => [
      `${decimal(fifth / 5, 1)} to ${decimal((fifth + 1) / 5, 1)}`,
      rows,
      predicted,
      observed,
    ]),
  }
}

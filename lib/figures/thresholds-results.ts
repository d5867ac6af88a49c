import type { Table } from './figure.ts'
import { decimal } from './number.ts'
import type { ThresholdsResult, ThresholdsState } from './thresholds.ts'
import { cases, pointAt } from './thresholds-model.ts'
import { share } from './thresholds-sentences.ts'

export function named(result: ThresholdsResult): Record<string, number> {
  const { here, best, auc, averagePrecision, prevalence, separation, spread, miss } = result
  const { caught, missed, alarms } = countsOf(result)
  return {
    threshold: here.threshold,
    recall: here.recall,
    falseRate: here.falseRate,
    precision: here.precision,
    accuracy: here.accuracy,
    f1: here.f1,
    probability: here.probability,
    cost: here.cost,
    caught,
    missed,
    alarms,
    auc,
    averagePrecision,
    bestThreshold: best.threshold,
    bestRecall: best.recall,
    bestPrecision: best.precision,
    bestCost: best.cost,
    prevalence,
    separation,
    spread,
    miss,
    gap: 0,
  }
}

/** Per 10,000 cases at the threshold. */
export function countsOf({ here, prevalence }: ThresholdsResult) {
  const [positives, negatives] = [cases * prevalence, cases * (1 - prevalence)]
  const caught = positives * here.recall
  const alarms = negatives * here.falseRate
  return { caught, missed: positives - caught, alarms, passed: negatives - alarms }
}

export function tables(state: ThresholdsState, result: ThresholdsResult): Table[] {
  const { here, best, auc, averagePrecision, miss } = result
  const { caught, missed, alarms, passed } = countsOf(result)
  const rows = [
    ['Threshold', 'threshold'],
    ['Recall', 'recall'],
    ['False-positive rate', 'falseRate'],
    ['Precision', 'precision'],
    ['Accuracy', 'accuracy'],
    ['F1', 'f1'],
    ['Probability of a positive with this score', 'probability'],
    ['Cost per 10,000 cases, in false alarms', 'cost'],
  ] as const
  return [
    {
      caption: `Of 10,000 cases, ${share(state.prevalence)} of them positive, at the threshold ${decimal(state.t)}`,
      columns: [{ label: 'Flagged' }, { label: 'Not flagged' }],
      rows: [
        ['Positive', caught, missed],
        ['Negative', alarms, passed],
      ],
    },
    {
      caption: 'At the threshold, and at the cheapest one of the axis',
      columns: [{ label: 'Here' }, { label: 'Cheapest' }],
      rows: rows.map(([heading, key]) => [heading, here[key], best[key]]),
    },
    {
      caption: 'Areas under the curves',
      columns: [{ label: 'Area' }],
      rows: [
        ['ROC curve', auc],
        ['Precision over recall', averagePrecision],
      ],
    },
    {
      caption: 'Along the threshold',
      columns: [{ label: 'Recall' }, { label: 'False-positive rate' }, { label: 'Precision' }],
      rows: [-2, -1, 0, 1, 2, 3, 4].map((t) => {
        const { recall, falseRate, precision } = pointAt(result, t, miss)
        return [`t = ${decimal(t, 0)}`, recall, falseRate, precision]
      }),
    },
  ]
}

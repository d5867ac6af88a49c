import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { written } from './words.ts'

type Cells = { tp: number; fp: number; fn: number; tn: number }

const metrics = {
  precision: ({ tp, fp }: Cells) => tp / (tp + fp),
  recall: ({ tp, fn }: Cells) => tp / (tp + fn),
  specificity: ({ tn, fp }: Cells) => tn / (tn + fp),
  F1: ({ tp, fp, fn }: Cells) => (2 * tp) / (2 * tp + fp + fn),
  accuracy: ({ tp, fp, fn, tn }: Cells) => (tp + tn) / (tp + fp + fn + tn),
}

type Metric = keyof typeof metrics

const readings: Record<Metric, string> = {
  precision: 'the share of alarms that are right, TP/(TP + FP)',
  recall: 'the share of positives that are found, TP/(TP + FN)',
  specificity: 'the share of negatives that are left alone, TN/(TN + FP)',
  F1: 'the harmonic mean of precision and recall, 2TP/(2TP + FP + FN)',
  accuracy: 'the share of all rows that are right, (TP + TN)/n',
}

const names = Object.keys(metrics) as [Metric, ...Metric[]]

export const confusionMatrix = generator({
  kind: 'numeric',
  asks: 'One metric from the four counts of a confusion matrix.',
  params: z.strictObject({ metric: z.enum(names).optional() }),
  draw: (dice, { metric }) => ({
    metric: metric ?? dice.pick(names),
    tp: dice.int(4, 18) * 5,
    fp: dice.int(1, 24) * 5,
    fn: dice.int(1, 18) * 5,
    tn: dice.int(20, 180) * 5,
  }),
  item({ metric, ...cells }) {
    const { tp, fp, fn, tn } = cells
    const answer = metrics[metric](cells)
    return {
      kind: 'numeric',
      prompt: `A classifier made these decisions. What is its ${title(metric)}? Two decimals.`,
      exhibit: {
        type: 'table',
        caption: 'Rows by truth and decision',
        head: ['', 'called positive', 'called negative'],
        rows: [
          ['truly positive', written(tp), written(fn)],
          ['truly negative', written(fp), written(tn)],
        ],
      },
      answer,
      abs: 0.006,
      named: names
        .filter((other) => other !== metric)
        .map((other) => ({
          value: metrics[other](cells),
          message: `That is the ${title(other)}: ${readings[other]}.`,
        })),
      why: `The ${title(metric)} is ${readings[metric]}: ${written(answer, 3)} here.`,
    }
  },
})

function title(metric: Metric): string {
  return metric === 'F1' ? 'F1 score' : metric
}

import { choice } from './choice.ts'
import { figure, type Moment, type State } from './figure.ts'
import { thresholdsCode } from './thresholds-code.ts'
import {
  areaUnderRoc,
  averagePrecision,
  cheapest,
  type Point,
  pointAt,
  type Scores,
} from './thresholds-model.ts'
import { named, tables } from './thresholds-results.ts'
import { thresholdsChanged, thresholdsFinding } from './thresholds-sentences.ts'

const fields = {
  t: number('Threshold', { symbol: 't', min: -3, max: 6, default: 1 }),
  d: number('Distance of the classes', { min: 0, max: 4, default: 2 }),
  s: number('Spread of the positives', { min: 0.5, max: 1.5, default: 1 }),
  prevalence: ratio('Positives', { min: 0.001, max: 0.5, default: 0.01 }),
  miss: ratio('Cost of a miss', { min: 1, max: 1000, default: 50 }),
  curve: choice('Curve', { roc: 'ROC', pr: 'Precision and recall' }),
} as const

export type ThresholdsState = State<typeof fields>
export type ThresholdsResult = Scores & {
  miss: number
  /** at the threshold of the state */
  here: Point
  /** where the cost is least, on the axis of the threshold */
  best: Point
  /** thresholds, falling, from where nothing is flagged to where all is */
  points: readonly Pick<Point, 'threshold' | 'recall' | 'falseRate' | 'precision'>[]
  /** areas under the two curves */
  auc: number
  averagePrecision: number
}
export type ThresholdsMoment = Moment<typeof fields, ThresholdsResult>

/** Two classes of normal scores, a threshold between them, and what it costs. */
export const thresholds = figure({
  id: 'thresholds',
  title: 'One threshold, its four counts and its place on the curve',
  fields,
  compute,
  named,
  sample: () => ({ n: 1, sdY: 1 }),
  finding: thresholdsFinding,
  changed: thresholdsChanged,
  tables,
  variant: {
    keeps: 'Most flags are false alarms, although the AUC is above 0.9.',
    draw: (random) => {
      const d = 2 + 1.5 * random()
      const t = d * (0.4 + 0.3 * random())
      return { d, t, s: 0.7 + 0.6 * random(), prevalence: 0.003 * 10 ** random() }
    },
    slack: (_, { auc, here }) => (auc > 0.9 && here.recall > 0.5 ? 0.5 - here.precision : 0),
    margin: 0.1,
  },
  code: thresholdsCode,
})

function compute({ t, d, s, prevalence, miss }: ThresholdsState): ThresholdsResult {
  const scores = { separation: d, spread: s, prevalence }
  const highest = Math.max(4, d + 4 * s)
  const lowest = Math.min(-4, d - 4 * s)
  return {
    ...scores,
    miss,
    here: pointAt(scores, t, miss),
    best: cheapest(scores, [fields.t.min, fields.t.max], miss),
    points: Array.from({ length: 161 }, (_, i) => {
      const at = pointAt(scores, highest + ((lowest - highest) * i) / 160, miss)
      const { threshold, recall, falseRate, precision } = at
      return { threshold, recall, falseRate, precision }
    }),
    auc: areaUnderRoc(scores),
    averagePrecision: averagePrecision(scores),
  }
}

function number<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, step: 0.05, digits: 2, ...rest } as const
}

/** What is read in ratios. */
function ratio<const T extends object>(label: string, rest: T) {
  return { kind: 'number', label, step: 0.02, digits: 3, scale: 'log', ...rest } as const
}

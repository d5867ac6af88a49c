import { decimal } from './number.ts'
import type { ThresholdsMoment, ThresholdsResult, ThresholdsState } from './thresholds.ts'

/** "5.1%" */
export function percent(x: number): string {
  return `${decimal(100 * x, 1)}%`
}

/** A share that is set, not found: "1%", "0.12%". */
export function share(x: number): string {
  return `${Number((100 * x).toPrecision(3))}%`
}

/** "1,571" */
export function whole(x: number): string {
  return decimal(x, 0).replace(/\B(?=(\d{3})+$)/g, ',')
}

export function thresholdsFinding(state: ThresholdsState, result: ThresholdsResult): string {
  const { here, best, auc } = result
  return (
    `Recall is ${percent(here.recall)} and precision ${percent(here.precision)} at the threshold ${decimal(state.t)}, ` +
    `with an AUC of ${decimal(auc, 3)}; 10,000 cases cost as much as ${whole(here.cost)} false alarms there, ` +
    `and ${whole(best.cost)} at the cheapest threshold, ${decimal(best.threshold)}.`
  )
}

export function thresholdsChanged(before: ThresholdsMoment, after: ThresholdsMoment): string {
  const { state, result } = after
  const keys = (['t', 'd', 's', 'prevalence', 'miss', 'curve'] as const).filter(
    (key) => before.state[key] !== state[key],
  )
  const [key] = keys
  if (keys.length !== 1 || key === undefined || key === 'curve')
    return thresholdsFinding(state, result)
  const [was, now] = [before.result, result]
  const [from, to] = [before.state[key], state[key]].map((x) => write[key](x))
  return `${words[key]} ${from} to ${to}: ${effects[key](was, now)}`
}

const words = {
  t: 'Threshold',
  d: 'Distance of the classes',
  s: 'Spread of the positives',
  prevalence: 'Positives',
  miss: 'Cost of a miss',
}

const write = {
  t: (x: number) => decimal(x),
  d: (x: number) => decimal(x),
  s: (x: number) => decimal(x),
  prevalence: share,
  miss: String,
}

type Effect = (was: ThresholdsResult, now: ThresholdsResult) => string

const effects: Record<keyof typeof words, Effect> = {
  t: ({ here: was }, { here: now }) =>
    `${moves('recall', was.recall, now.recall)} and ${moves('precision', was.precision, now.precision)}; ` +
    `the cost goes from ${whole(was.cost)} to ${whole(now.cost)}.`,
  d: areas,
  s: areas,
  prevalence: (was, now) =>
    `recall and the false-positive rate stay, and with them the ROC curve; ` +
    `${moves('precision', was.here.precision, now.here.precision)}, and ${cheapestMoves(was, now)}.`,
  miss: (was, now) =>
    `both curves stay; ${cheapestMoves(was, now)}, where a case is positive with probability ${percent(now.best.probability)}.`,
}

function areas(was: ThresholdsResult, now: ThresholdsResult): string {
  return (
    `the AUC goes from ${decimal(was.auc, 3)} to ${decimal(now.auc, 3)}, the area under precision and recall ` +
    `from ${decimal(was.averagePrecision, 3)} to ${decimal(now.averagePrecision, 3)}.`
  )
}

function moves(what: string, was: number, now: number): string {
  const [from, to] = [percent(was), percent(now)]
  if (from === to) return `${what} stays at ${to}`
  return `${what} ${now > was ? 'rises' : 'falls'} from ${from} to ${to}`
}

function cheapestMoves({ best: was }: ThresholdsResult, { best: now }: ThresholdsResult): string {
  const [from, to] = [decimal(was.threshold), decimal(now.threshold)]
  return `the cheapest threshold ${from === to ? `stays at ${to}` : `goes from ${from} to ${to}`}`
}

import { alphaOf, type Fitted } from './logistic-model.ts'
import type { LogisticMoment, LogisticResult, LogisticState } from './logistic.ts'
import { decimal } from './number.ts'
import { strength, type Units } from './units.ts'

export function logisticFinding(
  state: LogisticState,
  result: LogisticResult,
  units: Units,
): string {
  const { separable, model } = result
  const limit = separable ? 'grows without bound' : 'levels off'
  return (
    `${separable ? 'A' : 'No'} line separates the classes: at ${level(state, units)} ‖β‖ is ${decimal(model.norm)}, and it ${limit} as ` +
    `the penalty falls; ${consequences(result)}.`
  )
}

export function logisticChanged(
  before: LogisticMoment,
  { state, result }: LogisticMoment,
  units: Units,
): string {
  const cause = causeOf(before.state, state, units)
  if (cause === undefined) return logisticFinding(state, result, units)
  const norm = `‖β‖ ${decimal(before.result.model.norm)} to ${decimal(result.model.norm)}`
  return `${cause}: ${news(before.result, result)}${norm}, ${consequences(result)}.`
}

/** @returns nothing if more than one control has moved, or none that moves the model */
function causeOf(before: LogisticState, after: LogisticState, units: Units): string | undefined {
  const texts = {
    lambda: () =>
      `${capital(level(before, units))} to ${units.write(after.lambda, alphaOf(after))}`,
    penalty: () => `${{ l1: 'L1', l2: 'L2', en: 'Elastic net' }[after.penalty]} penalty`,
    alpha: () => `Mix ${decimal(units.mix(before.alpha))} to ${decimal(units.mix(after.alpha))}`,
    distance: () => `Centres ${decimal(after.distance, 1)} apart`,
    rho: () => `Correlation ${decimal(after.rho)}`,
    n: () => `${after.n} rows`,
    seed: () => `Sample ${after.seed}`,
  }
  const keys = (Object.keys(texts) as (keyof typeof texts)[]).filter((k) => before[k] !== after[k])
  return keys.length === 1 ? texts[keys[0]!]() : undefined
}

function news(before: LogisticResult, after: LogisticResult): string {
  if (before.separable === after.separable) return ''
  return after.separable ? 'now a line separates the classes; ' : 'no line separates them now; '
}

function consequences({ model, y }: LogisticResult): string {
  const sides = `${model.right} of ${y.length} rows on their side`
  if (model.norm === 0) return `${sides}, for the same probability is predicted everywhere`
  return `${sides}, calibration slope on new rows ${decimal(model.slope)} (${verdict(model)})`
}

/** A slope below 1: log-odds too large in size, so probabilities too close to 0 and 1. */
export function verdict({ slope }: Fitted): string {
  if (slope < 0) return 'the wrong way round'
  if (slope < 0.95) return 'too sure'
  return slope > 1.05 ? 'too timid' : 'about right'
}

function level(state: LogisticState, units: Units): string {
  return strength(units, state.lambda, [alphaOf(state)])
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

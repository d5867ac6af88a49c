import { resamples } from './collinear-sample.ts'
import type { CollinearMoment, CollinearResult, CollinearState } from './collinear.ts'
import { mixOf } from './collinear-clouds.ts'
import { decimal } from './number.ts'
import type { Units } from './units.ts'

export function collinearFinding(
  state: CollinearState,
  result: CollinearResult,
  units: Units,
): string {
  const { clouds, vif } = result
  const inflated = `Both features have a VIF of ${decimal(vif, 1)} at every penalty`
  if (state.sigma === 0)
    return `${inflated}; without noise least squares returns the true effects ${point(clouds.ols.mean)} each time, and ${word(state)} at ${level(state, units)} returns ${point(clouds[state.vs].mean)}.`
  return `${inflated}; over ${resamples} samples the standard deviation of a coefficient is ${decimal(clouds.ols.spread)} under least squares and ${decimal(clouds[state.vs].spread)} under ${word(state)} at ${level(state, units)}.`
}

export function collinearChanged(
  before: CollinearMoment,
  after: CollinearMoment,
  units: Units,
): string {
  const { state, result } = after
  const cause = newData(before.state, state)
  if (cause !== undefined)
    return `${cause}: ${decapitalised(collinearFinding(state, result, units))}`
  if (before.state.pick !== state.pick) return ofSample(after, units)
  if (before.state.vs !== state.vs) return collinearFinding(state, result, units)
  return `${moved(before, after, units)}: ${spreadGoes(before, after)}, while both features keep their VIF of ${decimal(result.vif, 1)}${flips(before, after)}.`
}

function moved({ state: from }: CollinearMoment, { state }: CollinearMoment, units: Units): string {
  if (from.lambda === state.lambda) return `Mix ${decimal(units.mix(state.alpha))}`
  const alpha = mixOf(state.vs, state)
  return `Penalty ${units.write(from.lambda, alpha)} to ${units.write(state.lambda, alpha)}`
}

function spreadGoes(before: CollinearMoment, { state, result }: CollinearMoment): string {
  if (state.sigma === 0)
    return `without noise ${word(state)} returns ${point(result.clouds[state.vs].mean)} each time`
  const [from, to] = [before.result, result].map(({ clouds }) => clouds[state.vs].spread) as [
    number,
    number,
  ]
  const who = `under ${word(state)} the standard deviation of a coefficient`
  if (decimal(from) === decimal(to)) return `${who} stays at ${decimal(to)}`
  return `${who} ${to < from ? 'falls' : 'rises'} from ${decimal(from)} to ${decimal(to)}`
}

/** Whether a coefficient of the sample shown has come out on the other side of zero. */
function flips({ result: from }: CollinearMoment, { state, result }: CollinearMoment): string {
  const [old, now] = [from, result].map(({ clouds, pick }) => clouds[state.vs].points[pick]!)
  const j = ([0, 1] as const).find((i) => old![i] * now![i] < 0)
  if (j === undefined) return ''
  return `; in sample ${state.pick} β${j + 1} changes sign, from ${decimal(old![j])} to ${decimal(now![j])}`
}

function ofSample({ state, result: { clouds, pick } }: CollinearMoment, units: Units): string {
  return `Sample ${state.pick}: least squares puts the effects at ${point(clouds.ols.points[pick]!)}, ${word(state)} at ${level(state, units)} puts them at ${point(clouds[state.vs].points[pick]!)}; the truth is ${point([state.b1, state.b2])}.`
}

function newData(before: CollinearState, after: CollinearState): string | undefined {
  if (before.rho !== after.rho) return `Correlation ${decimal(after.rho)}`
  if (before.b1 !== after.b1 || before.b2 !== after.b2)
    return `True effects ${point([after.b1, after.b2])}`
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma)}`
  if (before.n !== after.n) return `${after.n} rows`
  return before.seed === after.seed ? undefined : 'New data'
}

function level(state: CollinearState, units: Units): string {
  return `penalty ${units.write(state.lambda, mixOf(state.vs, state))}`
}

function word({ vs }: CollinearState): string {
  return { l1: 'the lasso', l2: 'ridge', en: 'the elastic net' }[vs]
}

function point([first, second]: readonly [number, number]): string {
  return `(${decimal(first)}, ${decimal(second)})`
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

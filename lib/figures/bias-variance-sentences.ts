import type { BiasVarianceMoment, BiasVarianceResult, BiasVarianceState } from './bias-variance.ts'
import { least, mixOf } from './bias-variance-curves.ts'
import { bestLambda } from './bias-variance-results.ts'
import { decimal } from './number.ts'
import type { Units } from './units.ts'

export function biasVarianceFinding(
  state: BiasVarianceState,
  result: BiasVarianceResult,
  units: Units,
): string {
  return `At ${level(state, units)} ${who(state)} has ${parts(result)}; ${lowest(state, result, units)}.`
}

export function biasVarianceChanged(
  before: BiasVarianceMoment,
  after: BiasVarianceMoment,
  units: Units,
): string {
  const { state, result } = after
  const cause = newCurve(before.state, state)
  if (cause !== undefined) return `${cause}: ${comparison(result)}; ${here(after, units)}.`
  if (before.state.method !== state.method) return biasVarianceFinding(state, result, units)
  if (before.state.axis !== state.axis) return `${spent(after, units)}.`
  return `${moved(before, after, units)}: ${directions(before, after)}.`
}

function parts(result: BiasVarianceResult): string {
  const { bias2, variance, error } = result.at[result.method]
  return `bias² ${precise(bias2)} and variance ${precise(variance)}: with the noise, ${precise(result.noise)}, that makes an expected error of ${precise(error)}`
}

function lowest({ method }: BiasVarianceState, result: BiasVarianceResult, units: Units): string {
  const { error } = least(result.curves[method])
  const alpha = mixOf(method)
  return `along the drawing its error is least at penalty ${units.write(bestLambda(result, method), alpha)}, ${precise(error)}`
}

/** Best against best: the penalties of the two methods do not compare. */
function comparison({ curves }: BiasVarianceResult): string {
  const [l1, l2] = [least(curves.l1).error, least(curves.l2).error].map(precise) as [string, string]
  if (l1 === l2) return `the least error is ${l1} for both methods`
  return least(curves.l1).error < least(curves.l2).error
    ? `the least error is lower for the lasso, ${l1} against ${l2} for ridge`
    : `the least error is lower for ridge, ${l2} against ${l1} for the lasso`
}

function here({ state, result }: BiasVarianceMoment, units: Units): string {
  return `at ${level(state, units)} ${who(state)} has ${parts(result)}`
}

function spent({ state, result }: BiasVarianceMoment, units: Units): string {
  const { df } = result.at[state.method]
  const most = Math.min(result.p, result.n - 1)
  return `At ${level(state, units)} ${who(state)} spends ${decimal(df, 1)} degrees of freedom of at most ${most}; ${lowest(state, result, units)}`
}

function directions(before: BiasVarianceMoment, after: BiasVarianceMoment): string {
  const { method } = after.state
  const [from, to] = [before.result.at[method], after.result.at[method]]
  const one = (name: string, key: 'bias2' | 'variance' | 'error') =>
    `${name} ${change(from[key], to[key])}`
  return `${one('bias²', 'bias2')}, ${one('variance', 'variance')}, and ${one('the expected error', 'error')}`
}

/** What the numbers as they are written say: no rise from 0.50 to 0.50. */
function change(from: number, to: number): string {
  const [a, b] = [precise(from), precise(to)]
  if (a === b) return `stays at ${b}`
  return `${to < from ? 'falls' : 'rises'} from ${a} to ${b}`
}

function moved(before: BiasVarianceMoment, { state }: BiasVarianceMoment, units: Units): string {
  const alpha = mixOf(state.method)
  return `Penalty ${units.write(before.state.lambda, alpha)} to ${units.write(state.lambda, alpha)}`
}

function newCurve(before: BiasVarianceState, after: BiasVarianceState): string | undefined {
  if (before.truth !== after.truth)
    return after.truth === 'dense' ? 'All bumps matter' : 'Three bumps matter'
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma)}`
  if (before.p !== after.p) return `${after.p} bumps`
  if (before.n !== after.n) return `${after.n} rows`
  return before.seed === after.seed ? undefined : `Sample ${after.seed}`
}

function level(state: BiasVarianceState, units: Units): string {
  return `penalty ${units.write(state.lambda, mixOf(state.method))}`
}

function who({ method }: BiasVarianceState): string {
  return method === 'l1' ? 'the lasso' : 'ridge'
}

/** Three decimals: with two, the parts of an error often seem to miss their sum. */
function precise(x: number): string {
  return decimal(x, 3)
}

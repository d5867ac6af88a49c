import { decimal } from './number.ts'
import type { StabilityMoment, StabilityResult, StabilityState } from './stability.ts'

export function stabilityFinding(_: StabilityState, result: StabilityResult): string {
  const { truth, min, se, resamples } = result
  const real = truth.filter((effect) => effect !== 0).length
  const [a, b] = [min, se].map(({ found, wrong }) => [decimal(found, 1), decimal(wrong, 1)])
  return `Over ${resamples} resamples λ.min selects ${a![0]} of ${real} true effect${real === 1 ? '' : 's'} and ${a![1]} of ${truth.length - real} other features on average, λ.1se ${b![0]} and ${b![1]}; ${held(result)}.`
}

export function stabilityChanged(
  { state: before }: StabilityMoment,
  { state, result }: StabilityMoment,
): string {
  const cause = newData(before, state)
  if (cause !== undefined) return `${cause}: ${decapitalised(stabilityFinding(state, result))}`
  return `Threshold ${percent(before.threshold)} to ${percent(state.threshold)}: ${held(result)}.`
}

function held({ stable, threshold }: StabilityResult): string {
  const { min, se } = stable
  return `${min.found} true and ${min.wrong} without an effect reach ${percent(threshold)} under λ.min, ${se.found} and ${se.wrong} under λ.1se`
}

function newData(before: StabilityState, after: StabilityState): string | undefined {
  if (before.rho !== after.rho) return `Neighbours correlated ${decimal(after.rho)}`
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma, 1)}`
  if (before.n !== after.n) return `${after.n} rows`
  if (before.p !== after.p) return `${after.p} features`
  if (before.k !== after.k) return `${after.k} true ${after.k === 1 ? 'effect' : 'effects'}`
  if (before.resamples !== after.resamples) return `${after.resamples} resamples`
  return before.seed === after.seed ? undefined : `Sample ${after.seed}`
}

function percent(share: number): string {
  return `${decimal(100 * share, 0)}%`
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

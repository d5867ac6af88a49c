import { decimal } from './number.ts'
import type { PriorsMoment, PriorsResult, PriorsState } from './priors.ts'
import type { Units } from './units.ts'

export function priorsFinding(state: PriorsState, result: PriorsResult, units: Units): string {
  const at = `At z = ${decimal(state.z)}, σ = ${decimal(state.sigma)} and penalty ${units.write(state.lambda, 1)}`
  const { l1, l2 } = result
  if (state.z === 0) return `${at} both posteriors have mode and mean at 0.`
  const only = l1.mode === 0 ? ', and its mean at ' : ' and its mean at '
  return (
    `${at} the Laplace posterior has its mode at ${decimal(l1.mode)}${only}${decimal(l1.mean)}; ` +
    `the Gaussian one has both at ${decimal(l2.mode)}.`
  )
}

export function priorsChanged(before: PriorsMoment, after: PriorsMoment, units: Units): string {
  const { state, result } = after
  const keys = (['z', 'lambda', 'sigma'] as const).filter((k) => before.state[k] !== state[k])
  if (keys.length !== 1 || state.z === 0) return priorsFinding(state, result, units)
  const cause = {
    z: `z = ${decimal(state.z)}`,
    lambda: `Penalty ${units.write(before.state.lambda, 1)} to ${units.write(state.lambda, 1)}`,
    sigma: `Noise ${decimal(before.state.sigma)} to ${decimal(state.sigma)}`,
  }[keys[0]!]
  const effect = keys[0] === 'sigma' ? spreads : moves
  return `${cause}: ${effect(before.result, result)}.`
}

/** At a fixed penalty σ² multiplies the whole log posterior: it scales the priors along. */
function spreads({ l1: before }: PriorsResult, { l1, l2 }: PriorsResult): string {
  return (
    `at the same penalty both priors scale with σ², so neither mode moves (${decimal(l2.mode)} and ` +
    `${decimal(l1.mode)}); the Laplace mean goes from ${decimal(before.mean)} to ${decimal(l1.mean)}`
  )
}

function moves({ l1: before }: PriorsResult, { l1, l2 }: PriorsResult): string {
  const [mode, mean] = [decimal(l1.mode), decimal(l1.mean)]
  const laplace =
    l1.mode === 0
      ? `the Laplace mode ${before.mode === 0 ? 'stays at' : 'drops to'} 0, for |z| is at most λ, and the mean is ${mean}`
      : `the Laplace mode ${before.mode === 0 ? 'leaves 0 for' : 'moves to'} ${mode}, its mean is ${mean}`
  return `${laplace}; the Gaussian mode and mean are ${decimal(l2.mode)}`
}

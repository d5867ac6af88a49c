import type { OptimisersMoment, OptimisersResult, OptimisersState } from './optimisers.ts'
import type { Pair } from './optimisers-loss.ts'
import { pointAt, words } from './optimisers-walks.ts'
import { decimal, penalty, powerOfTen } from './number.ts'

export function optimisersFinding(state: OptimisersState, result: OptimisersResult): string {
  return state.view === 'race' ? `${race(state, result)}.` : `${stopped(state, result)}.`
}

export function optimisersChanged(before: OptimisersMoment, after: OptimisersMoment): string {
  const { state, result } = after
  const cause = causeOf(before.state, state)
  const finding = optimisersFinding(state, result)
  return cause === undefined ? finding : `${cause}: ${decapitalised(finding)}`
}

/** "After 12 iterations ISTA stands at (1.00, 0.03), 0.004 above the minimum …" */
function race(state: OptimisersState, result: OptimisersResult): string {
  const { k, method } = state
  const walk = result.walks[method]
  const where = `After ${count(k)} ${words[method]}`
  if (walk.above[k]! > walk.above[0]!)
    return `${where} is higher than where it began, by ${height(walk.above[k]! - walk.above[0]!)}: ${tooLong(state)}`
  const at = pointAt(walk.points, k)
  return `${where} stands at ${point(at)}, ${height(walk.above[k]!)} above the minimum; ${zeros(at, result.minimum.at)}`
}

/** Which zeros of the minimum the method has found: as exact zeros, not as small numbers. */
function zeros(at: Pair, minimum: Pair): string {
  const wanted = ([0, 1] as const).filter((j) => minimum[j] === 0)
  if (wanted.length === 0) return `the minimum, ${point(minimum)}, has no zero to find`
  const names = wanted.map((j) => `β${j + 1}`).join(' and ')
  const are = `${names} ${wanted.length === 1 ? 'is' : 'are'} exactly 0`
  const missing = wanted.filter((j) => at[j] !== 0).length
  if (missing === 0) return `${are}, as at the minimum, ${point(minimum)}`
  return `at the minimum, ${point(minimum)}, ${are}, and here not${missing < wanted.length ? ' both' : ''}`
}

/** A coordinate step has no length to choose, and never climbs. */
function tooLong({ step, method }: OptimisersState): string {
  const length = `${decimal(step)}/L`
  if (method === 'subgradient') return `its first steps, of up to ${length}, are too long`
  return `a step of ${length} is not sure to descend${step > 2 ? ', and beyond 2/L it may run away' : ''}`
}

function stopped({ k }: OptimisersState, { stopping }: OptimisersResult): string {
  const { points, ridge, lambdas } = stopping
  const shares = stopping.shares[k - 1]!
  const along = (i: 0 | 1) => `${percent(shares.descent[i])} and ${percent(shares.ridge[i])}`
  return (
    `Stopped after ${count(k)}, gradient descent stands at ${point(pointAt(points, k))}, ridge at ` +
    `λ = 1/(step · ${k}) = ${penalty(lambdas[k - 1]!)} at ${point(pointAt(ridge, k - 1))}: of least ` +
    `squares they have ${along(0)} along the steep direction, ${along(1)} along the flat one`
  )
}

function causeOf(before: OptimisersState, after: OptimisersState): string | undefined {
  if (before.view !== after.view || before.method !== after.method) return undefined
  if (before.step !== after.step) return `Step ${decimal(after.step)}/L`
  if (before.rho !== after.rho) return `Correlation ${decimal(after.rho)}`
  if (before.b1 !== after.b1 || before.b2 !== after.b2)
    return `Least squares at ${point([after.b1, after.b2])}`
  if (before.s1 !== after.s1 || before.s2 !== after.s2) return `From ${point([after.s1, after.s2])}`
  if (before.lambda !== after.lambda) return `Penalty ${penalty(after.lambda)}`
  if (before.alpha !== after.alpha) return `Mix ${decimal(after.alpha)}`
  return undefined
}

/** What a drawing is, to those who do not see it. */
export function standing({ cursor: { method, k }, walks }: OptimisersResult): string {
  return `After ${count(k)} ${words[method]} is ${height(walks[method].above[k]!)} above the minimum`
}

/** How far up: "0.12", "3 · 10⁻⁵". */
export function height(x: number): string {
  if (x < 1e-12) return 'less than 10⁻¹²'
  if (x >= 1e-3 && x < 1000) return decimal(x, x < 0.1 ? 4 : 2)
  const [digits, power] = x.toExponential(0).split('e') as [string, string]
  return `${digits} · ${powerOfTen(Number(power))}`
}

function point([first, second]: Pair): string {
  return `(${coordinate(first)}, ${coordinate(second)})`
}

/** Two decimals; of what has run away, the power of ten. */
export function coordinate(b: number): string {
  if (Math.abs(b) >= 1000) return `${b < 0 ? '−' : ''}${height(Math.abs(b))}`
  return decimal(b)
}

function percent(share: number): string {
  const hundredths = 100 * share
  return Math.abs(hundredths) >= 1e4 ? `${coordinate(share)} times` : `${decimal(hundredths, 0)}%`
}

function count(k: number): string {
  return k === 1 ? '1 iteration' : `${k} iterations`
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

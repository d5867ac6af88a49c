import type { Contact, GeometryMoment, GeometryResult, GeometryState } from './geometry.ts'
import { decimal, penalty } from './number.ts'

export function geometryFinding(state: GeometryState, result: GeometryResult): string {
  const { l1, l2 } = result
  if (l1.lambda === 0 && l2.lambda === 0)
    return `${capital(level(state))} reaches least squares: both methods return ${point(result.ols)}, and the penalty does nothing.`
  return `At ${level(state)} ${lassoEnds(result)}; ridge ends at ${point(l2.beta)} and ${keeps(l2)}.`
}

export function geometryChanged(before: GeometryMoment, after: GeometryMoment): string {
  return `${cause(before.state, after.state)}: ${effect(before.result, after.result)}.`
}

function effect(before: GeometryResult, after: GeometryResult): string {
  const { l1, l2, ols } = after
  if (l1.lambda === 0 && l2.lambda === 0)
    return `the budget reaches least squares, so both methods return ${point(ols)}`
  if (l1.lambda === 0)
    return `the diamond holds least squares, so the lasso returns it; ridge moves to ${point(l2.beta)}`
  const zeros = ([0, 1] as const).filter((j) => l1.beta[j] === 0)
  if (zeros.length === 2) return `the lasso drops both; ridge keeps ${point(l2.beta)}`
  const [zero] = zeros
  const returned = ([0, 1] as const).find((j) => before.l1.beta[j] === 0 && l1.beta[j] !== 0)
  if (zero !== undefined) {
    const verb = before.l1.beta[zero] === 0 ? 'keeps' : 'drops'
    const held = verb === 'keeps' ? `${name(zero)} at zero` : name(zero)
    return `the lasso ${verb} ${held}, where it pulls with ${decimal(Math.abs(l1.pull[zero]))} against a price of ${penalty(l1.lambda)}; ridge moves to ${point(l2.beta)}`
  }
  const news = returned === undefined ? '' : ` and takes ${name(returned)} back`
  return `the lasso moves to ${point(l1.beta)}${news}, ridge to ${point(l2.beta)}`
}

function cause(before: GeometryState, after: GeometryState): string {
  if (before.b1 !== after.b1 || before.b2 !== after.b2)
    return `Least squares at ${point([after.b1, after.b2])}`
  if (before.rho !== after.rho) return `Correlation ${decimal(after.rho)}`
  return capital(level(after))
}

function level(state: GeometryState): string {
  return state.by === 'lambda'
    ? `penalty ${penalty(state.lambda)}`
    : `budget ${decimal(state.budget)}`
}

function lassoEnds({ l1, ols }: GeometryResult): string {
  const zeros = ([0, 1] as const).filter((j) => l1.beta[j] === 0)
  if (zeros.length === 2) return 'the lasso drops both coefficients'
  if (zeros.length === 0) return `the lasso ends at ${point(l1.beta)} and keeps both`
  const j = zeros[0]!
  return `the lasso ends on the corner ${point(l1.beta)} and drops ${name(j)}, which least squares puts at ${decimal(ols[j])}`
}

function keeps({ beta }: Contact): string {
  return beta[0] !== 0 && beta[1] !== 0 ? 'keeps both' : 'has a zero only because it crosses one'
}

function point([first, second]: readonly [number, number]): string {
  return `(${decimal(first)}, ${decimal(second)})`
}

function name(j: 0 | 1): string {
  return j === 0 ? 'β1' : 'β2'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

import type { Contact, Pair } from './geometry-contact.ts'
import type { GeometryMoment, GeometryResult, GeometryState } from './geometry.ts'
import { decimal } from './number.ts'
import { type Units, writeEach } from './units.ts'

export function geometryFinding(
  state: GeometryState,
  result: GeometryResult,
  units: Units,
): string {
  const { l1, ols } = result
  const other = result[state.vs]
  const level = levelOf(state, result, units)
  if (l1.lambda === 0)
    return `${capital(level)} reaches least squares: both methods return ${point(ols)}, and the penalty does nothing.`
  return `At ${level} ${lassoEnds(result)}; ${otherEnds(other, 'ends at')} and ${keeps(other)}.`
}

export function geometryChanged(
  before: GeometryMoment,
  after: GeometryMoment,
  units: Units,
): string {
  return `${cause(before.state, after, units)}: ${effect(before.result, after, units)}.`
}

function effect(before: GeometryResult, { state, result }: GeometryMoment, units: Units): string {
  const { l1, ols } = result
  const other = result[state.vs]
  // The diamond lies within the other ball of the same reach: if it holds least squares, so does that.
  if (l1.lambda === 0)
    return `the budget reaches least squares, so both methods return ${point(ols)}`
  return `${lassoMoves(before.l1, l1, units)}; ${otherEnds(other, 'moves to')}`
}

function lassoMoves(before: Contact, l1: Contact, units: Units): string {
  const zeros = zerosOf(l1)
  if (zeros.length === 2)
    return zerosOf(before).length === 2 ? 'the lasso keeps both at zero' : 'the lasso drops both'
  const [zero] = zeros
  if (zero === undefined) {
    const returned = zerosOf(before)
    const news = returned.length === 0 ? '' : ` and takes ${returned.map(name).join(' and ')} back`
    return `the lasso moves to ${point(l1.beta)}${news}`
  }
  const verb = before.beta[zero] === 0 ? `keeps ${name(zero)} at zero` : `drops ${name(zero)}`
  // A pull is measured as the price is: both are slopes of the objective.
  const pull = units.write(Math.abs(l1.pull[zero]), 1)
  return `the lasso ${verb}, where the data pull with ${pull} against a price of ${units.write(l1.lambda, 1)}`
}

function cause(before: GeometryState, after: GeometryMoment, units: Units): string {
  const { state, result } = after
  if (before.b1 !== state.b1 || before.b2 !== state.b2)
    return `Least squares at ${point([state.b1, state.b2])}`
  if (before.rho !== state.rho) return `Correlation ${decimal(state.rho)}`
  if (before.vs === 'en' && state.vs === 'en' && before.alpha !== state.alpha)
    return `Mix ${decimal(state.alpha)}`
  return capital(levelOf(state, result, units))
}

function levelOf(state: GeometryState, result: GeometryResult, units: Units): string {
  const mixes = [1, result[state.vs].alpha]
  return state.by === 'lambda'
    ? `penalty ${writeEach(units, state.lambda, mixes)}`
    : `budget ${decimal(state.budget)}`
}

function lassoEnds({ l1, ols }: GeometryResult): string {
  const zeros = zerosOf(l1)
  if (zeros.length === 2) return 'the lasso has both coefficients at zero'
  if (zeros.length === 0) return `the lasso ends at ${point(l1.beta)} and keeps both`
  const j = zeros[0]!
  return `the lasso ends on the corner ${point(l1.beta)} and drops ${name(j)}, which least squares puts at ${decimal(ols[j])}`
}

function otherEnds({ method, beta, lambda }: Contact, verb: string): string {
  const who = method === 'en' ? 'the elastic net' : 'ridge'
  return lambda === 0
    ? `${who} has budget to spare and returns ${point(beta)}`
    : `${who} ${verb} ${point(beta)}`
}

function keeps(contact: Contact): string {
  const zeros = zerosOf(contact)
  if (zeros.length === 0) return 'keeps both'
  // Ridge has a zero only where the data do not pull at all: it passes through, it does not rest.
  if (contact.method === 'l2')
    return `has ${zeros.map(name).join(' and ')} at zero only because nothing pulls there`
  return zeros.length === 2 ? 'drops both' : `drops ${name(zeros[0]!)}`
}

function zerosOf({ beta }: Contact): (0 | 1)[] {
  return ([0, 1] as const).filter((j) => beta[j] === 0)
}

function point([first, second]: Pair): string {
  return `(${decimal(first)}, ${decimal(second)})`
}

function name(j: 0 | 1): string {
  return j === 0 ? 'β1' : 'β2'
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

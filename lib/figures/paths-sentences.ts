import { decimal, list, penalty } from './number.ts'
import type { Model, PathsMoment, PathsResult, PathsState } from './paths.ts'

export function pathsFinding(state: PathsState, result: PathsResult): string {
  const { l1, truth } = result
  const other = result[state.vs]
  const p = truth.length
  const idle = names(l1.coefficients, (j) => truth[j] === 0)
  const fooled = idle.length === 0 ? '' : ` (${list(idle)} without a true effect)`
  return (
    `At penalty ${penalty(state.lambda)} the lasso keeps ${l1.nonzeros} of ${p} coefficients${fooled}, ` +
    `${word(other)} ${other.nonzeros} of ${p}; the error expected on new rows is ` +
    `${decimal(l1.error)} against ${decimal(other.error)}.`
  )
}

export function pathsChanged(before: PathsMoment, after: PathsMoment): string {
  const sample = newSample(before.state, after.state)
  if (sample !== undefined)
    return `${sample}: ${decapitalised(pathsFinding(after.state, after.result))}`
  const other = after.result[after.state.vs]
  if (before.state.lambda === after.state.lambda)
    return `${word(other, true)} keeps ${other.nonzeros} of ${after.result.truth.length}; its error expected on new rows is ${decimal(other.error)}, the lasso’s ${decimal(after.result.l1.error)}.`
  return `Penalty ${penalty(before.state.lambda)} to ${penalty(after.state.lambda)}: ${lassoMoves(before.result, after.result)}; error expected on new rows ${decimal(after.result.l1.error)} for the lasso, ${decimal(other.error)} for ${word(other)}.`
}

function lassoMoves({ l1: before }: PathsResult, { l1: after, truth }: PathsResult): string {
  const dropped = names(before.coefficients, (j) => after.coefficients[j] === 0)
  const taken = names(after.coefficients, (j) => before.coefficients[j] === 0)
  const moves = [
    dropped.length > 0 ? `drops ${list(dropped)}` : '',
    taken.length > 0 ? `takes in ${list(taken)}` : '',
  ].filter((move) => move !== '')
  if (moves.length === 0) return `the lasso still keeps ${after.nonzeros} of ${truth.length}`
  return `the lasso ${list(moves)} and keeps ${after.nonzeros} of ${truth.length}`
}

function newSample(before: PathsState, after: PathsState): string | undefined {
  if (before.rho !== after.rho) return `Neighbours correlated ${decimal(after.rho)}`
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma, 1)}`
  if (before.n !== after.n) return `${after.n} rows`
  if (before.p !== after.p) return `${after.p} predictors`
  return before.seed === after.seed ? undefined : `Sample ${after.seed}`
}

/** The names of the coefficients that are not zero, of those that are wanted. */
function names(coefficients: Float64Array, wanted: (j: number) => boolean): string[] {
  return Array.from(coefficients, (b, j) => (b !== 0 && wanted(j) ? `β${j + 1}` : '')).filter(
    (name) => name !== '',
  )
}

function word({ method }: Model, first = false): string {
  if (method === 'en') return first ? 'The elastic net' : 'the elastic net'
  return first ? 'Ridge' : 'ridge'
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

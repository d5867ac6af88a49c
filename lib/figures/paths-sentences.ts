import { decimal, list } from './number.ts'
import { fields } from './paths-fields.ts'
import type { Model, PathsMoment, PathsResult, PathsState } from './paths.ts'
import { type Units, writeEach } from './units.ts'

export function pathsFinding(state: PathsState, result: PathsResult, units: Units): string {
  if (state.view === 'cv') return validated(result, units)
  const { l1, truth } = result
  const other = result[state.vs]
  const p = truth.length
  const idle = names(l1.coefficients, (j) => truth[j] === 0)
  const fooled =
    idle.length === 0 ? '' : ` (${list(idle)} ${idle.length > 1 ? 'have' : 'has'} no true effect)`
  return (
    `At penalty ${level(other, units)} the lasso keeps ${l1.nonzeros} of ${p} coefficients${fooled}, ` +
    `${word(other)} ${other.nonzeros} of ${p}; the error expected on new rows is ` +
    `${decimal(l1.error)} against ${decimal(other.error)}.`
  )
}

export function pathsChanged(before: PathsMoment, after: PathsMoment, units: Units): string {
  const { state, result } = after
  const finding = () => pathsFinding(state, result, units)
  const news = newData(before.state, state)
  if (news !== undefined) return `${news}: ${decapitalised(finding())}`
  if (before.state.view !== state.view || before.state.axis !== state.axis) return finding()
  const other = result[state.vs]
  const errors = `error expected on new rows ${decimal(result.l1.error)} for the lasso, ${decimal(other.error)} for ${word(other)}`
  if (before.state.lambda === state.lambda)
    return `${capitalised(word(other))} keeps ${other.nonzeros} of ${result.truth.length}; ${errors}.`
  const from = { ...other, lambda: before.state.lambda }
  return `Penalty ${level(from, units)} to ${level(other, units)}: ${lassoMoves(before.result, result)}; ${errors}.`
}

function validated({ curves: [{ folds, lambdas, nonzeros }], truth }: PathsResult, units: Units) {
  const { atMin, at1se, errors } = folds
  const kept = (at: number) => `${nonzeros[at]} of ${truth.length} kept`
  const [best, short] = [lambdas[atMin]!, lambdas[at1se]!].map((lambda) => units.write(lambda, 1))
  const smallest = `In ten-fold cross-validation the lasso’s error is smallest, ${decimal(errors[atMin / 2]!)},`
  if (nonzeros[atMin] === 0) return `${smallest} when it keeps nothing.`
  const edge = atMin === lambdas.length - 1 ? 'the smallest penalty drawn, ' : 'penalty '
  const rule =
    at1se === atMin
      ? 'and no larger one is within one standard error of that'
      : `and the largest penalty within one standard error of that is ${short} (${kept(at1se)})`
  return `${smallest} at ${edge}${best} (${kept(atMin)}), ${rule}.`
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

/** @returns "Correlation 0.90", or nothing if the data are the same */
function newData(before: PathsState, after: PathsState): string | undefined {
  const { label, options } = fields.data
  const data = options.find(({ value }) => value === after.data)!.label
  if (before.data !== after.data) return `${label}: ${decapitalised(data)}`
  const moved = (['rho', 'sigma', 'n', 'p', 'seed', 'folds'] as const).find(
    (key) => before[key] !== after[key],
  )
  return moved && `${fields[moved].label} ${decimal(after[moved], fields[moved].digits)}`
}

/** The names of the coefficients that are not zero, of those that are wanted. */
function names(coefficients: Float64Array, wanted: (j: number) => boolean): string[] {
  return Array.from(coefficients, (b, j) => (b !== 0 && wanted(j) ? `β${j + 1}` : '')).filter(
    (name) => name !== '',
  )
}

/** The cursor's penalty, for both methods where a convention writes it in two ways. */
function level({ lambda, alpha }: Model, units: Units): string {
  return writeEach(units, lambda, [1, alpha])
}

function word({ method }: Model): string {
  return method === 'en' ? 'the elastic net' : 'ridge'
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

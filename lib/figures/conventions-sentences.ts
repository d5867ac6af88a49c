import type {
  ConventionsMoment,
  ConventionsResult,
  ConventionsState,
  Reading,
} from './conventions.ts'
import { mixOf } from './conventions-model.ts'
import { decimal, penalty } from './number.ts'
import type { Units } from './units.ts'

export function conventionsFinding(
  state: ConventionsState,
  result: ConventionsResult,
  units: Units,
): string {
  const { model, standard } = result
  const [now, then] = [decimal(model.effects[0]!), decimal(standard.effects[0]!)]
  const effect =
    state.standardize === 'yes'
      ? `one standard deviation of the first column moves predictions by ${then}, in any unit`
      : `one standard deviation of the first column, as given × ${factor(state.unit)}, moves predictions by ${now}; standardised, by ${then} in any unit`
  return `At penalty ${written(state, units)} ${effect}; ${typed(state, result.other)}.`
}

export function conventionsChanged(
  before: ConventionsMoment,
  after: ConventionsMoment,
  units: Units,
): string {
  const [a, b] = [before.state, after.state]
  if (a.unit !== b.unit) return rescaled(before, after)
  if (a.standardize !== b.standardize) return prepared(b, after.result)
  if (a.intercept !== b.intercept) return raised(b, after.result)
  if (a.number !== b.number || a.other !== b.other)
    return `${capital(typed(b, after.result.other))}.`
  return conventionsFinding(b, after.result, units)
}

/** The same rows in another unit. */
function rescaled(before: ConventionsMoment, { state, result }: ConventionsMoment): string {
  const start = `The first column × ${factor(state.unit)}: the same data in another unit`
  if (state.standardize === 'yes') return `${start}, and standardising divides the unit out again.`
  const ratio = state.unit / before.state.unit
  const times = String(Number(Math.max(ratio, 1 / ratio).toPrecision(2)))
  const coefficient = `a coefficient ${times} times ${ratio > 1 ? 'smaller' : 'larger'}`
  const [from, to] = [before.result, result].map(({ model }) => decimal(model.effects[0]!))
  const effect = from === to ? `stays ${to}` : `goes from ${from} to ${to}`
  return `${start}, in which an equal effect takes ${coefficient}, and the penalty counts coefficients: its effect ${effect}.`
}

function prepared({ standardize, unit }: ConventionsState, { model }: ConventionsResult): string {
  const effect = `the effect of the first column is ${decimal(model.effects[0]!)}`
  return standardize === 'yes'
    ? `Standardised, every coefficient is counted per standard deviation of its column: ${effect} in any unit.`
    : `As given, every coefficient is counted per unit of its column: at × ${factor(unit)} ${effect}.`
}

function raised({ intercept }: ConventionsState, { gain }: ConventionsResult): string {
  return intercept === 'free'
    ? 'A free intercept takes up whatever is added to y: 10 more in y are 10 more in every prediction.'
    : `A penalised intercept is pulled towards 0: 10 more in y are ${decimal(gain, 1)} more in the predictions, on average.`
}

/** What the number says to another program. */
function typed(state: ConventionsState, { convention, strength, apart, same }: Reading): string {
  const who = {
    house: 'this site',
    sklearn: 'scikit-learn',
    glmnet: 'glmnet',
    textbook: 'textbooks',
  }
  const mix = strength.alpha === mixOf(state) ? '' : ` with α ${decimal(strength.alpha)}`
  const start = `${penalty(state.number)} typed as ${term(state, convention)} means λ ${penalty(strength.lambda)}${mix} here`
  if (apart < 0.0005) return `${start}, and its predictions are the same to 0.001 of sd(y)`
  const cure =
    same.alpha === mixOf(state)
      ? `the same model takes ${penalty(same.lambda)}`
      : `the same model takes ${penalty(same.lambda)} with alpha ${decimal(same.alpha)}`
  return `${start}, and moves predictions by up to ${decimal(apart, apart < 0.1 ? 3 : 2)} sd(y); in ${who[convention]} ${cure}`
}

/** The argument's name: "alpha of Ridge". */
function term({ method }: ConventionsState, convention: Reading['convention']): string {
  const estimator = { l1: 'Lasso', l2: 'Ridge', en: 'ElasticNet' }[method]
  return {
    house: 'λ',
    sklearn: `alpha of scikit-learn’s ${estimator}`,
    glmnet: 'lambda of glmnet',
    textbook: 'λ beside ½RSS',
  }[convention]
}

function written(state: ConventionsState, units: Units): string {
  return units.write(state.lambda, mixOf(state))
}

function factor(unit: number): string {
  return String(unit)
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

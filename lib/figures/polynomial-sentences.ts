import type { PolynomialMoment, PolynomialResult, PolynomialState } from './polynomial.ts'
import { mixOf, words } from './polynomial-models.ts'
import { amount } from './polynomial-tables.ts'
import { testPoints } from './polynomial-sample.ts'
import { decimal } from './number.ts'
import type { Units } from './units.ts'

export function polynomialFinding(
  state: PolynomialState,
  result: PolynomialResult,
  units: Units,
): string {
  const { trainError, testError } = result.models[state.method]
  return (
    `${who(state, units)} has mean squared error ${amount(trainError)} on its ${state.n} training ` +
    `points and ${amount(testError)} on ${testPoints} test points, ${standard(state, result)}.`
  )
}

export function polynomialChanged(
  before: PolynomialMoment,
  { state, result }: PolynomialMoment,
  units: Units,
): string {
  const cause = newData(before.state, state)
  const finding = polynomialFinding(state, result, units)
  if (cause !== undefined) return `${cause}: ${decapitalised(finding)}`
  if (before.state.method !== state.method) return finding
  if (before.state.degree !== state.degree || before.state.lambda !== state.lambda)
    return `${who(state, units)}: ${errors(before.result, result)}, ${standard(state, result)}.`
  return `${who(state, units)} ${beside(state, result)}.`
}

function errors(from: PolynomialResult, to: PolynomialResult): string {
  const [before, after] = [from.models[to.method], to.models[to.method]]
  return `the training error ${change(before.trainError, after.trainError)}, the test error ${change(before.testError, after.testError)}`
}

/** What the numbers as they are written say: no rise from 0.030 to 0.030. */
function change(from: number, to: number): string {
  const [a, b] = [amount(from), amount(to)]
  if (a === b) return `stays at ${b}`
  return `${to < from ? 'falls' : 'rises'} from ${a} to ${b}`
}

/** Beside the cubic by least squares, on the test points. */
function standard(
  { degree, method }: PolynomialState,
  { cubic, models }: PolynomialResult,
): string {
  if (method === 'ols' && degree === 3) return 'and is the cubic that others are held against'
  const [own, other] = [amount(models[method].testError), amount(cubic.testError)]
  if (own === other) return `as much as the cubic by least squares`
  const than = models[method].testError < cubic.testError ? 'less' : 'more'
  return `${than} than the ${other} of the cubic by least squares`
}

/** What the second panel shows. */
function beside({ view, method }: PolynomialState, { models, errors: all }: PolynomialResult) {
  const { nonzeros, degree, size, trainError, testError } = models[method]
  if (view === 'coefficients') {
    const than = method === 'ols' ? '' : `, ${amount(models.ols.size)} by least squares`
    return `keeps ${nonzeros} of ${degree} coefficients; on standardised powers their sizes add up to ${amount(size)}${than}`
  }
  if (view === 'residuals') {
    const [train, test] = [trainError, testError].map((error) => amount(Math.sqrt(error)))
    return `misses its training points by ${train} in root mean square, the test points by ${test}`
  }
  const best = all.reduce((least, each) => (each.test < least.test ? each : least))
  return `has test error ${amount(testError)}; of degrees 1 to ${all.length} the best is ${best.degree}, with ${amount(best.test)}`
}

/** "Degree 12 by ridge at penalty 0.0020" */
function who({ degree, method, lambda }: PolynomialState, units: Units): string {
  const at = method === 'ols' ? '' : ` at penalty ${units.write(lambda, mixOf(method))}`
  return `Degree ${degree} by ${words[method]}${at}`
}

function newData(before: PolynomialState, after: PolynomialState): string | undefined {
  if (before.sigma !== after.sigma) return `Noise ${decimal(after.sigma)}`
  if (before.n !== after.n) return `${after.n} training points`
  return before.seed === after.seed ? undefined : `Sample ${after.seed}`
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

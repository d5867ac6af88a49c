import type { Table } from './figure.ts'
import { decimal } from './number.ts'
import type { PolynomialResult, PolynomialState } from './polynomial.ts'
import { type Model, mixOf, words } from './polynomial-models.ts'
import type { Units } from './units.ts'

/** An error as the figure writes it: their sizes span six powers of ten. */
export function amount(x: number): string {
  return decimal(x, x >= 100 ? 0 : x >= 10 ? 1 : x >= 1 ? 2 : 3)
}

const shown = ['ols', 'l2', 'l1'] as const
const columns = {
  ols: { label: 'OLS', method: 'ols' },
  l2: { label: 'L2', method: 'l2' },
  l1: { label: 'L1', method: 'l1' },
} as const

export function tables(state: PolynomialState, result: PolynomialResult, units: Units): Table[] {
  return [
    comparison(state, result, units),
    byDegree(state, result, units),
    thePoints(state, result),
    theCurve(result),
  ]
}

function comparison(state: PolynomialState, { models, cubic }: PolynomialResult, units: Units) {
  const row = (heading: string, of: (model: Model) => number | string, third: number | string) =>
    [heading, ...shown.map((method) => of(models[method])), third] as const
  const powers = Array.from({ length: state.degree }, (_, j) => j)
  const penalty = ({ method, lambda }: Model) =>
    method === 'ols' ? 0 : units.write(lambda, mixOf(method))
  return {
    caption: `Degree ${state.degree} by each method, and the cubic by least squares`,
    columns: [...shown.map((method) => columns[method]), { label: 'cubic' }],
    rows: [
      row('Penalty', penalty, 0),
      row('Training error', (model) => model.trainError, cubic.trainError),
      row('Test error', (model) => model.testError, cubic.testError),
      row('Non-zero', (model) => model.nonzeros, cubic.nonzeros),
      row('Total size, Σ|β|', (model) => model.size, cubic.size),
      ...powers.map((j) =>
        row(`β${j + 1}`, (model) => model.coefficients[j]!, cubic.coefficients[j] ?? ''),
      ),
    ],
  }
}

function byDegree({ method }: PolynomialState, result: PolynomialResult, units: Units) {
  const { lambda } = result.models[method]
  const at = method === 'ols' ? '' : ` at penalty ${units.write(lambda, mixOf(method))}`
  return {
    caption: `Errors by degree: ${words[method]}${at}`,
    columns: [
      { label: 'training', method },
      { label: 'test', method },
    ],
    rows: result.errors.map(
      ({ degree, train, test }) => [`Degree ${degree}`, train, test] as const,
    ),
  }
}

function thePoints({ method }: PolynomialState, { train, residuals }: PolynomialResult) {
  return {
    caption: 'The training points',
    columns: [{ label: 'x' }, { label: 'y' }, { label: 'residual', method }],
    rows: train.x.map((x, i) => [`Point ${i + 1}`, x, train.y[i]!, residuals.train[i]!] as const),
  }
}

function theCurve({ grid }: PolynomialResult) {
  const spots = grid.x.map((_, i) => i).filter((i) => i % 16 === 0)
  return {
    caption: 'The curves',
    columns: [{ label: 'true' }, ...shown.map((method) => columns[method])],
    rows: spots.map(
      (i) =>
        [
          `x ${decimal(grid.x[i]!, 1)}`,
          grid.truth[i]!,
          ...shown.map((method) => grid.fitted[method][i]!),
        ] as const,
    ),
  }
}

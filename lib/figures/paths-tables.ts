import type { Table } from './figure.ts'
import type { Curve } from './paths-curve.ts'
import type { PathsResult, PathsState } from './paths.ts'
import { type Units, writeEach } from './units.ts'

export function tables(state: PathsState, result: PathsResult, units: Units): Table[] {
  return [
    atCursor(state, result, units),
    bends(result, units),
    chosen(result, units),
    along(result, units),
  ]
}

const labels = { l1: 'L1', l2: 'L2', en: 'EN' } as const

function atCursor({ vs, lambda }: PathsState, { l1, truth, ...result }: PathsResult, units: Units) {
  const other = result[vs]
  return {
    caption: `Coefficients at penalty ${writeEach(units, lambda, [1, other.alpha])}`,
    columns: [{ label: 'True' }, { label: 'L1', method: 'l1' }, { label: labels[vs], method: vs }],
    rows: Array.from(
      truth,
      (value, j) => [`β${j + 1}`, value, l1.coefficients[j]!, other.coefficients[j]!] as const,
    ),
  } satisfies Table
}

function bends({ knots }: PathsResult, units: Units) {
  return {
    caption: 'Where the lasso path bends, as the penalty falls',
    columns: ['penalty', 'enters', 'leaves', 'kept below'].map((label) => ({
      label,
      method: 'l1' as const,
    })),
    rows: knots.map(
      ({ lambda, enters, leaves, nonzeros }, i) =>
        [
          `Kink ${i + 1}`,
          units.write(lambda, 1),
          features(enters),
          features(leaves),
          nonzeros,
        ] as const,
    ),
  } satisfies Table
}

function features(indices: readonly number[]): string {
  return indices.map((j) => `β${j + 1}`).join(', ')
}

function chosen({ curves }: PathsResult, units: Units) {
  const row = (heading: string, at: 'atMin' | 'at1se') =>
    [
      heading,
      ...curves.flatMap(({ alpha, lambdas, nonzeros, folds }) => [
        units.write(lambdas[folds[at]]!, alpha),
        folds.errors[folds[at] / 2]!,
        nonzeros[folds[at]]!,
      ]),
    ] as const
  return {
    caption: 'Chosen by ten-fold cross-validation',
    columns: eachOf(curves, ['penalty', 'CV error', 'kept']),
    rows: [row('Smallest error', 'atMin'), row('Within one SE', 'at1se')],
  } satisfies Table
}

function along({ curves }: PathsResult, units: Units) {
  const [lasso] = curves
  const mixes = curves.map(({ alpha }) => alpha)
  const places = Array.from(lasso.lambdas, (_, i) => i).filter((i) => i % 8 === 0)
  return {
    caption: 'Along the paths',
    columns: eachOf(curves, ['kept', 'df', 'Σ|β|', 'CV error', 'SE', 'error on new rows']),
    rows: places.map((i) => [
      `${units.letter(1)} ${writeEach(units, lasso.lambdas[i]!, mixes)}`,
      ...curves.flatMap(({ nonzeros, degreesOfFreedom, sizes, errors, folds }) => [
        nonzeros[i]!,
        degreesOfFreedom[i]!,
        sizes[i]!,
        folds.errors[i / 2]!,
        folds.standardErrors[i / 2]!,
        errors[i]!,
      ]),
    ]),
  } satisfies Table
}

function eachOf(curves: readonly Curve[], what: readonly string[]) {
  return curves.flatMap(({ method }) =>
    what.map((word) => ({ label: `${labels[method]}, ${word}`, method })),
  )
}

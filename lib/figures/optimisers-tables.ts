import type { Table } from './figure.ts'
import type { OptimisersResult, OptimisersState } from './optimisers.ts'
import { coordinate } from './optimisers-sentences.ts'
import { iterations, type Method, methods, pointAt, words } from './optimisers-walks.ts'

/** Nearer to the minimum than this, a loss says more about rounding than about a method. */
const rounding = 1e-12

/** log10 of a loss above the minimum, at least −12. */
export function digitsOf(above: number): number {
  return Math.log10(Math.max(above, rounding))
}

export function tables(state: OptimisersState, result: OptimisersResult): Table[] {
  return state.view === 'race'
    ? [standings(state, result), heights(result)]
    : [stopped(state, result)]
}

/** What has run away is a power of ten. */
function cell(b: number): number | string {
  return Math.abs(b) < 1000 ? b : coordinate(b)
}

function standings({ k }: OptimisersState, { walks, minimum }: OptimisersResult): Table {
  const row = (method: Method) => {
    const { points, above, reached } = walks[method]
    const [b1, b2] = pointAt(points, k)
    const within = reached > iterations ? `not in ${iterations}` : reached
    return [words[method], cell(b1), cell(b2), digitsOf(above[k]!), within] as const
  }
  return {
    caption: `After ${k} iterations`,
    columns: [
      { label: 'β1' },
      { label: 'β2' },
      { label: 'log10 of the loss above the minimum' },
      { label: 'iterations to 10⁻⁶' },
    ],
    rows: [...methods.map(row), ['the minimum', minimum.at[0], minimum.at[1], '', '']],
  }
}

function heights({ walks }: OptimisersResult): Table {
  const counts = Array.from({ length: iterations / 10 + 1 }, (_, i) => 10 * i)
  return {
    caption: 'log10 of the loss above the minimum; −12 stands for all that is less',
    columns: methods.map((method) => ({ label: words[method] })),
    rows: counts.map((k) => [
      `${k} iterations`,
      ...methods.map((method) => digitsOf(walks[method].above[k]!)),
    ]),
  }
}

function stopped({ k }: OptimisersState, { stopping }: OptimisersResult): Table {
  const { points, ridge, lambdas, shares } = stopping
  const counts = [...new Set([1, 2, 5, 10, 20, 50, 100, iterations, k])].toSorted((a, b) => a - b)
  const columns = ['β1', 'β2', 'share, steep', 'share, flat']
  return {
    caption: 'Gradient descent from 0, and ridge at λ = 1/(step · iterations)',
    columns: [
      ...columns.map((label) => ({ label: `descent, ${label}` })),
      { label: 'λ', method: 'l2' },
      ...columns.map((label) => ({ label, method: 'l2' as const })),
    ],
    rows: counts.map((t) => [
      `${t} iterations`,
      ...[...pointAt(points, t), ...shares[t - 1]!.descent].map(cell),
      lambdas[t - 1]!,
      ...pointAt(ridge, t - 1),
      ...shares[t - 1]!.ridge,
    ]),
  }
}

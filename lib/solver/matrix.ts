import { checkLength, refuse } from './error.ts'
import { zeros } from './kernel.ts'

/** A matrix as rows, or as one column-major buffer: element (i, j) is `values[j·rows + i]`. */
export type Matrix = readonly (readonly number[])[] | Columns

export type Columns = {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
}

/**
 * The matrix in column-major form. A column-major argument is returned as it is: do not write to it.
 * @throws SolverError 'empty' without rows or columns, 'dimension' when ragged
 */
export function toColumns(x: Matrix): Columns {
  const matrix = 'rows' in x ? x : fromRows(x)
  const { rows, columns, values } = matrix
  if (!(rows > 0 && columns > 0)) refuse('empty', `x is empty: ${rows} by ${columns}`)
  checkLength('x.values', values.length, rows * columns)
  return matrix
}

/** @throws SolverError 'non-finite' at the first NaN or ±Infinity */
export function checkFinite(values: ArrayLike<number>, name: (at: number) => string): void {
  for (let at = 0; at < values.length; at++)
    if (!Number.isFinite(values[at]))
      refuse('non-finite', `${name(at)} is ${values[at]}; it must be finite`)
}

export function checkFiniteColumns({ rows, values }: Columns): void {
  checkFinite(values, (at) => `x[${at % rows}][${Math.floor(at / rows)}]`)
}

/** The rows of x and y picked by `indices` (repeats allowed), x column-major. */
export function pickRows(x: Columns, y: ArrayLike<number>, indices: ArrayLike<number>) {
  const rows = indices.length
  const values = zeros(rows * x.columns)
  for (let j = 0; j < x.columns; j++)
    for (let i = 0; i < rows; i++) values[j * rows + i] = x.values[j * x.rows + indices[i]!]!
  const picked: Columns = { rows, columns: x.columns, values }
  return { x: picked, y: Float64Array.from(indices, (i) => y[i]!) }
}

function fromRows(x: readonly (readonly number[])[]): Columns {
  const rows = x.length
  const columns = x[0]?.length ?? 0
  const values = zeros(rows * columns)
  x.forEach((row, i) => {
    checkLength(`row ${i} of x`, row.length, columns)
    for (let j = 0; j < columns; j++) values[j * rows + i] = row[j]!
  })
  return { rows, columns, values }
}

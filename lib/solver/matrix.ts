import { refuse } from './error.ts'

/** A matrix as rows, or as one column-major buffer: element (i, j) is `values[j·rows + i]`. */
export type Matrix =
  | readonly (readonly number[])[]
  | { readonly rows: number; readonly columns: number; readonly values: Float64Array }

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
  if (!(rows > 0 && columns > 0))
    refuse('empty', `x must have at least one row and one column; got ${rows} × ${columns}`)
  if (values.length !== rows * columns)
    refuse('dimension', `x says ${rows} × ${columns} but holds ${values.length} values`)
  return matrix
}

/** @throws SolverError 'non-finite' at the first NaN or ±Infinity */
export function checkFinite({ rows, values }: Columns): void {
  for (let k = 0; k < values.length; k++)
    if (!Number.isFinite(values[k]!))
      refuse(
        'non-finite',
        `x[${k % rows}][${Math.floor(k / rows)}] is ${values[k]}; every value must be finite`,
      )
}

/** The rows of `x` picked by `indices` (repeats allowed), column-major. */
export function pickRows(x: Columns, indices: ArrayLike<number>): Columns {
  const rows = indices.length
  const values = new Float64Array(rows * x.columns)
  for (let j = 0; j < x.columns; j++)
    for (let i = 0; i < rows; i++) values[j * rows + i] = x.values[j * x.rows + indices[i]!]!
  return { rows, columns: x.columns, values }
}

function fromRows(x: readonly (readonly number[])[]): Columns {
  const rows = x.length
  const columns = x[0]?.length ?? 0
  const values = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) {
    const row = x[i]!
    if (row.length !== columns)
      refuse('dimension', `row ${i} of x has ${row.length} values; row 0 has ${columns}`)
    for (let j = 0; j < columns; j++) values[j * rows + i] = row[j]!
  }
  return { rows, columns, values }
}

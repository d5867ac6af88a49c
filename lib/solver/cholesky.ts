import { axpy, dot, zeros } from './kernel.ts'

/**
 * L of a growing and shrinking symmetric positive definite matrix M = LL', by rows, those past `size`
 * kept for reuse. Appending a row costs k², removing one (Givens rotations) at most 3k², against
 * k³/6 for a fresh start.
 */
export type Cholesky = { size: number; rows: Float64Array[] }

/** A new pivot below this share of the diagonal counts as zero: the column depends on the others. */
const refusal = 1e-14

/**
 * Adds one row and column to M.
 * @param row M[new, 0..k−1], overwritten by L⁻¹·row; as long as M may grow
 * @returns false when the pivot is refused (M would be singular); the factor is then unchanged
 */
export function append(factor: Cholesky, row: Float64Array, diagonal: number): boolean {
  const { size, rows } = factor
  solveLower(factor, row)
  const pivot = diagonal - dot(row, 0, row, 0, size)
  if (!(pivot > refusal * diagonal)) return false
  const last = (rows[size] ??= zeros(row.length))
  last.set(row.subarray(0, size))
  last[size] = Math.sqrt(pivot)
  factor.size++
  return true
}

/** Takes row and column `index` out of M. */
export function remove(factor: Cholesky, index: number): void {
  const { rows } = factor
  rows.push(...rows.splice(index, 1))
  factor.size--
  for (let i = index; i < factor.size; i++) {
    const r = Math.hypot(rows[i]![i]!, rows[i]![i + 1]!)
    const c = rows[i]![i]! / r
    const s = rows[i]![i + 1]! / r
    for (let k = i; k < factor.size; k++) {
      const row = rows[k]!
      const u = row[i]!
      const v = row[i + 1]!
      row[i] = c * u + s * v
      row[i + 1] = c * v - s * u
    }
  }
}

/** v ← L⁻¹v, in place. */
export function solveLower({ size, rows }: Cholesky, v: Float64Array): void {
  for (let i = 0; i < size; i++) v[i] = (v[i]! - dot(rows[i]!, 0, v, 0, i)) / rows[i]![i]!
}

/** v ← L'⁻¹v, in place; row by row, so that memory is read in order. */
export function solveUpper({ size, rows }: Cholesky, v: Float64Array): void {
  for (let i = size; i-- > 0;) {
    v[i] = v[i]! / rows[i]![i]!
    axpy(-v[i]!, rows[i]!, 0, v, 0, i)
  }
}

/** v ← M⁻¹v, in place. */
export function solve(factor: Cholesky, v: Float64Array): void {
  solveLower(factor, v)
  solveUpper(factor, v)
}

/** tr(M⁻¹) = ‖L⁻¹‖²_F, column by column. */
export function inverseTrace(factor: Cholesky): number {
  let trace = 0
  for (let j = 0; j < factor.size; j++) {
    const column = zeros(factor.size)
    column[j] = 1
    solveLower(factor, column)
    trace += dot(column, 0, column, 0, factor.size)
  }
  return trace
}

import { axpy, dot } from './kernel.ts'

/**
 * L of a growing and shrinking symmetric positive definite matrix M = LL', row i at `values[i·stride]`.
 * Appending a row costs k², removing one (Givens rotations) at most 3k², against k³/6 for a fresh start.
 */
export type Cholesky = { size: number; stride: number; values: Float64Array }

/** A new pivot below this share of the diagonal counts as zero: the column depends on the others. */
const refusal = 1e-14

/**
 * Adds one row and column to M.
 * @param row M[new, 0..k−1], overwritten by L⁻¹·row
 * @returns false when the pivot is refused (M would be singular); the factor is then unchanged
 */
export function append(factor: Cholesky, row: Float64Array, diagonal: number): boolean {
  const { size, stride, values } = factor
  solveLower(factor, row)
  const pivot = diagonal - dot(row, 0, row, 0, size)
  if (!(pivot > refusal * diagonal)) return false
  if (size === stride) {
    factor.stride = 2 * stride + 8
    factor.values = new Float64Array(factor.stride ** 2)
    for (let i = 0; i < size; i++)
      factor.values.set(values.subarray(i * stride, (i + 1) * stride), i * factor.stride)
  }
  const at = size * factor.stride
  for (let i = 0; i < size; i++) factor.values[at + i] = row[i]!
  factor.values[at + size] = Math.sqrt(pivot)
  factor.size++
  return true
}

/** Takes row and column `index` out of M. */
export function remove(factor: Cholesky, index: number): void {
  const { stride, values } = factor
  const end = --factor.size * stride
  values.copyWithin(index * stride, (index + 1) * stride, end + stride)
  for (let i = index; i < factor.size; i++) {
    const at = i * stride + i
    const r = Math.hypot(values[at]!, values[at + 1]!)
    const c = values[at]! / r
    const s = values[at + 1]! / r
    for (let k = at; k < end; k += stride) {
      const u = values[k]!
      const v = values[k + 1]!
      values[k] = c * u + s * v
      values[k + 1] = c * v - s * u
    }
  }
}

/** v ← L⁻¹v, in place. */
export function solveLower({ size, stride, values }: Cholesky, v: Float64Array): void {
  for (let i = 0, at = 0; i < size; i++, at += stride)
    v[i] = (v[i]! - dot(values, at, v, 0, i)) / values[at + i]!
}

/** v ← L'⁻¹v, in place; row by row, so that memory is read in order. */
export function solveUpper({ size, stride, values }: Cholesky, v: Float64Array): void {
  for (let i = size; i-- > 0;) {
    v[i] = v[i]! / values[i * stride + i]!
    axpy(-v[i]!, values, i * stride, v, 0, i)
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
    const column = new Float64Array(factor.size)
    column[j] = 1
    solveLower(factor, column)
    trace += dot(column, 0, column, 0, factor.size)
  }
  return trace
}

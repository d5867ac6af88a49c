import { dot } from './kernel.ts'

/**
 * L of a growing and shrinking symmetric positive definite matrix M = LL', row i at `values[i·stride]`.
 * Appending a row costs k², removing one (Givens rotations) at most 3k², against k³/6 for a fresh start.
 */
export type Cholesky = { size: number; stride: number; values: Float64Array }

/** A new pivot below this share of the diagonal counts as zero: the column depends on the others. */
const refusal = 1e-14

export function createCholesky(capacity: number): Cholesky {
  return { size: 0, stride: capacity, values: new Float64Array(capacity * capacity) }
}

/**
 * Adds one row and column to M.
 * @param row M[new, 0..k−1], overwritten by L⁻¹·row
 * @returns false when the pivot is refused (M would be singular); the factor is then unchanged
 */
export function append(factor: Cholesky, row: Float64Array, diagonal: number): boolean {
  const k = factor.size
  solveLower(factor, row)
  const pivot = diagonal - dot(row, 0, row, 0, k)
  if (!(pivot > refusal * diagonal)) return false
  if (k === factor.stride) grow(factor)
  const at = k * factor.stride
  for (let i = 0; i < k; i++) factor.values[at + i] = row[i]!
  factor.values[at + k] = Math.sqrt(pivot)
  factor.size = k + 1
  return true
}

/** Takes row and column `index` out of M. */
export function remove(factor: Cholesky, index: number): void {
  const { stride, values } = factor
  const k = factor.size - 1
  for (let i = index; i < k; i++) {
    const to = i * stride
    const from = to + stride
    for (let j = 0; j <= i + 1; j++) values[to + j] = values[from + j]!
  }
  for (let i = index; i < k; i++) {
    const a = values[i * stride + i]!
    const b = values[i * stride + i + 1]!
    const r = Math.hypot(a, b)
    const c = a / r
    const s = b / r
    values[i * stride + i] = r
    for (let at = (i + 1) * stride + i; at < k * stride; at += stride) {
      const u = values[at]!
      const v = values[at + 1]!
      values[at] = c * u + s * v
      values[at + 1] = c * v - s * u
    }
  }
  factor.size = k
}

/** v ← L⁻¹v, in place. */
export function solveLower(factor: Cholesky, v: Float64Array): void {
  const { size, stride, values } = factor
  for (let i = 0, at = 0; i < size; i++, at += stride)
    v[i] = (v[i]! - dot(values, at, v, 0, i)) / values[at + i]!
}

/** v ← L'⁻¹v, in place; row by row, so that memory is read in order, four rows to a pass. */
export function solveUpper(factor: Cholesky, v: Float64Array): void {
  const { size, stride, values } = factor
  let i = size
  for (; i >= 4; i -= 4) {
    const a = (i - 1) * stride
    const b = a - stride
    const c = b - stride
    const d = c - stride
    const x = v[i - 1]! / values[a + i - 1]!
    const y = (v[i - 2]! - x * values[a + i - 2]!) / values[b + i - 2]!
    const z = (v[i - 3]! - x * values[a + i - 3]! - y * values[b + i - 3]!) / values[c + i - 3]!
    const rest = x * values[a + i - 4]! + y * values[b + i - 4]! + z * values[c + i - 4]!
    const w = (v[i - 4]! - rest) / values[d + i - 4]!
    v[i - 1] = x
    v[i - 2] = y
    v[i - 3] = z
    v[i - 4] = w
    for (let j = 0; j < i - 4; j++)
      v[j] =
        v[j]! -
        (x * values[a + j]! + y * values[b + j]! + (z * values[c + j]! + w * values[d + j]!))
  }
  while (i-- > 0) {
    const at = i * stride
    const value = v[i]! / values[at + i]!
    v[i] = value
    for (let j = 0; j < i; j++) v[j] = v[j]! - value * values[at + j]!
  }
}

/** v ← M⁻¹v, in place. */
export function solve(factor: Cholesky, v: Float64Array): void {
  solveLower(factor, v)
  solveUpper(factor, v)
}

/** tr(M⁻¹) = ‖L⁻¹‖²_F. */
export function inverseTrace(factor: Cholesky): number {
  const { size, stride, values } = factor
  const column = new Float64Array(size)
  let trace = 0
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      const sum = dot(values, i * stride + j, column, j, i - j)
      const entry = ((i === j ? 1 : 0) - sum) / values[i * stride + i]!
      column[i] = entry
      trace += entry * entry
    }
  }
  return trace
}

function grow(factor: Cholesky): void {
  const stride = 2 * factor.stride
  const values = new Float64Array(stride * stride)
  for (let i = 0; i < factor.size; i++)
    values.set(factor.values.subarray(i * factor.stride, i * factor.stride + i + 1), i * stride)
  factor.stride = stride
  factor.values = values
}

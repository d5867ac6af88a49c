import { axpy, dot, zeros } from './kernel.ts'
import type { Design } from './problem.ts'

/**
 * Singular values (descending) and right singular vectors of an n × p matrix, k = min(n, p).
 * `rank` counts the values above max(n, p)·ε·d₁, as numpy and LAPACK users expect.
 */
export type Spectrum = {
  readonly values: Float64Array
  /** p × k, column-major */
  readonly vectors: Float64Array
  readonly rank: number
}

/** Of Z, made when first needed and kept with the design. */
export function spectrum({ z, n, p, shared }: Design): Spectrum {
  return (shared.spectrum ??= spectrumOf(z, n, p))
}

/**
 * QR first, then one-sided Jacobi rotations on the small triangle (Demmel & Veselić 1992): every
 * singular value to high relative accuracy, without forming Z'Z.
 * @param z n × p, column-major; not changed
 */
function spectrumOf(z: Float64Array, n: number, p: number): Spectrum {
  const k = Math.min(n, p)
  const triangle =
    n >= p ? upperTriangle(z.slice(), n, p) : upperTriangle(transposed(z, n, p), p, n)
  const rotations = jacobi(triangle, k)
  const norm = (j: number) => Math.sqrt(dot(triangle, j * k, triangle, j * k, k))
  const order = Array.from({ length: k }, (_, j) => j).sort((a, b) => norm(b) - norm(a))
  const values = Float64Array.from(order, norm)
  const cut = Math.max(n, p) * 2 ** -52 * (values[0] ?? 0)
  const rank = values.findLastIndex((value) => value > cut) + 1
  const vectors = zeros(p * k)
  order.forEach((j, to) => {
    const vector = rotations.subarray(j * k, j * k + k)
    if (n >= p) vectors.set(vector, to * p)
    else if (to < rank)
      for (let c = 0; c < p; c++) vectors[to * p + c] = dot(z, c * n, vector, 0, n) / values[to]!
  })
  return { values, vectors, rank }
}

/**
 * R of the QR decomposition by modified Gram–Schmidt, columns × columns, column-major: as backward
 * stable as Householder's (Björck 1967), Q not being needed. Overwrites a.
 */
function upperTriangle(a: Float64Array, rows: number, columns: number): Float64Array {
  const r = zeros(columns * columns)
  for (let j = 0; j < columns; j++) {
    const norm = Math.sqrt(dot(a, j * rows, a, j * rows, rows))
    r[j * columns + j] = norm
    for (let k = j + 1; k < columns && norm > 0; k++) {
      const share = dot(a, j * rows, a, k * rows, rows) / norm
      r[k * columns + j] = share
      axpy(-share / norm, a, j * rows, a, k * rows, rows)
    }
  }
  return r
}

/** Rotates pairs of columns of the k × k matrix until all are orthogonal; returns the rotations. */
function jacobi(a: Float64Array, k: number): Float64Array {
  const v = zeros(k * k)
  for (let j = 0; j < k; j++) v[j * k + j] = 1
  for (let sweep = 0, turning = true; turning && sweep < 60; sweep++) {
    turning = false
    for (let p = 0; p < k - 1; p++)
      for (let q = p + 1; q < k; q++) {
        const alpha = dot(a, p * k, a, p * k, k)
        const beta = dot(a, q * k, a, q * k, k)
        const gamma = dot(a, p * k, a, q * k, k)
        if (Math.abs(gamma) <= 2 ** -52 * Math.sqrt(alpha * beta)) continue
        turning = true
        const zeta = (beta - alpha) / (2 * gamma)
        const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta))
        const c = 1 / Math.hypot(1, t)
        rotate(a, p * k, q * k, k, c, c * t)
        rotate(v, p * k, q * k, k, c, c * t)
      }
  }
  return v
}

function rotate(a: Float64Array, i: number, j: number, k: number, c: number, s: number): void {
  for (let r = 0; r < k; r++) {
    const u = a[i + r]!
    const w = a[j + r]!
    a[i + r] = c * u - s * w
    a[j + r] = s * u + c * w
  }
}

function transposed(z: Float64Array, n: number, p: number): Float64Array {
  const out = zeros(n * p)
  for (let j = 0; j < p; j++) for (let i = 0; i < n; i++) out[i * p + j] = z[j * n + i]!
  return out
}

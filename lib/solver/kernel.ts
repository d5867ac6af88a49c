/**
 * The two inner loops of the whole room. Four accumulators break the chain of dependent additions,
 * which is what limits a dot product in plain JavaScript; the order of summation is fixed, so
 * results are the same on every machine.
 */

/** Σ a[i + k]·b[j + k] over k < n. */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const whole = n - (n & 3)
  let k = 0
  for (; k < whole; k += 4) {
    s0 += a[i + k]! * b[j + k]!
    s1 += a[i + k + 1]! * b[j + k + 1]!
    s2 += a[i + k + 2]! * b[j + k + 2]!
    s3 += a[i + k + 3]! * b[j + k + 3]!
  }
  for (; k < n; k++) s0 += a[i + k]! * b[j + k]!
  return s0 + s1 + (s2 + s3)
}

/** Σ a[i + k] over k < n. */
export function sum(a: Float64Array, i: number, n: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const whole = i + n - (n & 3)
  let k = i
  for (; k < whole; k += 4) {
    s0 += a[k]!
    s1 += a[k + 1]!
    s2 += a[k + 2]!
    s3 += a[k + 3]!
  }
  for (; k < i + n; k++) s0 += a[k]!
  return s0 + s1 + (s2 + s3)
}

/** y[j + k] += c·x[i + k] over k < n. */
export function axpy(
  c: number,
  x: Float64Array,
  i: number,
  y: Float64Array,
  j: number,
  n: number,
): void {
  for (let k = 0; k < n; k++) y[j + k] = y[j + k]! + c * x[i + k]!
}

/**
 * out −= Σ weights[j]·(column j of a) over the first `size` members j; columns are n long, column j
 * starts at j·n. Four columns a pass: out is read and written a quarter as often.
 */
export function subtractColumns(
  a: Float64Array,
  n: number,
  members: Int32Array,
  size: number,
  weights: Float64Array,
  out: Float64Array,
): void {
  let i = 0
  for (; i + 3 < size; i += 4) {
    const j0 = members[i]!
    const j1 = members[i + 1]!
    const j2 = members[i + 2]!
    const j3 = members[i + 3]!
    const w0 = weights[j0]!
    const w1 = weights[j1]!
    const w2 = weights[j2]!
    const w3 = weights[j3]!
    const a0 = j0 * n
    const a1 = j1 * n
    const a2 = j2 * n
    const a3 = j3 * n
    for (let k = 0; k < n; k++)
      out[k] = out[k]! - (w0 * a[a0 + k]! + w1 * a[a1 + k]! + (w2 * a[a2 + k]! + w3 * a[a3 + k]!))
  }
  for (; i < size; i++) axpy(-weights[members[i]!]!, a, members[i]! * n, out, 0, n)
}

/** max |a[k]| over k < n; 0 for nothing. */
export function maxAbs(a: Float64Array): number {
  let m = 0
  for (let k = 0; k < a.length; k++) m = Math.max(m, Math.abs(a[k]!))
  return m
}

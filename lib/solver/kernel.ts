/**
 * The inner loops of the whole room. Four accumulators break the chain of dependent additions, which
 * is what limits a dot product in plain JavaScript; the order of summation is fixed, so results are
 * the same on every machine.
 */

/** A vector of n zeros. */
export function zeros(n: number): Float64Array<ArrayBuffer> {
  return new Float64Array(n)
}

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

/** y[j + k] += c·x[i + k] over k < n. */
export function axpy(
  c: number,
  x: Float64Array,
  i: number,
  y: Float64Array,
  j: number,
  n: number,
): void {
  for (let k = 0; k < n; k++) y[j + k]! += c * x[i + k]!
}

/** The indices of what is not 0, ascending. */
export function support(a: Float64Array): number[] {
  const indices: number[] = []
  for (let j = 0; j < a.length; j++) if (a[j] !== 0) indices.push(j)
  return indices
}

/**
 * out += sign·Σ weights[j]·(column j of a) over columns as long as `out`. Four columns a
 * pass: out is read and written a quarter as often.
 */
export function addColumns(
  sign: number,
  a: Float64Array,
  weights: Float64Array,
  out: Float64Array,
): void {
  const n = out.length
  const used = support(weights)
  let i = 0
  for (; i + 3 < used.length; i += 4) {
    const [j0, j1, j2, j3] = [used[i]!, used[i + 1]!, used[i + 2]!, used[i + 3]!]
    const [w0, w1, w2, w3] = [weights[j0]!, weights[j1]!, weights[j2]!, weights[j3]!]
    const [a0, a1, a2, a3] = [j0 * n, j1 * n, j2 * n, j3 * n]
    for (let k = 0; k < n; k++)
      out[k]! += sign * (w0 * a[a0 + k]! + w1 * a[a1 + k]! + (w2 * a[a2 + k]! + w3 * a[a3 + k]!))
  }
  for (; i < used.length; i++) axpy(sign * weights[used[i]!]!, a, used[i]! * n, out, 0, n)
}

/** out[j] = (column j of a)·v/n, columns as long as v. */
export function meanProductsWith(a: Float64Array, v: Float64Array, out: Float64Array): void {
  const n = v.length
  for (let j = 0; j < out.length; j++) out[j] = dot(a, j * n, v, 0, n) / n
}

/** max |a[k]|; 0 for nothing. */
export function maxAbs(a: Float64Array): number {
  let m = 0
  for (let k = 0; k < a.length; k++) m = Math.max(m, Math.abs(a[k]!))
  return m
}

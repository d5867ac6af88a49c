import { check, checkCount, checkStrength } from './error.ts'
import { zeros } from './kernel.ts'

export type DataSpec = {
  seed: number
  n: number
  p: number
  /** correlation of neighbouring columns, in [−1, 1]; columns k apart have rho^k */
  rho: number
  /** number of true features */
  k: number
  /** true features stand at columns 0, step, 2·step, … */
  step: number
  /** standard deviation of the noise */
  sigma: number
  intercept?: number
  kind?: 'gaussian' | 'binary'
}

/**
 * Synthetic regression data, the same to the last bit in every language (the arithmetic is sums,
 * products and one square root in a fixed order). x is n rows of p; truth.coefficients has length p.
 */
export function makeData(spec: DataSpec): {
  x: number[][]
  y: Float64Array
  truth: { intercept: number; coefficients: Float64Array }
} {
  const { n, p, rho, k, step, sigma, intercept = 0, kind = 'gaussian' } = spec
  checkCount('n', n)
  checkCount('p', p)
  checkCount('k', k, 0)
  checkCount('step', step)
  check(Math.abs(rho) <= 1, 'rho', rho, 'in [-1, 1]')
  checkStrength(sigma, 'sigma')
  check(k === 0 || (k - 1) * step < p, 'p', p, `more than ${(k - 1) * step}`)
  const normal = normals(spec.seed)
  const fresh = Math.sqrt(1 - rho * rho)
  const x = Array.from({ length: n }, () => {
    const row = [normal()]
    for (let j = 1; j < p; j++) row.push(rho * row[j - 1]! + fresh * normal())
    return row
  })
  const coefficients = zeros(p)
  for (let q = 0; q < k; q++) coefficients[q * step] = ((q % 2 ? -3 : 3) * (k - q)) / k
  const y = Float64Array.from(x, (row) => {
    let eta = intercept
    for (let q = 0; q < k; q++) eta += row[q * step]! * coefficients[q * step]!
    const value = eta + sigma * normal()
    return kind === 'binary' ? Number(value > 0) : value
  })
  return { x, y, truth: { intercept, coefficients } }
}

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32). */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Nearly normal numbers, sums of twelve uniforms minus 6: exact in every language, |z| < 6. */
export function normals(seed: number): () => number {
  const uniform = uniforms(seed)
  return () => {
    let sum = 0
    for (let i = 0; i < 12; i++) sum += uniform()
    return sum - 6
  }
}

import type { Problem } from './problem.ts'

/** The logistic loss at one η, with what its derivatives need; all of length n. */
export type LogisticPoint = {
  eta: Float64Array
  probability: Float64Array
  /** π(1 − π) */
  weight: Float64Array
  /** Σ weight */
  totalWeight: number
  /** Σ (y − π) */
  imbalance: number
  /** mean log-loss */
  loss: number
}

export function createPoint(n: number): LogisticPoint {
  const fresh = () => new Float64Array(n)
  const [eta, probability, weight] = [fresh(), fresh(), fresh()]
  return { eta, probability, weight, totalWeight: 0, imbalance: 0, loss: 0 }
}

/**
 * Fills a point from its eta. One exponential per row; log(1 + e^−|η|) is added up as the logarithm
 * of a product, taken every 512 rows, before 2^512 could overflow.
 */
export function evaluate({ n, y }: Problem, point: LogisticPoint): void {
  const { eta, probability, weight } = point
  let loss = 0
  let product = 1
  let totalWeight = 0
  let imbalance = 0
  for (let i = 0; i < n; i++) {
    const e = eta[i]!
    const small = Math.exp(-Math.abs(e))
    const share = 1 / (1 + small)
    const pi = e < 0 ? small * share : share
    const w = small * share * share
    probability[i] = pi
    weight[i] = w
    totalWeight += w
    // y − π without cancellation when π is close to y
    imbalance += y[i] === 1 ? (e < 0 ? share : small * share) : -pi
    loss += y[i] === 1 ? Math.max(-e, 0) : Math.max(e, 0)
    product *= 1 + small
    if ((i & 511) === 511) {
      loss += Math.log(product)
      product = 1
    }
  }
  point.loss = (loss + Math.log(product)) / n
  point.totalWeight = totalWeight
  point.imbalance = imbalance
}

/**
 * Mean Kullback–Leibler divergence of u = y − scale·residual from π: the loss's part of the duality
 * gap. Tiny near the optimum, where its second-order term is used.
 * @param residual y − π, shifted so that it sums to 0 when there is an intercept
 */
export function divergence(
  { n, y }: Problem,
  { probability, weight }: LogisticPoint,
  residual: Float64Array,
  scale: number,
): number {
  let sum = 0
  for (let i = 0; i < n; i++) {
    const pi = probability[i]!
    const u = Math.min(1, Math.max(0, y[i]! - scale * residual[i]!))
    const shift = u - pi
    const w = weight[i]!
    if (Math.abs(shift) <= 1e-5 * w) sum += w > 0 ? (shift * shift) / (2 * w) : 0
    else sum += relative(u, pi) + relative(1 - u, 1 - pi)
  }
  return Math.max(0, sum / n)
}

function relative(u: number, pi: number): number {
  return u > 0 ? u * Math.log(u / pi) : 0
}

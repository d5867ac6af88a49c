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

/** The point of an eta, which it keeps; to be filled by `evaluate`. */
export function pointAt(eta: Float64Array): LogisticPoint {
  return {
    eta,
    probability: eta.slice(),
    weight: eta.slice(),
    totalWeight: 0,
    imbalance: 0,
    loss: 0,
  }
}

/**
 * Fills a point from its eta. One exponential per row; log(1 + e^−|η|) is added up as the logarithm
 * of a product, taken before that could overflow.
 */
export function evaluate(y: Float64Array, point: LogisticPoint): number {
  const { eta, probability, weight } = point
  let loss = 0
  let product = 1
  let totalWeight = 0
  let imbalance = 0
  for (let i = 0; i < y.length; i++) {
    const e = eta[i]!
    const small = Math.exp(-Math.abs(e))
    const share = 1 / (1 + small)
    const less = small * share
    const pi = (probability[i] = e < 0 ? less : share)
    const w = (weight[i] = less * share)
    totalWeight += w
    imbalance += y[i]! - pi
    loss += Math.max(0, y[i] ? -e : e)
    product *= 1 + small
    if (product > 1e300) {
      loss += Math.log(product)
      product = 1
    }
  }
  point.totalWeight = totalWeight
  point.imbalance = imbalance
  return (point.loss = (loss + Math.log(product)) / y.length)
}

/**
 * Mean Kullback–Leibler divergence of u = y − scale·residual from π: the loss's part of the duality
 * gap, to about 1e-16.
 * @param residual y − π, shifted so that it sums to 0 when there is an intercept
 */
export function divergence(
  y: Float64Array,
  { probability }: LogisticPoint,
  residual: Float64Array,
  scale: number,
): number {
  const part = (u: number, pi: number) => (u > 0 ? u * Math.log(u / pi) : 0)
  let sum = 0
  for (let i = 0; i < y.length; i++) {
    const pi = probability[i]!
    const u = Math.min(1, Math.max(0, y[i]! - scale * residual[i]!))
    sum += part(u, pi) + part(1 - u, 1 - pi)
  }
  return Math.max(0, sum / y.length)
}

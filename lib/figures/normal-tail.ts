/** The density of N(0, 1) at x. */
export function normalDensity(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * The probability that N(0, 1) is above x, to 1e-12 of itself also far out, where 1 − Φ would be 0:
 * up to 3 the series φ(x)·(x + x³/3 + x⁵/15 + …) for what lies between 0 and x, from there on
 * Laplace's continued fraction φ(x)/(x + 1/(x + 2/(x + …))) (Abramowitz & Stegun 26.2.11, 26.2.14).
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x)
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 3; k < 80; k += 2) sum += term *= (x * x) / k
    return 0.5 - normalDensity(x) * sum
  }
  let below = x
  for (let k = 60; k > 0; k--) below = x + k / below
  return normalDensity(x) / below
}

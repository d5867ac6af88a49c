import { checkPositive, refuse } from './error.ts'
import { softThreshold } from './proximal.ts'

export type PosteriorSpec = {
  /** the observation: z ~ N(b, σ²) */
  z: number
  sigma: number
  /** gaussian: b ~ N(0, 1/λ); laplace: density λ/2·e^(−λ|b|) */
  prior: 'gaussian' | 'laplace'
  /** > 0 */
  lambda: number
  /** where to evaluate the densities */
  points?: ArrayLike<number>
}

export type Posterior = {
  /** the maximum: what the penalised fit reports */
  mode: number
  mean: number
  sd: number
  points: Float64Array
  /** densities at the points; the likelihood is scaled to integrate to 1 over b */
  prior: Float64Array
  likelihood: Float64Array
  posterior: Float64Array
}

/**
 * The posterior of one weight. With σ = 1 its mode is the ridge or lasso fit of one observation
 * (Park & Casella 2008); the mean of the Laplace posterior is not 0 where the mode is.
 */
export function posterior1d(spec: PosteriorSpec): Posterior {
  const { z, sigma, prior, lambda } = spec
  if (!Number.isFinite(z)) refuse('non-finite', `z is ${z}; it must be finite`)
  checkPositive('sigma', sigma)
  checkPositive('lambda', lambda)
  const points = Float64Array.from(spec.points ?? [])
  const variance = sigma * sigma
  const gaussian = prior === 'gaussian'
  const mode = gaussian ? z / (1 + lambda * variance) : softThreshold(z, lambda * variance)
  const logDensity = (b: number) =>
    -((z - b) ** 2) / (2 * variance) - (gaussian ? (lambda * b * b) / 2 : lambda * Math.abs(b))
  const peak = logDensity(mode)
  const density = (b: number) => Math.exp(logDensity(b) - peak)
  const normal = (b: number, centre: number, sd: number) =>
    Math.exp(-(((b - centre) / sd) ** 2) / 2) / (Math.sqrt(2 * Math.PI) * sd)
  let mean = mode
  let sd = sigma / Math.sqrt(1 + lambda * variance)
  let mass = 1 / normal(0, 0, sd)
  if (!gaussian) {
    // on each side of 0 the density is a piece of a Gaussian: smooth, so Simpson's rule is enough
    const piece = (side: number, moment: (b: number) => number) => {
      const centre = side * z - lambda * variance
      const reach =
        centre < 0 ? Math.min(12 * sigma, (40 * variance) / -centre) : centre + 12 * sigma
      // Simpson's rule on 2000 panels
      let sum = 0
      for (let k = 0; k <= 2000; k++) {
        const b = (side * k * reach) / 2000
        sum += (k % 2 ? 4 : k % 2000 ? 2 : 1) * moment(b) * density(b)
      }
      return (sum * reach) / 6000
    }
    const integral = (moment: (b: number) => number) => piece(1, moment) + piece(-1, moment)
    mass = integral(() => 1)
    mean = integral((b) => b) / mass
    sd = Math.sqrt(integral((b) => (b - mean) ** 2) / mass)
  }
  return {
    mode,
    mean,
    sd,
    points,
    prior: points.map((b) =>
      gaussian
        ? normal(b, 0, 1 / Math.sqrt(lambda))
        : (lambda / 2) * Math.exp(-lambda * Math.abs(b)),
    ),
    likelihood: points.map((b) => normal(b, z, sigma)),
    posterior: points.map((b) => density(b) / mass),
  }
}

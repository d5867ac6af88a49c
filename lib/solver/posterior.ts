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
  const moments = gaussian
    ? gaussianMoments(mode, 1 / (1 / variance + lambda))
    : laplaceMoments(density, z, sigma, lambda)
  const root = Math.sqrt(2 * Math.PI)
  return {
    mode,
    mean: moments.mean,
    sd: moments.sd,
    points,
    prior: points.map((b) =>
      gaussian
        ? (Math.sqrt(lambda) / root) * Math.exp((-lambda * b * b) / 2)
        : (lambda / 2) * Math.exp(-lambda * Math.abs(b)),
    ),
    likelihood: points.map((b) => Math.exp(-((z - b) ** 2) / (2 * variance)) / (root * sigma)),
    posterior: points.map((b) => density(b) / moments.mass),
  }
}

function gaussianMoments(mean: number, variance: number) {
  return { mean, sd: Math.sqrt(variance), mass: Math.sqrt(2 * Math.PI * variance) }
}

/** On each side of 0 the density is a piece of a Gaussian: smooth, so Simpson's rule is enough. */
function laplaceMoments(density: (b: number) => number, z: number, sigma: number, lambda: number) {
  const reach = (side: number) => {
    const centre = side * z - lambda * sigma * sigma
    return centre >= 0 ? centre + 12 * sigma : Math.min(12 * sigma, (40 * sigma * sigma) / -centre)
  }
  const both = (moment: (b: number) => number) =>
    simpson((b) => moment(b) * density(b), reach(1)) +
    simpson((b) => moment(-b) * density(-b), reach(-1))
  const mass = both(() => 1)
  const mean = both((b) => b) / mass
  return { mass, mean, sd: Math.sqrt(both((b) => (b - mean) ** 2) / mass) }
}

/** ∫ f over [0, to] by Simpson's rule on 2000 panels. */
function simpson(f: (b: number) => number, to: number): number {
  const panels = 2000
  const width = to / panels
  let sum = f(0) + f(to)
  for (let k = 1; k < panels; k++) sum += (k % 2 === 0 ? 2 : 4) * f(k * width)
  return (sum * width) / 3
}

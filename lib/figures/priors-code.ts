import type { Code } from './code.ts'
import type { PriorsResult, PriorsState } from './priors.ts'

/**
 * On each side of 0 the Laplace posterior is a piece of a normal density; with w the mass of each,
 * its mean is z − λ(w₊ − w₋)/(w₊ + w₋). Each language prints mode and mean, Gaussian and Laplace.
 */
export function priorsCode({ z, sigma, lambda }: PriorsState, { l1, l2 }: PriorsResult): Code[] {
  return [
    {
      kind: 'lines',
      says: 'Mode and mean of both posteriors: Gaussian prior, then Laplace prior',
      python: `import math

z, sigma, lam = ${z}, ${sigma}, ${lambda}

def Phi(x):
    return math.erfc(-x / math.sqrt(2)) / 2

ridge = z / (1 + lam)
lasso = math.copysign(max(abs(z) - lam, 0), z)
above = math.exp(-z * lam / sigma**2) * Phi((z - lam) / sigma)  # mass of b > 0, up to a factor
below = math.exp(z * lam / sigma**2) * Phi((-z - lam) / sigma)
print(ridge, ridge, lasso, z - lam * (above - below) / (above + below))`,
      r: `z <- ${z}; sigma <- ${sigma}; lambda <- ${lambda}

ridge <- z / (1 + lambda)
lasso <- sign(z) * max(abs(z) - lambda, 0)
above <- exp(-z * lambda / sigma^2) * pnorm((z - lambda) / sigma)  # mass of b > 0, up to a factor
below <- exp(z * lambda / sigma^2) * pnorm((-z - lambda) / sigma)
mean <- z - lambda * (above - below) / (above + below)
cat(sprintf("%.12g", c(ridge, ridge, lasso, mean)), "\\n")`,
      typescript: `import { posterior1d } from '#lib/solver/index.ts'

const seen = { z: ${z}, sigma: ${sigma}, lambda: ${lambda} / ${sigma} ** 2 }
const gaussian = posterior1d({ ...seen, prior: 'gaussian' })
const laplace = posterior1d({ ...seen, prior: 'laplace' })
console.log(gaussian.mode, gaussian.mean, laplace.mode, laplace.mean)`,
      expected: [l2.mode, l2.mean, l1.mode, l1.mean],
    },
  ]
}

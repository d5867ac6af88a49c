'use client'

import { island } from './island.tsx'
// The style sheets stand here, and not beside what they style: they must be there before the code is.
import '#app/_figure/figure.css'
import '#app/_ui/segments.module.css'

/* Every figure as an island of its own, by its id. Only names are here: the code comes with `import()`. */

export const geometry = island('geometry', async () => (await import('./geometry.tsx')).Geometry)

export const paths = island('paths', async () => (await import('./paths.tsx')).Paths)

export const collinear = island(
  'collinear',
  async () => (await import('./collinear.tsx')).Collinear,
)

export const grouping = island('grouping', async () => (await import('./grouping.tsx')).Grouping)

export const conventions = island(
  'conventions',
  async () => (await import('./conventions.tsx')).Conventions,
)

export const biasVariance = island(
  'bias-variance',
  async () => (await import('./bias-variance.tsx')).BiasVariance,
)

export const stability = island(
  'stability',
  async () => (await import('./stability.tsx')).Stability,
)

export const logistic = island('logistic', async () => (await import('./logistic.tsx')).Logistic)

export const priors = island('priors', async () => (await import('./priors.tsx')).Priors)

export const shrinkage = island(
  'shrinkage',
  async () => (await import('./shrinkage.tsx')).Shrinkage,
)

export const polynomial = island(
  'polynomial',
  async () => (await import('./polynomial.tsx')).Polynomial,
)

export const optimisers = island(
  'optimisers',
  async () => (await import('./optimisers.tsx')).Optimisers,
)

import type { HeavyId } from '#lib/figures/heavy.ts'
import type { FigureId } from '#lib/figures/index.ts'

/* Where the code of each figure lies. A module of its own: these thirteen lists of chunks weigh more than
   the islands, and are fetched with the first figure that a reader comes near. */

const heavy = {
  'bias-variance': () => import('./bias-variance.tsx'),
  stability: () => import('./stability.tsx'),
} satisfies Record<HeavyId, unknown>

export const loaders = {
  geometry: async () => (await import('./geometry.tsx')).Geometry,
  paths: async () => (await import('./paths.tsx')).Paths,
  collinear: async () => (await import('./collinear.tsx')).Collinear,
  'bias-variance': async () => (await heavy['bias-variance']()).BiasVariance,
  polynomial: async () => (await import('./polynomial.tsx')).Polynomial,
  logistic: async () => (await import('./logistic.tsx')).Logistic,
  shrinkage: async () => (await import('./shrinkage.tsx')).Shrinkage,
  priors: async () => (await import('./priors.tsx')).Priors,
  grouping: async () => (await import('./grouping.tsx')).Grouping,
  conventions: async () => (await import('./conventions.tsx')).Conventions,
  stability: async () => (await heavy.stability()).Stability,
  optimisers: async () => (await import('./optimisers.tsx')).Optimisers,
  thresholds: async () => (await import('./thresholds.tsx')).Thresholds,
}

/** What a heavy figure needs before it is drawn: with its own code, for fetched by itself it would come twice. */
export async function prepare(id: FigureId, state: string): Promise<void> {
  if (isHeavy(id)) await (await heavy[id]()).prepare(id, state)
}

function isHeavy(id: FigureId): id is HeavyId {
  return Object.hasOwn(heavy, id)
}

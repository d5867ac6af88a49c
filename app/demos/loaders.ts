import type { FigureId } from '#lib/figures/index.ts'

/* Where the code of each figure lies. A module of its own: these twelve lists of chunks weigh more than
   the islands, and are fetched with the first figure that a reader comes near. */

export const loaders = {
  geometry: async () => (await import('./geometry.tsx')).Geometry,
  paths: async () => (await import('./paths.tsx')).Paths,
  collinear: async () => (await import('./collinear.tsx')).Collinear,
  'bias-variance': async () => (await import('./bias-variance.tsx')).BiasVariance,
  polynomial: async () => (await import('./polynomial.tsx')).Polynomial,
  logistic: async () => (await import('./logistic.tsx')).Logistic,
  shrinkage: async () => (await import('./shrinkage.tsx')).Shrinkage,
  priors: async () => (await import('./priors.tsx')).Priors,
  grouping: async () => (await import('./grouping.tsx')).Grouping,
  conventions: async () => (await import('./conventions.tsx')).Conventions,
  stability: async () => (await import('./stability.tsx')).Stability,
  optimisers: async () => (await import('./optimisers.tsx')).Optimisers,
}

/** What a heavy figure needs before it is drawn. */
export async function prepare(id: FigureId, state: string): Promise<void> {
  await (await import('#app/_figure/computer.ts')).prepare(id, state)
}

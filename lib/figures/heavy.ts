import type { Figure } from './figure.ts'

/** The figures that a worker computes, each to be fetched there on demand: those with `heavy: true`. */
export const heavy = {
  'bias-variance': async () => (await import('./bias-variance.ts')).biasVariance,
  stability: async () => (await import('./stability.ts')).stability,
} satisfies Record<string, () => Promise<unknown>>

export type HeavyId = keyof typeof heavy

/** @throws if it is not one of the heavy ones */
export async function heavyFigure(id: string): Promise<Figure> {
  if (!Object.hasOwn(heavy, id)) throw new Error(`no figure “${id}” is computed by a worker`)
  return (await heavy[id as HeavyId]()) as unknown as Figure
}

import type { GeometryResult, GeometryState } from './geometry.ts'

/** Another least-squares point and another correlation, at the same budget or penalty. */
export const geometryVariant = {
  keeps: 'L1 drops a coefficient that the other method keeps.',
  draw: (random: () => number): Partial<GeometryState> => ({
    b1: -1.5 + 4.7 * random(),
    b2: -1.7 + 4.7 * random(),
    rho: -0.8 + 1.6 * random(),
  }),
  /** how far from zero the other method puts what L1 drops, in units of β */
  slack({ vs }: GeometryState, { l1, ...result }: GeometryResult): number {
    const other = result[vs]
    const dropped = ([0, 1] as const).filter((j) => l1.beta[j] === 0)
    return dropped.length === 1 ? Math.abs(other.beta[dropped[0]!]) : 0
  },
  margin: 0.25,
}

import { betaDensity } from './beta.ts'

/** The ridge to draw: its height at `points` equal steps over [0, 1], ends included. */
export function ridge({ a, b }: { a: number; b: number }, points: number): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => betaDensity(i / (points - 1), a, b))
}

import { expect } from 'vitest'

/** Fails unless `actual` is within `relative` of the larger of |wanted| and `atLeast`. */
export function near(actual: number, wanted: number, relative: number, atLeast = 0): void {
  const bound = relative * Math.max(Math.abs(wanted), atLeast) + 1e-300
  expect(Math.abs(actual - wanted), `${actual} against ${wanted}`).toBeLessThanOrEqual(bound)
}

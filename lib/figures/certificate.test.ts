import { beforeEach, describe, expect, test, vi } from 'vitest'
import { defaults, type Figure, largestGap } from './figure.ts'
import { type FigureId, figures } from './index.ts'

/* A figure's `gap` covers every fit that it shows a number of: whichever of them misses its tolerance,
   the figure says so, and the graders refuse the state. */

/** counts the solver's calls; the one with number `bad` comes back as if it had not converged */
const calls = vi.hoisted(() => ({ made: 0, bad: -1 }))

vi.mock('#lib/solver/index.ts', async (load) => {
  const solver = await load<typeof import('#lib/solver/index.ts')>()
  const spoiled = Object.fromEntries(
    (['fit', 'fitPath', 'crossValidate', 'bootstrapSelection', 'biasVariance'] as const).map(
      (name) => {
        const call = solver[name] as (...args: unknown[]) => object
        return [name, (...args: unknown[]) => spoil(call(...args))]
      },
    ),
  )
  return { ...solver, ...spoiled }
})

function spoil(found: object): object {
  if (calls.made++ !== calls.bad) return found
  return 'relativeGaps' in found
    ? { ...found, relativeGaps: (found.relativeGaps as Float64Array).with(-1, 1) }
    : { ...found, relativeGap: 1 }
}

/** only the last fit of a search counts: geometry's, at equal budgets, is left out */
const states: Partial<Record<FigureId, object[]>> = {
  geometry: [{ by: 'lambda' }],
  paths: [{}, { data: 'returns', vs: 'en' }],
  collinear: [{}, { vs: 'l1' }],
  'bias-variance': [{}],
  polynomial: [{}, { method: 'l2' }],
  logistic: [{}, { penalty: 'l1' }],
  grouping: [{}, { size: '3' }],
  conventions: [{}, { penalty: 'l1', intercept: 'penalised' }],
  stability: [{}],
  optimisers: [{}, { view: 'stopping' }],
}

describe.each(Object.entries(states))('%s', (id, changes) => {
  const figure = figures[id as FigureId] as unknown as Figure
  let seed = 100

  beforeEach(() => Object.assign(calls, { made: 0, bad: -1 }))

  test.each(changes)('%j', { timeout: 60_000 }, (change) => {
    // Another sample each time: what is remembered is not solved again.
    const gap = () => {
      const fresh = 'seed' in figure.fields ? { seed: seed++ } : {}
      return figure.named(figure.compute({ ...defaults(figure), ...change, ...fresh }))['gap']!
    }
    expect(gap(), 'all converge').toBeLessThanOrEqual(largestGap)
    const { made } = calls
    expect(made).toBeGreaterThan(0)
    for (const bad of looks(made)) {
      Object.assign(calls, { made: 0, bad })
      expect(gap(), `call ${bad} of ${made}`).toBe(1)
    }
  })
})

/** Every call, or of many the first and last five and some between. */
function looks(made: number): number[] {
  const all = Array.from({ length: made }, (_, i) => i)
  return all.filter((i) => i < 5 || i >= made - 5 || i % Math.ceil(made / 6) === 0)
}

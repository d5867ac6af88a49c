import { expect, test } from 'vitest'
import { defaults } from '#lib/figures/figure.ts'
import { geometry } from '#lib/figures/geometry.ts'

// What the front page says of its figure has to hold in the state in which the figure opens.

const start = defaults(geometry)
const opened = geometry.named(geometry.compute(start))

test('the L1 answer sits on a corner, so one coefficient is exactly zero; L2 keeps both', () => {
  expect(opened).toMatchObject({ beta2: 0, nonzeros: 1, ridgeNonzeros: 2 })
})

test.each([0, 0.4, 1])(
  'drag the OLS point to b2 = %d: L1 sticks to the corner, L2 slides',
  (b2) => {
    const dragged = geometry.named(geometry.compute({ ...start, b2 }))
    expect(dragged).toMatchObject({ beta1: opened['beta1'], beta2: 0 })
    expect(Math.abs(dragged['ridge2']! - opened['ridge2']!)).toBeGreaterThan(0.02)
  },
)

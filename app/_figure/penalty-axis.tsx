import { penaltyTicks, type Units } from '#lib/figures/units.ts'
import type { Box } from './layout.ts'
import { BottomAxis } from './plot.tsx'
import type { Scale } from './scale.ts'

/** Below the plot: λ on a log scale, at the round numbers of the convention that the reader chose. */
export function PenaltyAxis({
  box,
  x,
  domain,
  units,
  alpha,
}: {
  box: Box
  /** from the house's λ to pixels */
  x: Scale
  domain: readonly [number, number]
  units: Units
  /** the mix of the method drawn: 1 the lasso, 0 ridge */
  alpha: number
}) {
  return (
    <BottomAxis
      box={box}
      marks
      ticks={penaltyTicks(units, alpha, domain).map(({ lambda, text }) => ({
        at: x(lambda),
        text,
      }))}
    >
      {units.inverse ? 'inverse penalty' : 'penalty'}{' '}
      <tspan className="symbol">{units.letter(alpha)}</tspan>, log scale
    </BottomAxis>
  )
}

import { memo } from 'react'
import { short } from '#app/_figure/layout.ts'
import { Label } from '#app/_figure/plot.tsx'
import type { Curve } from '#lib/figures/paths-curve.ts'
import { trace } from './paths-lines.tsx'
import { placeIn, type Scales } from './paths-scales.ts'

/** The cross-validated error with its standard errors, the rule drawn from it, and what it estimates. */
export const PathsErrors = memo(function PathsErrors({
  curve,
  scales,
  w,
}: {
  curve: Curve
  scales: Scales
  w: number
}) {
  const { y } = scales
  const { errors, standardErrors, atMin, at1se } = curve.folds
  const bound = short(y(errors[atMin / 2]! + standardErrors[atMin / 2]!))
  const [from, to] = [atMin, at1se].map((i) => short(scales.at(placeIn(curve, i))))
  const late = scales.axis === 'lambda'
  return (
    <>
      <path className={`fig-bars fig-${curve.method}`} d={bars(curve, scales)} />
      <path className="fig-new-rows" d={trace(curve, scales, (i) => y(curve.errors[i]!))} />
      <path
        className={`fig-line fig-${curve.method}`}
        d={trace(curve, scales, (i) => y(errors[i / 2]!), 2)}
      />
      <path className="fig-cursor" d={`M${from},${bound}H${to}`} />
      <Label
        x={late ? w - 5 : scales.at(placeIn(curve, 0)) + 5}
        y={y(curve.errors[0]!) + 17}
        anchor={late ? 'end' : 'start'}
      >
        new rows
      </Label>
    </>
  )
})

/** One standard error to either side. */
function bars(curve: Curve, scales: Scales): string {
  const { errors, standardErrors } = curve.folds
  return Array.from(errors, (error, k) => {
    const x = short(scales.at(placeIn(curve, 2 * k)))
    const [low, high] = [-1, 1].map((side) => short(scales.y(error + side * standardErrors[k]!)))
    return `M${x},${low}V${high}`
  }).join('')
}

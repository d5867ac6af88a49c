import { memo } from 'react'
import { short } from '#app/_figure/layout.ts'
import { polyline } from '#app/_figure/scale.ts'
import { markPath } from '#app/_ui/method-mark.tsx'
import type { Curve, Knot } from '#lib/figures/paths-curve.ts'
import { placeIn, type Scales } from './paths-scales.ts'

/** Heavy for a true effect. They stay as they are while the cursor moves. */
export const Lines = memo(function Lines({
  curve,
  truth,
  scales,
}: {
  curve: Curve
  truth: Float64Array
  scales: Scales
}) {
  const p = truth.length
  return Array.from(truth, (effect, j) => (
    <path
      key={j}
      className={`fig-line fig-${curve.method} ${effect === 0 ? 'faint' : ''}`}
      d={trace(curve, scales, (i) => scales.y(curve.coefficients[i * p + j]!))}
    />
  ))
})

/** The `d` of a line along the curve. @param step 2 where only every second penalty has a value */
export function trace(curve: Curve, scales: Scales, y: (i: number) => number, step = 1): string {
  const points = Array.from(
    { length: Math.ceil(curve.lambdas.length / step) },
    (_, k) => [scales.at(placeIn(curve, k * step)), y(k * step)] as const,
  )
  if (scales.axis === 'lambda') return polyline(points)
  // Size and degrees of freedom may stand still, or turn back, while the penalty falls; those of the
  // lasso jump by one at a kink, where its coefficients bend and do not jump.
  const steps = scales.axis === 'df' && curve.method === 'l1'
  const [start = '', ...parts] = points.map(([across, up], i) =>
    steps && i > 0 ? `H${short(across)}V${short(up)}` : `${short(across)},${short(up)}`,
  )
  const kept = parts.filter((part, i) => part !== (parts[i - 1] ?? start))
  return `M${start}${steps ? kept.join('') : kept.map((part) => `L${part}`).join('')}`
}

/** Where a coefficient of the lasso leaves zero or returns to it: exactly, not at the nearest point drawn. */
export function Kinks({ knots, scales }: { knots: readonly Knot[]; scales: Scales }) {
  if (scales.axis === 'df') return null
  return knots.map((knot) => (
    <path
      key={knot.lambda}
      className="fig-kink fig-l1"
      d={markPath('l1', scales.x(knot[scales.axis as 'lambda' | 'size']), scales.y(0), 3.4)}
    />
  ))
}

/** Above the plot: how many are kept, and for the lasso where that changes. */
export function Survivors({
  curve,
  scales,
  knots,
  w,
}: {
  curve: Curve
  scales: Scales
  knots: readonly Knot[]
  w: number
}) {
  const { axis, x } = scales
  if (axis === 'df') return null
  const ticks = curve.method === 'l1' ? knots.map((knot) => x(knot[axis])) : []
  return (
    <g className="fig-axis">
      <text textAnchor="end" x={-6} y={-6}>
        kept
      </text>
      {ticks
        .filter((at) => at >= 0 && at <= w)
        .map((at) => (
          <path key={at} className="fig-tick" d={`M${short(at)},0V-5`} />
        ))}
      {stretches(curve, scales).map(({ from, to, kept }) => (
        <text key={from} textAnchor="middle" x={short((from + to) / 2)} y={-6}>
          {kept}
        </text>
      ))}
    </g>
  )
}

/** Stretches of the axis with one count, those that have room for it. */
function stretches(curve: Curve, scales: Scales) {
  const found: { from: number; to: number; kept: number }[] = []
  curve.nonzeros.forEach((kept, i) => {
    const at = scales.at(placeIn(curve, i))
    const last = found.at(-1)
    if (last?.kept === kept) last.to = at
    else found.push({ from: at, to: at, kept })
  })
  return found.filter(({ from, to, kept }) => Math.abs(to - from) > (kept > 9 ? 15 : 9))
}

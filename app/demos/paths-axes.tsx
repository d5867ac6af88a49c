import { type Box, pushApart } from '#app/_figure/layout.ts'
import { PenaltyAxis } from '#app/_figure/penalty-axis.tsx'
import { BottomAxis, Label, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { roundTicks } from '#app/_figure/scale.ts'
import { decimal } from '#lib/figures/number.ts'
import type { PathsResult } from '#lib/figures/paths.ts'
import type { Curve } from '#lib/figures/paths-curve.ts'
import type { Units } from '#lib/figures/units.ts'
import { Survivors } from './paths-lines.tsx'
import { inside, penalties, placeIn, type Scales } from './paths-scales.ts'

export type PathsProps = {
  result: PathsResult
  curve: Curve
  scales: Scales
  units: Units
  box: Box
}

/** What stands around the plot: how many are kept, the axes, and the name of each line. */
export function Around(props: PathsProps) {
  const { curve, scales, box } = props
  const { y, ticks, view } = scales
  const { w } = inside(box)
  const beside = early(scales)
    ? ({ at: w + 6, side: 'right' } as const)
    : ({ at: -6, side: 'left' } as const)
  return (
    <>
      <Survivors curve={curve} scales={scales} knots={props.result.knots} w={w} />
      <Below {...props} />
      <SideAxis
        {...beside}
        ticks={ticks.map((value) => ({ at: y(value), text: decimal(value, 0) }))}
      />
      {view === 'coefficients' && <Names {...props} />}
    </>
  )
}

function Below({ curve, scales: { axis, x }, units, box }: PathsProps) {
  if (axis === 'lambda')
    return <PenaltyAxis box={box} x={x} domain={penalties} units={units} alpha={curve.alpha} />
  const end = x.invert(inside(box).w)
  const ticks = roundTicks([0, end], 6).filter((value) => value <= end)
  return (
    <BottomAxis box={box} marks ticks={ticks.map((v) => ({ at: x(v), text: String(v) }))}>
      {axis === 'df' ? 'degrees of freedom' : 'total size Σ|β|'}
    </BottomAxis>
  )
}

/** Each line's name where the lines lie furthest apart: at the end of the smallest penalty. */
function Names({ curve, result: { truth }, scales, box }: PathsProps) {
  const { h } = inside(box)
  const last = curve.lambdas.length - 1
  const ends = Array.from(truth, (_, j) => scales.y(curve.coefficients[last * truth.length + j]!))
  const x = early(scales) ? -6 : scales.at(placeIn(curve, last)) + 6
  return pushApart(ends, 14, [4, h - 4]).map((place, j) => (
    <g key={j} className={truth[j] === 0 ? 'fig-name faint' : 'fig-name'}>
      <Label x={x} y={place + 4} anchor={early(scales) ? 'end' : 'start'}>
        <SvgLetter of="β" sub={j + 1} />
      </Label>
    </g>
  ))
}

/** Whether the smallest penalty, with the longest coefficients, is at the left. */
function early({ axis }: Scales): boolean {
  return axis === 'lambda'
}

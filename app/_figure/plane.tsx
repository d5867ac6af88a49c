import { decimal } from '#lib/figures/number.ts'
import { type Box, boxOf, insideOf, short } from './layout.ts'
import { BottomAxis, Label, SideAxis, SvgLetter } from './plot.tsx'
import { linear, type Scale } from './scale.ts'

/** From two coefficients to pixels within the plot, one scale for both axes: a disc stays a disc. */
export type Plane = { x: Scale; y: Scale; unit: number; w: number; h: number }

const domain = [-1.75, 3.5] as const
const middle = 0.65

/** @param shape height over width */
export function planeBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 26, right: 4, top: 2, bottom: 22 })
}

export function planeOf(box: Box): Plane {
  const [w, h] = insideOf(box)
  const unit = w / (domain[1] - domain[0])
  const half = h / unit / 2
  return {
    x: linear(domain, [0, w]),
    y: linear([middle - half, middle + half], [h, 0]),
    unit,
    w,
    h,
  }
}

/** Around the plot. */
export function PlaneAxes({ box, plane: { x, y, h } }: { box: Box; plane: Plane }) {
  const ticks = [-1, 1, 2, 3].map((b) => ({ b, text: decimal(b, 0) }))
  const beside = ticks.map(({ b, text }) => ({ at: y(b), text }))
  return (
    <>
      <BottomAxis box={box} ticks={ticks.map(({ b, text }) => ({ at: x(b), text }))} />
      <SideAxis at={-7} side="left" ticks={beside.filter(({ at }) => at > 4 && at < h - 4)} />
    </>
  )
}

/** Where a coefficient is 0. */
export function PlaneZeros({ plane: { x, y, w, h } }: { plane: Plane }) {
  return <path className="fig-zero" d={`M0,${short(y(0))}H${w}M${short(x(0))},0V${short(h)}`} />
}

/** β1 and β2 at the ends of these. */
export function PlaneLetters({ plane: { x, y, w } }: { plane: Plane }) {
  return (
    <>
      <Label x={w - 5} y={y(0) - 7} anchor="end">
        <SvgLetter of="β" sub={1} />
      </Label>
      <Label x={x(0) + 7} y={16}>
        <SvgLetter of="β" sub={2} />
      </Label>
    </>
  )
}

import { short } from '#app/_figure/layout.ts'
import { Label } from '#app/_figure/plot.tsx'
import type { Scale } from '#app/_figure/scale.ts'
import { type Fitted, probability } from '#lib/figures/logistic-model.ts'
import { decimal } from '#lib/figures/number.ts'

/** One scale for both features: angles and distances are as they are. */
export type Plane = { x: Scale; y: Scale; unit: number; reach: number; w: number; h: number }

const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
const opacities = [0, 0.04, 0.08, 0.13, 0.19, 0.25]

/** The log-odds rise along β alone, so that every band is a strip across it. */
export function Bands({ model, plane }: { model: Fitted; plane: Plane }) {
  const { x, y, unit, reach, w, h } = plane
  if (model.norm === 0)
    return <rect className="fig-shade" fillOpacity={opacities[2]} width={w} height={h} />
  const [b1, b2] = model.coefficients
  const angle = short((-Math.atan2(b2, b1) * 180) / Math.PI)
  const far = 3 * reach
  const at = edges.map((p) => short(unit * clamp(along(model, p), far)))
  return (
    <g transform={`translate(${short(x(0))} ${short(y(0))}) rotate(${angle})`}>
      {opacities.map((opacity, i) => (
        <rect
          key={opacity}
          className="fig-shade"
          fillOpacity={opacity}
          x={at[i]}
          y={short(-unit * far)}
          width={short(at[i + 1]! - at[i]!)}
          height={short(2 * unit * far)}
        />
      ))}
      <path className="fig-boundary" d={`M${at[3]},${short(-unit * far)}V${short(unit * far)}`} />
    </g>
  )
}

/** The numbers of the boundary and, where there is room between them, of the outermost bands. */
export function Levels({
  model,
  plane: { x, y, unit, reach, w, h },
}: {
  model: Fitted
  plane: Plane
}) {
  const { norm, coefficients, intercept } = model
  if (norm === 0)
    return (
      <Label x={w / 2} y={19} anchor="middle">
        p = {decimal(probability(intercept))} everywhere
      </Label>
    )
  const [u1, u2] = [coefficients[0] / norm, coefficients[1] / norm]
  const room = unit * (along(model, 0.9) - along(model, 0.5)) > 44
  return (room ? [0.1, 0.5, 0.9] : [0.5]).map((p) => {
    const t = along(model, p)
    // to the right along the boundary, where few rows lie
    const [cx, cy] = [x(t * u1 + 0.85 * reach * u2), y(t * u2 - 0.85 * reach * u1)]
    const corner = (cx < 90 && cy > h - 26) || (cx > w - 90 && cy < 36)
    if (corner || cx < 20 || cx > w - 20 || cy < 16 || cy > h - 6) return null
    return (
      <Label key={p} x={cx} y={cy} anchor="middle">
        {p === 0.5 ? 'p = 0.5' : p}
      </Label>
    )
  })
}

/** How far from the origin, in the direction of β, the probability is p. */
function along({ intercept, norm }: Fitted, p: number): number {
  return (Math.log(p / (1 - p)) - intercept) / norm
}

function clamp(x: number, most: number): number {
  return Math.max(-most, Math.min(most, x))
}

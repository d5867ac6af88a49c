import { markPath } from '#app/_ui/method-mark.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear } from '#app/_figure/scale.ts'
import type { Contact, GeometryResult } from '#lib/figures/geometry.ts'
import { decimal } from '#lib/figures/number.ts'
import { Contour, type Plane, Touch } from './geometry-contact.tsx'

const domain = [-1.75, 3.5] as const
const middle = 0.65

/** @param shape height over width */
export function geometryBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 26, right: 4, top: 2, bottom: 22 })
}

export function planeOf({ width, height, left, right, top, bottom }: Box): Plane {
  const [w, h] = [width - left - right, height - top - bottom]
  const unit = w / (domain[1] - domain[0])
  const half = h / unit / 2
  return {
    x: linear(domain, [0, w]),
    y: linear([middle - half, middle + half], [h, 0]),
    unit,
  }
}

/** Loss contours around least squares, and the ball of each shown method where it meets them. */
export function GeometryPlot({
  result,
  shown,
  box,
}: {
  result: GeometryResult
  shown: readonly Contact[]
  box: Box
}) {
  const plane = planeOf(box)
  const { x, y } = plane
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const single = shown.length === 1
  const ticks = [-1, 1, 2, 3]
  return (
    <Plot
      box={box}
      framed
      label={shown.map(sentence).join('; ')}
      around={<Axes box={box} ticks={ticks} plane={plane} />}
    >
      {rings.map((loss, i) => (
        <Contour key={loss} {...{ loss, result, plane }} className={i % 3 === 2 ? 'strong' : ''} />
      ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}M${short(x(0))},0V${short(h)}`} />
      {shown.map((contact, i) => (
        <Ball key={contact.method} {...{ contact, plane }} filled={i === 0} />
      ))}
      {shown.map((contact) => (
        <Touch key={contact.method} {...{ contact, result, plane }} />
      ))}
      <Label x={w - 5} y={y(0) - 7} anchor="end">
        <SvgLetter of="β" sub={1} />
      </Label>
      <Label x={x(0) + 7} y={16}>
        <SvgLetter of="β" sub={2} />
      </Label>
      {shown.map((contact) => (
        <Answer key={contact.method} {...{ contact, plane }} written={single} />
      ))}
      <path className="fig-ols-point" d={markPath('ols', x(result.ols[0]), y(result.ols[1]), 5)} />
      <Label x={x(result.ols[0]) + 13} y={y(result.ols[1]) - 11}>
        OLS
      </Label>
    </Plot>
  )
}

const rings = Array.from({ length: 9 }, (_, i) => short(0.08 * (i + 1) ** 2))

type InPlane = { contact: Contact; plane: Plane }

function Axes({ box, ticks, plane }: { box: Box; ticks: readonly number[]; plane: Plane }) {
  const height = box.height - box.top - box.bottom
  const beside = ticks.map((b) => ({ at: plane.y(b), text: decimal(b, 0) }))
  return (
    <>
      <BottomAxis box={box} ticks={ticks.map((b) => ({ at: plane.x(b), text: decimal(b, 0) }))} />
      <SideAxis at={-7} side="left" ticks={beside.filter(({ at }) => at > 4 && at < height - 4)} />
    </>
  )
}

/** The ball reaches as far as the answer does: it is drawn from the solution. */
function Ball({ contact: { method, budget }, plane, filled }: InPlane & { filled: boolean }) {
  return (
    <path
      className={`fig-ball fig-${method}`}
      fillOpacity={filled ? 0.13 : 0}
      d={markPath(method, plane.x(0), plane.y(0), budget * plane.unit)}
    />
  )
}

function Answer({ contact, plane, written }: InPlane & { written: boolean }) {
  const { method, beta, lambda } = contact
  const [cx, cy] = [plane.x(beta[0]), plane.y(beta[1])]
  const low = Math.abs(beta[1]) < 0.25
  const place = low ? { x: cx + 4, y: cy + 38 } : { x: cx - 10, y: cy + 5, anchor: 'end' as const }
  const text = `(${decimal(beta[0])}, ${decimal(beta[1])})`
  return (
    <>
      <circle className={`fig-answer fig-${method}`} cx={short(cx)} cy={short(cy)} r={5.5} />
      {written && lambda > 0 && (
        <Label {...place} hue={method}>
          {text}
        </Label>
      )}
    </>
  )
}

function sentence({ method, beta }: Contact): string {
  const who = method === 'l1' ? 'L1, the lasso' : 'L2, ridge'
  return `${who}: the answer is (${decimal(beta[0])}, ${decimal(beta[1])})`
}

import { short } from '#app/_figure/layout.ts'
import type { Scale } from '#app/_figure/scale.ts'
import type { Contact, GeometryResult } from '#lib/figures/geometry.ts'

/** From β to pixels within the plot, one scale for both axes: a disc stays a disc. */
export type Plane = { x: Scale; y: Scale; unit: number }

type Point = readonly [number, number]

/** ½ d'Gd = loss is an ellipse along the diagonals, with half-axes √(2 loss / (1 ± ρ)). */
export function Contour({
  loss,
  result: { ols, rho },
  plane: { x, y, unit },
  className,
}: {
  loss: number
  result: GeometryResult
  plane: Plane
  className: string
}) {
  const [cx, cy] = [short(x(ols[0])), short(y(ols[1]))]
  return (
    <ellipse
      className={`fig-contour ${className}`}
      cx={cx}
      cy={cy}
      rx={short(unit * Math.sqrt((2 * loss) / (1 + rho)))}
      ry={short(unit * Math.sqrt((2 * loss) / (1 - rho)))}
      transform={`rotate(-45 ${cx} ${cy})`}
    />
  )
}

/** The contour through the answer, the way to least squares, and the two forces that balance there. */
export function Touch({
  contact,
  result,
  plane,
}: {
  contact: Contact
  result: GeometryResult
  plane: Plane
}) {
  const { method, beta, loss, lambda } = contact
  if (lambda === 0) return null
  const { x, y } = plane
  const [from, to] = [pixels(plane, beta), pixels(plane, result.ols)]
  return (
    <>
      <Contour {...{ loss, result, plane }} className={`fig-${method} touching`} />
      <path className="fig-way" d={`M${from}L${to}`} />
      {method === 'l1' && <Cone beta={beta} plane={plane} />}
      <Pull x={x(beta[0])} y={y(beta[1])} pull={contact.pull} />
    </>
  )
}

const reach = 34

/** On a corner the penalty can answer any pull within a quarter turn: that is why answers stay there. */
function Cone({ beta: [first, second], plane: { x, y } }: { beta: Point; plane: Plane }) {
  if ((first === 0) === (second === 0)) return null
  const [across, up] = first === 0 ? [0, Math.sign(second)] : [Math.sign(first), 0]
  const side = reach * Math.SQRT1_2
  const ends = [-1, 1].map((turn) => {
    const dx = across === 0 ? turn * side * up : across * side
    const dy = across === 0 ? -up * side : turn * side * across
    return `${short(x(first) + dx)},${short(y(second) + dy)}`
  })
  const tip = `${short(x(first))},${short(y(second))}`
  return <path className="fig-cone" d={`M${tip}L${ends[0]}A${reach},${reach},0,0,1,${ends[1]}Z`} />
}

/** Which way the data pull: minus the gradient of the loss, at right angles to the contour. */
function Pull({ x, y, pull }: { x: number; y: number; pull: Point }) {
  const length = Math.hypot(...pull)
  if (length < 1e-9) return null
  const angle = short((Math.atan2(-pull[1], pull[0]) * 180) / Math.PI)
  return (
    <path
      className="fig-pull"
      transform={`translate(${short(x)} ${short(y)}) rotate(${angle})`}
      d={`M0,0H${reach}M${reach - 6},-4L${reach},0L${reach - 6},4`}
    />
  )
}

function pixels(plane: Plane, [first, second]: Point): string {
  return `${short(plane.x(first))},${short(plane.y(second))}`
}

import { short } from '#app/_figure/layout.ts'
import type { Plane } from '#app/_figure/plane.tsx'
import type { GeometryResult } from '#lib/figures/geometry.ts'
import type { Contact, Pair } from '#lib/figures/geometry-contact.ts'

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

/** The contour through the answer, the way to least squares, and the two forces that balance there:
 *  the pull of the data, and the push of the penalty, its equal and opposite. */
export function Touch({
  contact,
  result,
  plane,
}: {
  contact: Contact
  result: GeometryResult
  plane: Plane
}) {
  const { method, beta, loss, lambda, pull } = contact
  if (lambda === 0) return null
  const at = { x: plane.x(beta[0]), y: plane.y(beta[1]) }
  const [from, to] = [pixels(plane, beta), pixels(plane, result.ols)]
  return (
    <>
      <Contour {...{ loss, result, plane }} className={`fig-${method} touching`} />
      <path className="fig-way" d={`M${from}L${to}`} />
      {method === 'l1' && <Cone beta={beta} plane={plane} />}
      <Arrow className={`fig-push fig-${method}`} at={at} along={[-pull[0], -pull[1]]} />
      <Arrow className="fig-pull" at={at} along={pull} />
    </>
  )
}

const reach = 34

/** On a corner the penalty can answer any pull within a quarter turn: that is why answers stay there. */
function Cone({ beta: [first, second], plane: { x, y } }: { beta: Pair; plane: Plane }) {
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

/** At right angles to the contour, and on a smooth stretch of the ball to that too. */
function Arrow({
  at: { x, y },
  along,
  className,
}: {
  at: { x: number; y: number }
  /** in units of β, so up is positive; only its direction is drawn */
  along: Pair
  className: string
}) {
  if (Math.hypot(...along) < 1e-9) return null
  const angle = short((Math.atan2(-along[1], along[0]) * 180) / Math.PI)
  return (
    <path
      className={className}
      transform={`translate(${short(x)} ${short(y)}) rotate(${angle})`}
      d={`M0,0H${reach}M${reach - 6},-4L${reach},0L${reach - 6},4`}
    />
  )
}

function pixels(plane: Plane, [first, second]: Pair): string {
  return `${short(plane.x(first))},${short(plane.y(second))}`
}

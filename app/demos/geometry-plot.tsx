import { markPath, methods } from '#app/_ui/method-mark.tsx'
import { type Box, short } from '#app/_figure/layout.ts'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Plane, PlaneAxes, PlaneLetters, planeOf, PlaneZeros } from '#app/_figure/plane.tsx'
import { Label, Plot } from '#app/_figure/plot.tsx'
import type { GeometryResult } from '#lib/figures/geometry.ts'
import type { Contact } from '#lib/figures/geometry-contact.ts'
import { decimal } from '#lib/figures/number.ts'
import { Contour, Touch } from './geometry-contact.tsx'

/** Loss contours around least squares, and the ball of each shown method where it meets them. */
export function GeometryPlot({
  result,
  shown,
  box,
  guess,
}: {
  result: GeometryResult
  shown: readonly Contact[]
  box: Box
  guess?: Guess | undefined
}) {
  const plane = planeOf(box)
  const { x, y, w, h } = plane
  const single = shown.length === 1
  return (
    <Plot
      box={box}
      framed
      label={shown.map(sentence).join('; ')}
      around={<PlaneAxes box={box} plane={plane} />}
    >
      {rings.map((loss, i) => (
        <Contour key={loss} {...{ loss, result, plane }} className={i % 3 === 2 ? 'strong' : ''} />
      ))}
      <PlaneZeros plane={plane} />
      {shown.map((contact, i) => (
        <Ball key={contact.method} {...{ contact, plane }} filled={i === 0} />
      ))}
      {shown.map((contact) => (
        <Touch key={contact.method} {...{ contact, result, plane }} />
      ))}
      <PlaneLetters plane={plane} />
      {shown.map((contact) => (
        <Answer key={contact.method} {...{ contact, plane }} written={single} />
      ))}
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
      <path className="fig-ols-point" d={markPath('ols', x(result.ols[0]), y(result.ols[1]), 5)} />
      <Label x={x(result.ols[0]) + 13} y={y(result.ols[1]) - 11}>
        OLS
      </Label>
    </Plot>
  )
}

const rings = Array.from({ length: 9 }, (_, i) => short(0.08 * (i + 1) ** 2))

type InPlane = { contact: Contact; plane: Plane }

/** The ball reaches as far as the answer does: it is drawn from the solution. */
function Ball({ contact, plane, filled }: InPlane & { filled: boolean }) {
  return (
    <path
      className={`fig-ball fig-${contact.method}`}
      fillOpacity={filled ? 0.13 : 0}
      d={ballPath(contact, plane)}
    />
  )
}

/**
 * The elastic net's ball changes its shape with its size: α(|x| + |y|) + (1 − α)/2 (x² + y²) is
 * constant on four arcs, the one above right around (−a, −a), a = α/(1 − α).
 */
function ballPath({ method, alpha, budget }: Contact, { x, y, unit }: Plane): string {
  if (method !== 'en') return markPath(method, x(0), y(0), budget * unit)
  const a = alpha / (1 - alpha)
  const radius = short(Math.hypot(budget + a, a) * unit)
  const [left, right] = [short(x(-budget)), short(x(budget))]
  const [top, bottom] = [short(y(budget)), short(y(-budget))]
  const [cx, cy] = [short(x(0)), short(y(0))]
  const corners = [`${left},${cy}`, `${cx},${top}`, `${right},${cy}`, `${cx},${bottom}`]
  return `M${[...corners, corners[0]].join(`A${radius},${radius},0,0,1,`)}Z`
}

function Answer({ contact, plane, written }: InPlane & { written: boolean }) {
  const { method, beta, lambda } = contact
  const [cx, cy] = [plane.x(beta[0]), plane.y(beta[1])]
  const low = Math.abs(beta[1]) < 0.25
  const place = low ? { x: cx + 4, y: cy + 38 } : { x: cx - 9, y: cy - 8, anchor: 'end' as const }
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
  return `${methods[method].title}: the answer is (${decimal(beta[0])}, ${decimal(beta[1])})`
}

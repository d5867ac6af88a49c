import { type Loss, type Pair, squaresAtZero } from './optimisers-loss.ts'

/** A stretch of an ellipse whose axes are the diagonals, counter-clockwise. */
export type Arc = {
  from: Pair
  to: Pair
  /** half-axes along (1, 1) and (−1, 1) */
  radii: Pair
  /** whether it is more than half of the ellipse */
  large: boolean
}

/**
 * Where the loss has one value. Within a quadrant |β| is linear, so the curve there is an ellipse; on
 * an axis two of them meet in a kink.
 * @param inside a point with a smaller loss than `value`: the minimum
 * @returns arcs that follow one another and close
 */
export function levelSet(loss: Loss, value: number, inside: Pair): Arc[] {
  const angle = ([b1, b2]: Pair) => Math.atan2(b2 - inside[1], b1 - inside[0])
  const kinks = [...crossings(loss, value, 0), ...crossings(loss, value, 1)]
    .toSorted((a, b) => angle(a) - angle(b))
    .filter((point, i, all) => i === 0 || distance(point, all[i - 1]!) > tiny)
  if (kinks.length < 2) return wholeEllipse(pieceOf(loss, value, inside))
  return kinks.map((from, i) => {
    const to = kinks[(i + 1) % kinks.length]!
    // between two kinks the curve stays in one quadrant, to the right of the straight way
    const beside = [
      (from[0] + to[0]) / 2 + tiny * (to[1] - from[1]),
      (from[1] + to[1]) / 2 - tiny * (to[0] - from[0]),
    ] as const
    return arcOf(pieceOf(loss, value, beside), from, to)
  })
}

const tiny = 1e-9

type Ellipse = { centre: Pair; radii: Pair }

/** The ellipse that the curve follows where β has the signs of `within`. */
function pieceOf(loss: Loss, value: number, within: Pair): Ellipse {
  const { rho, l2 } = loss
  const [g1, g2] = [0, 1].map((axis) => linearTerm(loss, axis, Math.sign(within[axis]!))) as [
    number,
    number,
  ]
  const diagonal = 1 + l2
  const det = diagonal * diagonal - rho * rho
  const centre = [(diagonal * g1 - rho * g2) / det, (diagonal * g2 - rho * g1) / det] as const
  const lowest = squaresAtZero(loss) - (g1 * centre[0] + g2 * centre[1]) / 2
  const rest = Math.max(0, 2 * (value - lowest))
  return { centre, radii: [Math.sqrt(rest / (diagonal + rho)), Math.sqrt(rest / (diagonal - rho))] }
}

/** Where the loss has the value on an axis, the other coefficient being 0: at most twice. */
function crossings(loss: Loss, value: number, axis: 0 | 1): Pair[] {
  const diagonal = 1 + loss.l2
  const roots = [1, -1].flatMap((sign) => {
    const half = linearTerm(loss, axis, sign) / diagonal
    const root = Math.sqrt(half * half - (2 * (squaresAtZero(loss) - value)) / diagonal)
    return [half - root, half + root].filter((b) => b * sign > -tiny)
  })
  return roots.map((b) => (axis === 0 ? [b, 0] : [0, b]))
}

/** Minus the slope of the loss at β = 0 along an axis, towards a sign. */
function linearTerm({ ols, rho, l1 }: Loss, axis: number, sign: number): number {
  return ols[axis]! + rho * ols[1 - axis]! - l1 * sign
}

function arcOf({ centre, radii }: Ellipse, from: Pair, to: Pair): Arc {
  // in the frame in which the ellipse is the unit circle
  const [start, end] = [from, to].map(([b1, b2]) => {
    const [d1, d2] = [b1 - centre[0], b2 - centre[1]]
    return Math.atan2((d2 - d1) / radii[1], (d1 + d2) / radii[0])
  }) as [number, number]
  const turn = end - start + (end > start ? 0 : 2 * Math.PI)
  return { from, to, radii, large: turn > Math.PI }
}

function wholeEllipse({ centre: [c1, c2], radii }: Ellipse): Arc[] {
  const reach = radii[0] * Math.SQRT1_2
  const [far, near] = [[c1 + reach, c2 + reach] as const, [c1 - reach, c2 - reach] as const]
  return [
    { from: far, to: near, radii, large: false },
    { from: near, to: far, radii, large: false },
  ]
}

function distance(a: Pair, b: Pair): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

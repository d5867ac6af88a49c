import type { NumberField } from './figure.ts'

/** In decades: the first look, how much farther each next one is, and how closely an end is found. */
const nearest = 0.004
const growth = 1.25
const precision = 1e-4

/**
 * How far a penalty can move, up or down, before something that holds here no longer does. Some sixty
 * looks, farther and farther apart: what ends and begins again between two of them goes unseen.
 * @param field of the penalty, on a log scale
 * @returns the smallest |Δ log10 λ| at which it has ended, to 1e-4; ∞ if it lasts to both ends
 */
export function reach(
  field: Pick<NumberField, 'min' | 'max'>,
  lambda: number,
  holds: (lambda: number) => boolean,
): number {
  const down = firstEnd(Math.log10(lambda / field.min), (by) => holds(lambda / 10 ** by))
  const up = Math.min(down, Math.log10(field.max / lambda))
  return Math.min(
    down,
    firstEnd(up, (by) => holds(lambda * 10 ** by)),
  )
}

/** @param farthest the last distance to look at @returns the first at which it does not last, or ∞ */
function firstEnd(farthest: number, lasts: (by: number) => boolean): number {
  let inside = 0
  for (let by = nearest; inside < farthest; by *= growth) {
    const look = Math.min(by, farthest)
    if (!lasts(look)) return between(inside, look, lasts)
    inside = look
  }
  return Infinity
}

function between(inside: number, outside: number, lasts: (by: number) => boolean): number {
  if (outside - inside < precision) return outside
  const middle = (inside + outside) / 2
  return lasts(middle) ? between(middle, outside, lasts) : between(inside, middle, lasts)
}

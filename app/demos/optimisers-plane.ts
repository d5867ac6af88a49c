import { short } from '#app/_figure/layout.ts'
import type { Plane } from '#app/_figure/plane.tsx'
import type { Arc } from '#lib/figures/optimisers-level.ts'
import type { Loss, Pair } from '#lib/figures/optimisers-loss.ts'

/** In pixels; a method that has run away is drawn as far as a screen can tell. */
export function pixels({ x, y }: Plane, [b1, b2]: Pair): string {
  return `${near(x(b1))},${near(y(b2))}`
}

function near(pixel: number): number {
  return short(Math.max(-1e4, Math.min(1e4, pixel)))
}

/** The `d` of a closed curve of arcs: on the screen, where y points down, they turn the other way. */
export function outline(arcs: readonly Arc[], plane: Plane): string {
  const [first] = arcs
  if (first === undefined) return ''
  const pieces = arcs.map(({ to, radii, large }) => {
    const [long, across] = radii.map((r) => short(r * plane.unit))
    return `A${long},${across},-45,${Number(large)},0,${pixels(plane, to)}`
  })
  return `M${pixels(plane, first.from)}${pieces.join('')}Z`
}

export function penaltyOf({ l1, l2 }: Loss): 'l1' | 'l2' | 'en' {
  if (l2 === 0) return 'l1'
  return l1 === 0 ? 'l2' : 'en'
}

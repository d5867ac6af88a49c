import { short } from './layout.ts'
import { Label } from './plot.tsx'
import type { Scale } from './scale.ts'

/** A place of the plot under a letter. Extents in the units of its axes. */
export type MarkedRegion = {
  letter: string
  x: readonly [from: number, to: number]
  y: readonly [from: number, to: number]
  isChosen: boolean
}

/** Within a Plot: outlines of places to choose from, each with its letter in the upper left corner. */
export function Regions({
  regions = [],
  x,
  y,
}: {
  regions: readonly MarkedRegion[] | undefined
  x: Scale
  y: Scale
}) {
  return regions.map(({ letter, isChosen, ...extent }) => {
    const [left, right] = span(x, extent.x)
    const [top, bottom] = span(y, extent.y)
    return (
      <g key={letter} className="fig-region-letter">
        <rect
          className="fig-region"
          data-chosen={isChosen || undefined}
          x={short(left)}
          y={short(top)}
          width={short(right - left)}
          height={short(bottom - top)}
          rx={2}
        />
        <Label x={left + 6} y={top + 16}>
          {letter}
        </Label>
      </g>
    )
  })
}

/** In pixels, the smaller first: an axis may run upwards. */
function span(scale: Scale, [from, to]: readonly [number, number]): [number, number] {
  const [a, b] = [scale(from), scale(to)]
  return [Math.min(a, b), Math.max(a, b)]
}

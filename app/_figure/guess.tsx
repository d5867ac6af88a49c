import type { MouseEvent } from 'react'
import { type MarkedRegion, Regions } from './regions.tsx'
import { Label } from './plot.tsx'
import { type Scale } from './scale.ts'

/** What a reader predicted. With x and y a point, with one of them a line, with neither words alone. */
export type Guess = {
  x?: number | undefined
  y?: number | undefined
  text: string
  /** places to choose from */
  regions?: readonly MarkedRegion[] | undefined
  /** while it is asked for: takes the place that was pointed at; inputs beside it do the same */
  place?: ((at: { x: number; y: number }) => void) | undefined
}

type Props = {
  guess: Guess | undefined
  x: Scale
  y: Scale
  /** of the plot's inside, in pixels */
  w: number
  h: number
}

/** Within a Plot: the prediction stays where it was placed, beside what happened. */
export function GuessMark({ guess, x, y, w, h }: Props) {
  if (guess === undefined) return null
  const { place } = guess
  const across = guess.x === undefined ? undefined : x(guess.x)
  const up = guess.y === undefined ? undefined : y(guess.y)
  const isPoint = across !== undefined && up !== undefined
  const strokes = [
    across === undefined ? '' : `M${across},${ends(up, h).join('V')}`,
    up === undefined ? '' : `M${ends(across, w).join(`,${up}H`)}`,
  ].join('')
  return (
    <g className="fig-guess">
      <Regions regions={guess.regions} {...{ x, y }} />
      <path className="fig-guess-edge" d={strokes} />
      <path className={isPoint ? '' : 'fig-guess-line'} d={strokes} />
      <Label {...besides(across, up, w, h)}>{guess.text}</Label>
      {place !== undefined && (
        <rect
          className="fig-place"
          width={w}
          height={h}
          onClick={(event) => {
            const at = pointIn(event, w, h)
            place({ x: x.invert(at.x), y: y.invert(at.y) })
          }}
        />
      )}
    </g>
  )
}

const arm = 9

/** From where to where a stroke goes: a cross has short arms, a line reaches from edge to edge. */
function ends(crossing: number | undefined, length: number): [number, number] {
  return crossing === undefined ? [0, length] : [crossing - arm, crossing + arm]
}

/** Its words stand to the side that has more room, and never under the upper edge. */
function besides(across: number | undefined, up: number | undefined, w: number, h: number) {
  const isRight = (across ?? 0) > w / 2
  return {
    x: across === undefined ? arm : across + (isRight ? -arm : arm),
    y: up === undefined ? h - arm : Math.max(16, up - 6),
    anchor: isRight ? ('end' as const) : ('start' as const),
  }
}

/** In pixels of the plot, however much the page scales it. */
function pointIn(event: MouseEvent<SVGRectElement>, w: number, h: number) {
  const box = event.currentTarget.getBoundingClientRect()
  return {
    x: ((event.clientX - box.left) / box.width) * w,
    y: ((event.clientY - box.top) / box.height) * h,
  }
}

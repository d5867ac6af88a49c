import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Box } from './layout.ts'

type Point = { x: number; y: number }

/**
 * What a finger takes hold of: 18 px seen, 44 px felt. It lies over the drawing as HTML, for what is
 * inside of an image has no place in the accessibility tree. The page scrolls from everywhere else.
 */
export function Handle({
  box,
  at,
  onDrag,
  onNudge,
  onHome,
  twin = false,
  shape = 'cross',
  label,
  value,
  text,
}: {
  box: Box
  /** in pixels of the panel */
  at: Point
  onDrag: (to: Point) => void
  /** arrow keys, in steps: five at once with Shift; up and right are positive */
  onNudge: (by: Point) => void
  onHome: () => void
  /** the same handle again in another panel: for the hand only */
  twin?: boolean
  shape?: 'cross' | 'grip'
  label: string
  /** where it stands, as a slider; in words: `text` */
  value: { now: number; min: number; max: number }
  text: string
}) {
  const held = useRef<Point>(undefined)
  return (
    <div
      role="slider"
      tabIndex={twin ? undefined : 0}
      aria-hidden={twin || undefined}
      aria-label={label}
      aria-valuenow={value.now}
      aria-valuemin={value.min}
      aria-valuemax={value.max}
      aria-valuetext={text}
      className={`fig-handle fig-handle-${shape}`}
      style={{ left: percent(at.x, box.width), top: percent(at.y, box.height) }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const point = pointIn(event, box)
        held.current = { x: at.x - point.x, y: at.y - point.y }
      }}
      onPointerMove={(event) => {
        if (held.current === undefined) return
        const point = pointIn(event, box)
        onDrag({ x: point.x + held.current.x, y: point.y + held.current.y })
      }}
      onLostPointerCapture={() => (held.current = undefined)}
      onKeyDown={(event) => answerKey(event, onNudge, onHome)}
    />
  )
}

/** The pointer in pixels of the panel, however much the page scales it. */
function pointIn(event: PointerEvent<HTMLElement>, { width, height }: Box): Point {
  const rect = event.currentTarget.parentElement!.getBoundingClientRect()
  return {
    x: ((event.clientX - rect.left) / rect.width) * width,
    y: ((event.clientY - rect.top) / rect.height) * height,
  }
}

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

function answerKey(event: KeyboardEvent, onNudge: (by: Point) => void, onHome: () => void) {
  const direction = directions[event.key]
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (direction === undefined && event.key !== 'Home') return
  event.preventDefault()
  if (direction === undefined) return onHome()
  const steps = event.shiftKey ? 5 : 1
  onNudge({ x: direction.x * steps, y: direction.y * steps })
}

function percent(x: number, of: number): string {
  return `${Math.round((x / of) * 1e4) / 100}%`
}

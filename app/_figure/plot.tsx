import type { ReactNode } from 'react'
import { type Box, insideOf, pushApart, short } from './layout.ts'

/** A drawing with its frame. What lies outside of the plot (axes, labels) is `around`. */
export function Plot({
  box,
  label,
  framed = false,
  around,
  children,
}: {
  box: Box
  /** one sentence: what the drawing shows */
  label: string
  framed?: boolean
  around?: ReactNode
  /** drawn in pixels from the plot's upper left corner, and cut at its edges */
  children: ReactNode
}) {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [short(width - left - right), short(height - top - bottom)]
  return (
    <svg
      className="fig-plot"
      viewBox={`0 0 ${short(width)} ${height}`}
      role="img"
      aria-label={label}
    >
      <rect
        className={framed ? 'fig-plate fig-framed' : 'fig-plate'}
        x={left}
        y={top}
        width={w}
        height={h}
      />
      <svg className="fig-cut" x={left} y={top} width={w} height={h}>
        {children}
      </svg>
      <g transform={`translate(${left} ${top})`}>{around}</g>
    </svg>
  )
}

type Tick = { at: number; text: string }

/** Numbers below the plot, with or without marks, and the axis in words. */
export function BottomAxis({
  box,
  ticks,
  marks = false,
  children,
}: {
  box: Box
  ticks: readonly Tick[]
  marks?: boolean
  children?: ReactNode
}) {
  const [w, h] = [box.width - box.left - box.right, short(box.height - box.top - box.bottom)]
  return (
    <g className="fig-axis" textAnchor="middle">
      {ticks.map(({ at, text }) => (
        <g key={text} transform={`translate(${short(at)} ${h})`}>
          {marks && <path className="fig-tick" d="M0,0V5" />}
          <text y={marks ? 18 : 16}>{text}</text>
        </g>
      ))}
      {children !== undefined && (
        <text className="fig-axis-title" x={short(w / 2)} y={short(h + 36)}>
          {children}
        </text>
      )}
    </g>
  )
}

/** Numbers beside the plot. */
export function SideAxis({
  ticks,
  at,
  side,
}: {
  ticks: readonly Tick[]
  /** where the numbers stand, from the plot's left edge */
  at: number
  side: 'left' | 'right'
}) {
  return (
    <g className="fig-axis" textAnchor={side === 'left' ? 'end' : 'start'}>
      {ticks.map(({ at: y, text }) => (
        <text key={y} x={short(at)} y={short(y + 4)}>
          {text}
        </text>
      ))}
    </g>
  )
}

/** The name of each line where it ends; lines that end close together have theirs pushed apart. */
export function EndNames({
  box,
  names,
  side = 'right',
}: {
  box: Box
  names: readonly Tick[]
  side?: 'left' | 'right'
}) {
  const [w, h] = insideOf(box)
  const wanted = names.map(({ at }) => at)
  const places = pushApart(wanted, 14, [6, h - 4])
  return names.map(({ text }, i) => (
    <g key={text} className="fig-name">
      <Label
        x={side === 'right' ? w + 6 : -6}
        y={places[i]! + 4}
        anchor={side === 'right' ? 'start' : 'end'}
      >
        {text}
      </Label>
    </g>
  ))
}

/** Words in a drawing; over data they carry a halo in the colour of the plate. */
export function Label({
  x,
  y,
  anchor = 'start',
  hue,
  children,
}: {
  x: number
  y: number
  anchor?: 'start' | 'middle' | 'end'
  hue?: 'l1' | 'l2' | 'en' | 'ols'
  children: ReactNode
}) {
  return (
    <text
      className={hue === undefined ? 'fig-label' : `fig-label fig-${hue}`}
      x={short(x)}
      y={short(y)}
      textAnchor={anchor}
    >
      {children}
    </text>
  )
}

/** β with its subscript, within a Label. SVG has no <sub>. */
export function SvgLetter({ of, sub }: { of: string; sub?: string | number }) {
  return (
    <>
      <tspan className="symbol fig-letter">{of}</tspan>
      {sub !== undefined && (
        <tspan className="fig-sub" dy={4}>
          {sub}
        </tspan>
      )}
    </>
  )
}

import { memo } from 'react'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, pushApart, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { polyline } from '#app/_figure/scale.ts'
import type { ConventionsResult } from '#lib/figures/conventions.ts'
import { decimal } from '#lib/figures/number.ts'
import type { Axes } from './conventions-axes.ts'

/** The effect of each column against the unit of the first: as given, and standardised. */
export function ConventionsPlot({
  result,
  unit,
  standardised,
  axes,
  box,
  guess,
}: {
  result: ConventionsResult
  unit: number
  /** which of the two is drawn heavily */
  standardised: boolean
  axes: Axes
  box: Box
  guess?: Guess | undefined
}) {
  const { x, y, ticks } = axes
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const cursor = x(unit)
  const late = cursor > w * 0.6
  return (
    <Plot
      box={box}
      label={`Effects of three columns against the unit of the first; at × ${unit} its effect is ${decimal(result.given.effects[0]!)} as given and ${decimal(result.standard.effects[0]!)} standardised`}
      around={<Around {...{ result, box, axes }} />}
    >
      <Rules y={y} ticks={ticks} w={w} />
      <Lines curve={result.curve} method={result.method} {...{ axes, w }} given={!standardised} />
      <path className="fig-cursor" d={`M${short(cursor)},0V${short(h)}`} />
      {Array.from(result.model.effects, (effect, j) => (
        <Dot key={j} j={j} method={result.method} cx={cursor} cy={y(effect)} />
      ))}
      <Label x={cursor + (late ? -7 : 7)} y={16} anchor={late ? 'end' : 'start'}>
        <SvgLetter of="β" sub={1} />
        <tspan dy={-4}> × sd = {decimal(result.model.effects[0]!)}</tspan>
      </Label>
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

export function Rules({ y, ticks, w }: Pick<Axes, 'y' | 'ticks'> & { w: number }) {
  return ticks.map((b) => (
    <path key={b} className={b === 0 ? 'fig-zero' : 'fig-rule'} d={`M0,${short(y(b))}H${w}`} />
  ))
}

/** Large for the column whose unit changes. */
export function Dot({ j, method, cx, cy }: { j: number; method: string; cx: number; cy: number }) {
  return (
    <circle
      className={`fig-knot fig-${method}`}
      cx={short(cx)}
      cy={short(cy)}
      r={j === 0 ? 4.2 : 2.6}
    />
  )
}

type LinesProps = {
  curve: ConventionsResult['curve']
  method: string
  axes: Axes
  w: number
  given: boolean
}

/** As given whole, standardised dashed; they stay as they are while the cursor moves. */
const Lines = memo(function Lines({ curve, method, axes: { x, y }, w, given }: LinesProps) {
  const lines = [0, 1, 2].map((j) => {
    const weight = (heavy: boolean) => `fig-line fig-${method} ${heavy && j === 0 ? '' : 'faint'}`
    const points = Array.from(curve.units, (unit, i) => {
      return [x(unit), y(curve.effects[3 * i + j]!)] as const
    })
    return (
      <g key={j}>
        <path className={weight(given)} d={polyline(points)} />
        <path
          className={weight(!given)}
          strokeDasharray="5 4"
          d={`M0,${short(y(curve.standard[j]!))}H${w}`}
        />
      </g>
    )
  })
  return (
    <>
      {lines}
      <text
        className="fig-axis-note"
        x={short(w - 6)}
        y={short(y(curve.standard[0]!) + 15)}
        textAnchor="end"
      >
        standardised
      </text>
    </>
  )
})

/** Axes, each line's name at its right end, and what becomes of 10 more in y. */
function Around({
  result,
  box,
  axes: { x, y, ticks },
}: {
  result: ConventionsResult
  box: Box
  axes: Axes
}) {
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const ends = [-3, -2, -1].map((k) => y(result.curve.effects.at(k)!))
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[0.001, 0.01, 0.1, 1, 10, 100, 1000].map((u) => ({ at: x(u), text: String(u) }))}
      >
        first column ×, log scale
      </BottomAxis>
      <SideAxis at={-6} side="left" ticks={ticks.map((b) => ({ at: y(b), text: decimal(b, 0) }))} />
      {pushApart(ends, 15, [4, h - 4]).map((place, j) => (
        <g key={j} className={j === 0 ? 'fig-name' : 'fig-name faint'}>
          <Label x={w + 6} y={place + 4}>
            <SvgLetter of="β" sub={j + 1} />
          </Label>
        </g>
      ))}
      <Gain {...{ result, w }} top={h + 50} />
    </>
  )
}

/** A bar as long as what the predictions rise by, on the scale of what y rises by. */
function Gain({ result, w, top }: { result: ConventionsResult; w: number; top: number }) {
  const share = Math.min(1, Math.max(0, result.gain / 10))
  return (
    <g>
      <text className="fig-axis-note" x={0} y={short(top + 8)}>
        y rises by 10: predictions rise by {decimal(result.gain, 1)}
      </text>
      <path
        className="fig-tick"
        d={`M0,${short(top + 20)}H${short(w)}M${short(w)},${short(top + 14)}v12`}
      />
      <path
        className={`fig-bar fig-${result.method}`}
        d={`M0,${short(top + 20)}H${short(w * share)}`}
      />
    </g>
  )
}

import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, short } from '#app/_figure/layout.ts'
import { Label, Plot } from '#app/_figure/plot.tsx'
import type { Scale } from '#app/_figure/scale.ts'
import { methods } from '#app/_ui/method-mark.tsx'
import { decimal, list } from '#lib/figures/number.ts'
import type { ShrinkageResult } from '#lib/figures/shrinkage.ts'
import { type Answer, shown } from '#lib/figures/shrinkage-operators.ts'
import { ShrinkageAxes } from './shrinkage-axes.tsx'
import { diagonal, graphOf, looks, type Scales, type View } from './shrinkage-graph.ts'

type Show = keyof typeof shown
/** The graph of each operator, its dead zone, and what it makes of the z at the cursor. */
export function ShrinkagePlot({
  result,
  show,
  view,
  scales,
  box,
  guess,
}: {
  result: ShrinkageResult
  show: Show
  view: View
  scales: Scales
  box: Box
  guess?: Guess | undefined
}) {
  const { x, y, ticks } = scales
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const answers = shown[show].map((operator) => result.answers[operator])
  const cursor = x(result.z)
  const late = cursor > w * 0.6
  return (
    <Plot
      box={box}
      label={sentence(answers, view, result)}
      around={<ShrinkageAxes {...{ answers, view, scales, box }} />}
    >
      {view === 'estimate' && <DeadZones answers={answers} x={x} h={h} />}
      {ticks
        .filter((value) => value !== 0)
        .map((value) => (
          <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
        ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}M${short(x(0))},0V${short(h)}`} />
      {view === 'estimate' && (
        <path
          className="fig-line faint fig-ols"
          strokeDasharray={methods.ols.dash}
          d={diagonal(scales)}
        />
      )}
      {answers.map((answer) => (
        <path
          key={answer.operator}
          className={`fig-line ${looks[answer.operator].hue}`}
          strokeDasharray={looks[answer.operator].dash}
          d={graphOf(answer, view, scales)}
        />
      ))}
      <path className="fig-cursor" d={`M${short(cursor)},0V${short(h)}`} />
      {answers.map(({ operator, estimate, moved }) => (
        <circle
          key={operator}
          className={`fig-knot ${looks[operator].hue}`}
          cx={short(cursor)}
          cy={short(y(view === 'estimate' ? estimate : moved))}
          r={3.6}
        />
      ))}
      <Label x={cursor + (late ? -7 : 7)} y={16} anchor={late ? 'end' : 'start'}>
        <tspan className="symbol">z</tspan> = {decimal(result.z)}
      </Label>
      {view === 'estimate' && <GuessMark guess={guess} x={x} y={y} w={w} h={h} />}
    </Plot>
  )
}

/** Where an operator returns 0: a band as wide as that; those that agree share one. */
function DeadZones({ answers, x, h }: { answers: readonly Answer[]; x: Scale; h: number }) {
  const wide = answers.filter(
    ({ dead }, i) => dead > 0 && answers.findIndex((other) => other.dead === dead) === i,
  )
  const edge = x(-Math.max(...wide.map(({ dead }) => dead)))
  const inside = edge < 80
  return (
    <>
      {wide.map(({ operator, dead }) => (
        <rect
          key={operator}
          className={`fig-zone ${looks[operator].hue}`}
          x={short(x(-dead))}
          width={short(x(dead) - x(-dead))}
          height={short(h)}
        />
      ))}
      <Label x={edge + (inside ? 6 : -6)} y={h - 9} anchor={inside ? 'start' : 'end'}>
        dead zone
      </Label>
    </>
  )
}

function sentence(answers: readonly Answer[], view: View, { z }: ShrinkageResult): string {
  const values = answers.map(
    ({ operator, estimate, moved }) =>
      `${looks[operator].name} ${decimal(view === 'estimate' ? estimate : moved)}`,
  )
  const what = view === 'estimate' ? 'Estimates' : 'Distances from z'
  return `${what} against z; at z = ${decimal(z)}: ${list(values)}`
}

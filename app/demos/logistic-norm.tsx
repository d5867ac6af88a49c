import { type Box, pushApart, short } from '#app/_figure/layout.ts'
import { PenaltyAxis } from '#app/_figure/penalty-axis.tsx'
import { Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, log, polyline, roundTicks, type Scale } from '#app/_figure/scale.ts'
import {
  type Curve,
  logistic,
  type LogisticResult,
  type LogisticState,
} from '#lib/figures/logistic.ts'
import { alphaOf } from '#lib/figures/logistic-model.ts'
import { decimal } from '#lib/figures/number.ts'
import type { Units } from '#lib/figures/units.ts'

type Scales = { x: Scale; y: Scale; ticks: readonly number[] }
type Drawn = {
  result: LogisticResult
  state: LogisticState
  units: Units
  scales: Scales
  box: Box
}

const { min, max } = logistic.fields.lambda

export function normScales({ curves, truth }: LogisticResult, box: Box): Scales {
  const { width, height, left, right, top, bottom } = box
  const norms = curves.flatMap((curve) => [...curve.norms])
  const ticks = roundTicks([0, Math.max(...norms, Math.hypot(...truth))], 5)
  return {
    x: log([min, max], [0, width - left - right]),
    y: linear([0, ticks.at(-1)!], [height - top - bottom - 1, 30]),
    ticks,
  }
}

/** How long β is at every penalty: for these classes, and for the same rows with other centres. */
export function LogisticNorm({ result, state, units, scales, box }: Drawn) {
  const { x, y, ticks } = scales
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const { model, curves, truth } = result
  const made = y(Math.hypot(...truth))
  const cursor = short(x(model.lambda))
  const late = cursor > w * 0.6
  return (
    <Plot
      box={box}
      label={sentence(result)}
      around={<Around {...{ result, state, units, scales, box }} />}
    >
      {ticks.slice(1).map((value) => (
        <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
      ))}
      <path className="fig-zero" d={`M0,${h - 1}H${w}`} />
      <path className="fig-way" d={`M0,${short(made)}H${w}`} />
      {curves.map((curve, i) => (
        <path
          key={curve.distance}
          className={`fig-line fig-${state.penalty} ${i === 0 ? '' : 'faint'}`}
          strokeDasharray={i === 0 ? undefined : '6 3'}
          d={polyline(Array.from(curve.lambdas, (l, k) => [x(l), y(curve.norms[k]!)] as const))}
        />
      ))}
      <path className="fig-cursor" d={`M${cursor},0V${h}`} />
      <circle
        className={`fig-knot fig-${state.penalty}`}
        cx={cursor}
        cy={short(y(model.norm))}
        r={3.6}
      />
      <Label x={w - 6} y={made - 6} anchor="end">
        ‖<tspan className="symbol">β</tspan>‖ that made the data
      </Label>
      <Names curves={curves} scales={scales} />
      <Label x={cursor + (late ? -7 : 7)} y={16} anchor={late ? 'end' : 'start'}>
        ‖<tspan className="symbol">β</tspan>‖ = {decimal(model.norm)}
      </Label>
    </Plot>
  )
}

/** Each curve is named beside its left part: one rises there, one lies flat. */
function Names({ curves, scales: { x, y } }: { curves: LogisticResult['curves']; scales: Scales }) {
  const k = 30 // a penalty of about 0.0002
  const places = pushApart(
    curves.map(({ norms }) => y(norms[k]!) - 6),
    15,
    [34, y(0) - 6],
  )
  return curves.map((curve, i) => (
    <Label key={curve.distance} x={x(curve.lambdas[k]!) + 8} y={places[i]!}>
      {words(curve)}
    </Label>
  ))
}

function words({ distance, separable }: Curve): string {
  return `${decimal(distance, 1)} apart: ${separable ? 'separable' : 'overlap'}`
}

function Around({ state, units, scales: { x, y, ticks }, box }: Drawn) {
  return (
    <>
      <PenaltyAxis box={box} x={x} domain={[min, max]} units={units} alpha={alphaOf(state)} />
      <SideAxis
        at={-6}
        side="left"
        ticks={ticks.map((value) => ({
          at: y(value),
          text: decimal(value, ticks[1]! < 1 && value !== 0 ? 1 : 0),
        }))}
      />
    </>
  )
}

function sentence({ curves, model }: LogisticResult): string {
  const ends = curves.map((curve) => `${words(curve)}, up to ${decimal(curve.norms.at(-1)!)}`)
  return `Length of β against the penalty: ${decimal(model.norm)} at the cursor; centres ${ends.join('; centres ')}`
}

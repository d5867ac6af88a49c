import { markPath } from '#app/_ui/method-mark.tsx'
import { type Box, boxOf, pushApart, short } from '#app/_figure/layout.ts'
import { PenaltyAxis } from '#app/_figure/penalty-axis.tsx'
import { Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, log, polyline, roundTicks } from '#app/_figure/scale.ts'
import { collinear, type CollinearResult, type CollinearState } from '#lib/figures/collinear.ts'
import { mixOf } from '#lib/figures/collinear-clouds.ts'
import { decimal } from '#lib/figures/number.ts'
import type { Units } from '#lib/figures/units.ts'

type Scales = ReturnType<typeof scalesOf>
type Drawn = {
  result: CollinearResult
  state: CollinearState
  units: Units
  scales: Scales
  box: Box
}

const { min, max } = collinear.fields.lambda

/** @param shape height over width */
export function pathBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 32, right: 30, top: 2, bottom: 42 })
}

export function scalesOf({ path, clouds, pick }: CollinearResult, box: Box) {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [width - left - right, height - top - bottom]
  const values = [...path.coefficients, ...clouds.ols.points[pick]!, 0]
  const ticks = roundTicks([Math.min(...values), Math.max(...values)], 6)
  return {
    x: log([min, max], [0, w]),
    y: linear([ticks[0]!, ticks.at(-1)!], [h - 6, 6]),
    ticks,
    w,
    h,
  }
}

/** Both coefficients of one sample against the penalty; least squares stands where λ would be 0. */
export function CollinearPath({ result, state, units, scales, box }: Drawn) {
  const { x, y, ticks, w, h } = scales
  const { path, clouds, pick, lambda } = result
  const at = clouds[state.vs].points[pick]!
  const cursor = short(x(lambda))
  return (
    <Plot
      box={box}
      label={sentence(state, at, units)}
      around={<Around {...{ result, state, units, scales, box }} />}
    >
      {ticks
        .filter((b) => b !== 0)
        .map((b) => (
          <path key={b} className="fig-rule" d={`M0,${short(y(b))}H${w}`} />
        ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
      {both.map((j) => (
        <path
          key={j}
          className={`fig-line fig-${state.vs}`}
          d={polyline(
            Array.from(path.lambdas, (l, i) => [x(l), y(path.coefficients[2 * i + j]!)] as const),
          )}
        />
      ))}
      {both.map((j) => (
        <path
          key={j}
          className="fig-ols-point"
          d={markPath('ols', 7, y(clouds.ols.points[pick]![j]), 5)}
        />
      ))}
      <path className="fig-cursor" d={`M${cursor},0V${short(h)}`} />
      {both.map((j) => (
        <circle
          key={j}
          className={`fig-knot fig-${state.vs}`}
          cx={cursor}
          cy={short(y(at[j]))}
          r={3.6}
        />
      ))}
      <Crossing {...{ result, state, units, scales }} />
    </Plot>
  )
}

const both = [0, 1] as const

/** Where ridge takes a coefficient through zero: a point, not an interval. */
function Crossing({
  result: { crossing },
  state,
  units,
  scales: { x, y, w, h },
}: Omit<Drawn, 'box'>) {
  if (state.vs !== 'l2' || crossing === undefined) return null
  if (crossing.lambda < min || crossing.lambda > max) return null
  const [cx, cy] = [x(crossing.lambda), y(0)]
  const left = cx > w / 2
  return (
    <>
      <circle className="fig-ring" cx={short(cx)} cy={short(cy)} r={7} />
      <Label
        x={cx + (left ? -11 : 11)}
        y={cy > h - 26 ? cy - 12 : cy + 20}
        anchor={left ? 'end' : 'start'}
      >
        <SvgLetter of="β" sub={crossing.of + 1} />
        <tspan dy={-4}>
          {' '}
          crosses 0 at <tspan className="symbol">{units.letter(0)}</tspan>{' '}
          {units.write(crossing.lambda, 0)}
        </tspan>
      </Label>
    </>
  )
}

/** Axes, and the name of each line at its left end. */
function Around({ result: { path }, state, units, scales: { x, y, ticks, w, h }, box }: Drawn) {
  const alpha = mixOf(state.vs, state)
  const last = path.coefficients.length - 2
  const places = pushApart(
    both.map((j) => y(path.coefficients[last + j]!)),
    14,
    [4, h - 4],
  )
  const digits = ticks[1]! - ticks[0]! < 1 ? 1 : 0
  return (
    <>
      <PenaltyAxis box={box} x={x} domain={[min, max]} units={units} alpha={alpha} />
      <SideAxis
        at={w + 6}
        side="right"
        ticks={ticks.map((b) => ({ at: y(b), text: b === 0 ? '0' : decimal(b, digits) }))}
      />
      {both.map((j) => (
        <g key={j} className="fig-name">
          <Label x={-6} y={places[j]! + 4} anchor="end">
            <SvgLetter of="β" sub={j + 1} />
          </Label>
        </g>
      ))}
    </>
  )
}

const words = { l1: 'L1, the lasso', l2: 'L2, ridge', en: 'Elastic net' }

function sentence(state: CollinearState, [first, second]: readonly [number, number], units: Units) {
  const { vs, pick, lambda } = state
  return `${words[vs]} on sample ${pick}: (${decimal(first)}, ${decimal(second)}) at penalty ${units.write(lambda, mixOf(vs, state))}`
}

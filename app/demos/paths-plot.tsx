import { memo } from 'react'
import { type Box, boxOf, pushApart, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, log, polyline, roundTicks } from '#app/_figure/scale.ts'
import { decimal, penalty } from '#lib/figures/number.ts'
import { type Curve, type Model, paths } from '#lib/figures/paths.ts'

type Scales = ReturnType<typeof scalesOf>
type Drawn = { curve: Curve; truth: Float64Array; scales: Scales }

const { min, max } = paths.fields.lambda

/** @param shape height over width */
export function pathsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 34, right: 26, top: 4, bottom: 42 })
}

/** Both panels share both axes: sizes compare by eye. */
export function scalesOf(
  curves: readonly Curve[],
  { width, height, left, right, top, bottom }: Box,
) {
  const values = curves.flatMap(({ coefficients }) => Array.from(coefficients))
  const ticks = roundTicks([Math.min(0, ...values), Math.max(0, ...values)], 6)
  return {
    x: log([min, max], [0, width - left - right]),
    y: linear([ticks[0]!, ticks.at(-1)!], [height - top - bottom - 6, 6]),
    ticks,
  }
}

/** Every coefficient of one method against the penalty, and the model at the cursor. */
export function PathsPlot({
  curve,
  model,
  truth,
  scales,
  box,
}: Drawn & { model: Model; box: Box }) {
  const { x, y, ticks } = scales
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const cursor = x(model.lambda)
  const late = cursor > w * 0.6
  const p = truth.length
  return (
    <Plot
      box={box}
      label={`${names[model.method]}: ${model.nonzeros} of ${p} coefficients are not zero at penalty ${penalty(model.lambda)}`}
      around={<Around box={box} curve={curve} truth={truth} scales={scales} />}
    >
      {ticks
        .filter((b) => b !== 0)
        .map((b) => (
          <path key={b} className="fig-rule" d={`M0,${short(y(b))}H${w}`} />
        ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
      <Lines curve={curve} truth={truth} scales={scales} />
      <path className="fig-cursor" d={`M${short(cursor)},0V${short(h)}`} />
      {Array.from(model.coefficients, (b, j) =>
        b === 0 ? null : (
          <circle
            key={j}
            className={`fig-knot fig-${model.method}`}
            cx={short(cursor)}
            cy={short(y(b))}
            r={truth[j] === 0 ? 2.4 : 3.6}
          />
        ),
      )}
      <Label x={cursor + (late ? -7 : 7)} y={16} anchor={late ? 'end' : 'start'}>
        {model.nonzeros} of {p} non-zero
      </Label>
    </Plot>
  )
}

const names = { l1: 'L1, the lasso', l2: 'L2, ridge', en: 'Elastic net' }

/** Heavy for a true effect. They stay as they are while the cursor moves. */
const Lines = memo(function Lines({ curve, truth, scales: { x, y } }: Drawn) {
  const p = truth.length
  const points = (j: number) =>
    Array.from(
      curve.lambdas,
      (lambda, i) => [x(lambda), y(curve.coefficients[i * p + j]!)] as const,
    )
  return Array.from(truth, (effect, j) => (
    <path
      key={j}
      className={`fig-line fig-${curve.method} ${effect === 0 ? 'faint' : ''}`}
      d={polyline(points(j))}
    />
  ))
})

/** Axes, and each line's name at its left end, where the lines lie furthest apart. */
function Around({ box, curve, truth, scales: { x, y, ticks } }: Drawn & { box: Box }) {
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const p = truth.length
  const last = (curve.lambdas.length - 1) * p
  const ends = Array.from(truth, (_, j) => y(curve.coefficients[last + j]!))
  const places = pushApart(ends, 14, [4, h - 4])
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[0.01, 0.1, 1, 10].map((lambda) => ({ at: x(lambda), text: String(lambda) }))}
      >
        penalty <tspan className="symbol">λ</tspan>, log scale
      </BottomAxis>
      <SideAxis
        at={w + 6}
        side="right"
        ticks={ticks.map((b) => ({ at: y(b), text: decimal(b, 0) }))}
      />
      {places.map((place, j) => (
        <g key={j} className={truth[j] === 0 ? 'fig-name faint' : 'fig-name'}>
          <Label x={-6} y={place + 4} anchor="end">
            <SvgLetter of="β" sub={j + 1} />
          </Label>
        </g>
      ))}
    </>
  )
}

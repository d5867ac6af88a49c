import { type Box, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import type { ConventionsResult } from '#lib/figures/conventions.ts'
import { decimal, penalty } from '#lib/figures/number.ts'
import type { Axes } from './conventions-axes.ts'
import { Dot, Rules } from './conventions-plot.tsx'

const heads = { house: 'this site', sklearn: 'sklearn', glmnet: 'glmnet', textbook: 'textbook' }

/** One number in four conventions: the effects that come of it, beside those of the model. */
export function ReadingsPlot({
  result,
  number,
  axes: { y, ticks },
  box,
}: {
  result: ConventionsResult
  /** as typed */
  number: number
  axes: Axes
  box: Box
}) {
  const { method, model, readings, other } = result
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const at = (i: number) => (w * (i + 0.5)) / readings.length
  const apart = readings.map((each) => `${heads[each.convention]} ${decimal(each.apart)}`)
  return (
    <Plot
      box={box}
      label={`${penalty(number)} typed as a penalty; predictions apart from the model’s, in standard deviations of y: ${apart.join(', ')}`}
      around={
        <>
          <BottomAxis
            box={box}
            ticks={readings.map(({ convention }, i) => ({ at: at(i), text: heads[convention] }))}
          >
            where {penalty(number)} is typed
          </BottomAxis>
          <SideAxis
            at={-6}
            side="left"
            ticks={ticks.map((b) => ({ at: y(b), text: decimal(b, 0) }))}
          />
          <Same {...{ result, at, w }} top={h + 50} />
        </>
      }
    >
      <Rules y={y} ticks={ticks} w={w} />
      {Array.from(model.effects, (effect, j) => (
        <path key={j} className="fig-way" d={`M0,${short(y(effect))}H${w}`} />
      ))}
      {readings.map(({ convention, model: read, apart: far }, i) => (
        <g key={convention}>
          {Array.from(read.effects, (effect, j) => (
            <g key={j}>
              <path
                className={`fig-line fig-${method} ${j === 0 ? '' : 'faint'}`}
                d={`M${short(at(i))},${short(y(model.effects[j]!))}V${short(y(effect))}`}
              />
              <Dot j={j} method={method} cx={at(i)} cy={y(effect)} />
            </g>
          ))}
          <Label x={at(i)} y={34} anchor="middle">
            <tspan className={convention === other.convention ? 'fig-strong' : undefined}>
              {far < 0.005 ? 'equal' : `${decimal(far)} sd`}
            </tspan>
          </Label>
        </g>
      ))}
      <text className="fig-axis-note" x={short(w / 2)} y={15} textAnchor="middle">
        predictions apart by up to
      </text>
    </Plot>
  )
}

/** What each of them takes for the model itself. */
function Same({
  result: { readings },
  at,
  w,
  top,
}: {
  result: ConventionsResult
  at: (i: number) => number
  w: number
  top: number
}) {
  return (
    <g className="fig-axis" textAnchor="middle">
      {readings.map(({ convention, same }, i) => (
        <text key={convention} className="fig-axis-note" x={short(at(i))} y={short(top + 8)}>
          {penalty(same.lambda)}
        </text>
      ))}
      <text className="fig-axis-title" x={short(w / 2)} y={short(top + 26)}>
        what the same model takes there
      </text>
    </g>
  )
}

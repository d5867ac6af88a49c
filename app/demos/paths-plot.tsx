import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { short } from '#app/_figure/layout.ts'
import { Label, Plot } from '#app/_figure/plot.tsx'
import { methods } from '#app/_ui/method-mark.tsx'
import type { Model, PathsResult } from '#lib/figures/paths.ts'
import type { Curve } from '#lib/figures/paths-curve.ts'
import type { Units } from '#lib/figures/units.ts'
import { Around, type PathsProps } from './paths-axes.tsx'
import { PathsErrors } from './paths-errors.tsx'
import { Kinks, Lines } from './paths-lines.tsx'
import { inside, placeIn, type Scales } from './paths-scales.ts'

/** One method along its path, and the model at the cursor. */
export function PathsPlot({ guess, ...props }: PathsProps & { guess?: Guess | undefined }) {
  const { result, curve, scales, units, box } = props
  const { x, y, ticks, view, axis } = scales
  const { w, h } = inside(box)
  const model = result[curve.method]
  return (
    <Plot box={box} label={sentence(model, result, units)} around={<Around {...props} />}>
      {ticks
        .filter((value) => value !== 0)
        .map((value) => (
          <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
        ))}
      {view === 'cv' ? (
        <PathsErrors curve={curve} scales={scales} w={w} />
      ) : (
        <>
          <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
          <Lines curve={curve} truth={result.truth} scales={scales} />
          {curve.method === 'l1' && <Kinks knots={result.knots} scales={scales} />}
        </>
      )}
      {chosen(curve, scales).map(({ x: at, text }) => (
        <path key={text} className="fig-way" d={`M${short(at)},0V${short(h)}`} />
      ))}
      {view === 'coefficients' && axis === 'lambda' && (
        <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
      )}
      <Cursor {...{ model, scales, w, h }} truth={result.truth} />
      {chosen(curve, scales).map(({ x: at, text, up }) => (
        <Label
          key={text}
          x={at > w - 36 ? at - 4 : at + 4}
          y={h - up}
          anchor={at > w - 36 ? 'end' : 'start'}
        >
          {text}
        </Label>
      ))}
    </Plot>
  )
}

/** What cross-validation would take: the smallest error, and the one-standard-error rule. */
function chosen(curve: Curve, scales: Scales) {
  return [
    { at: curve.folds.atMin, text: 'min', up: 12 },
    { at: curve.folds.at1se, text: '1-SE', up: 26 },
  ].map(({ at, ...label }) => ({ ...label, x: scales.at(placeIn(curve, at)) }))
}

type Inside = { scales: Scales; w: number; h: number }

function Cursor({ model, scales, truth, w, h }: Inside & { model: Model; truth: Float64Array }) {
  const x = scales.at(model)
  const late = x > w * 0.6
  return (
    <>
      <path className="fig-cursor" d={`M${short(x)},0V${short(h)}`} />
      {scales.view === 'coefficients' &&
        Array.from(model.coefficients, (b, j) =>
          b === 0 ? null : (
            <circle
              key={j}
              className={`fig-knot fig-${model.method}`}
              cx={short(x)}
              cy={short(scales.y(b))}
              r={truth[j] === 0 ? 2.4 : 3.6}
            />
          ),
        )}
      <Label x={late ? x - 7 : x + 7} y={16} anchor={late ? 'end' : 'start'}>
        {model.nonzeros} of {truth.length} non-zero
      </Label>
    </>
  )
}

function sentence(model: Model, { truth }: PathsResult, units: Units): string {
  const { method, nonzeros, lambda, alpha } = model
  return `${methods[method].title}: ${nonzeros} of ${truth.length} coefficients are not zero at penalty ${units.write(lambda, alpha)}`
}

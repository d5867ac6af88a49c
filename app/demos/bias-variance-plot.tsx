import { markPath } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, short } from '#app/_figure/layout.ts'
import { PenaltyAxis } from '#app/_figure/penalty-axis.tsx'
import { BottomAxis, EndNames, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { roundTicks } from '#app/_figure/scale.ts'
import { biasVariance, type BiasVarianceResult } from '#lib/figures/bias-variance.ts'
import { type Curve, least, mixOf, type Split } from '#lib/figures/bias-variance-curves.ts'
import { decimal } from '#lib/figures/number.ts'
import type { Units } from '#lib/figures/units.ts'
import type { Axis, Scales } from './bias-variance-scales.ts'

type Drawn = { result: BiasVarianceResult; axis: Axis; scales: Scales; units: Units; box: Box }

const { min, max } = biasVariance.fields.lambda

/** The dash tells the parts of the error apart; the hue says whose they are. */
const parts = [
  { key: 'error', name: 'error', dash: undefined },
  { key: 'bias2', name: 'bias²', dash: '7 3' },
  { key: 'variance', name: 'variance', dash: '2 3' },
] as const satisfies readonly { key: keyof Split; name: string; dash: string | undefined }[]

/** Bias², variance and their sum with the noise, of one method; of the other one only the sum. */
export function BiasVariancePlot({ guess, ...drawn }: Drawn & { guess?: Guess | undefined }) {
  const { result, scales, box } = drawn
  const { y, ticks, w, h } = scales
  const { method, curves, at, noise } = result
  const x = scales.x[method]
  const cursor = x(result.lambda)
  const late = cursor > w * 0.55
  return (
    <Plot box={box} label={sentence(result)} around={<Around {...drawn} />}>
      {ticks.slice(1).map((value) => (
        <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
      ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}M0,${short(y(noise))}H${w}`} />
      <path
        className={`fig-line faint fig-${other(method)}`}
        d={line(curves[other(method)], 'error', scales)}
      />
      {parts.map(({ key, dash }) => (
        <path
          key={key}
          className={`fig-line fig-${method}`}
          strokeDasharray={dash}
          d={line(curves[method], key, scales)}
        />
      ))}
      <path className="fig-cursor" d={`M${short(cursor)},0V${short(h)}`} />
      {parts.map(({ key }) => (
        <circle
          key={key}
          className={`fig-knot fig-${method}`}
          cx={short(cursor)}
          cy={short(y(at[method][key]))}
          r={3.6}
        />
      ))}
      <Least curve={curves[other(method)]} beside={curves[method]} scales={scales} />
      <Least curve={curves[method]} beside={curves[other(method)]} scales={scales} />
      <Label x={cursor + (late ? -7 : 7)} y={16} anchor={late ? 'end' : 'start'}>
        error {decimal(at[method].error, 3)}
      </Label>
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

/** The mark of a method where its error is least: these heights compare, the penalties do not. */
function Least({ curve, beside, scales }: { curve: Curve; beside: Curve; scales: Scales }) {
  const { method, lambdas, best } = curve
  const [cx, cy] = [scales.x[method](lambdas[best]!), scales.y(least(curve).error)]
  const above = least(curve).error > least(beside).error
  return (
    <>
      <path className={`fig-answer fig-${method}`} d={markPath(method, cx, cy, 5.5)} />
      <Label x={cx} y={cy + (above ? -10 : 20)} anchor="middle" hue={method}>
        {method === 'l1' ? 'L1' : 'L2'}
      </Label>
    </>
  )
}

/** Axes, and each line's name where the penalty is largest. */
function Around({ result, axis, scales, units, box }: Drawn) {
  const { y, ticks, freedom, most, w } = scales
  const { method, curves, noise } = result
  const [end] = curves[method].splits
  const names = parts.map(({ key, name }) => ({ at: y(end![key]), text: name as string }))
  const right = axis === 'lambda'
  const digits = ticks[1]! < 1 ? 1 : 0
  return (
    <>
      {axis === 'lambda' ? (
        <PenaltyAxis
          box={box}
          x={scales.x[method]}
          domain={[min, max]}
          units={units}
          alpha={mixOf(method)}
        />
      ) : (
        <BottomAxis
          box={box}
          marks
          ticks={roundTicks([0, most], 5)
            .filter((df) => df <= most)
            .map((df) => ({ at: freedom(df), text: decimal(df, 0) }))}
        >
          degrees of freedom
        </BottomAxis>
      )}
      <SideAxis
        at={right ? -6 : w + 6}
        side={right ? 'left' : 'right'}
        ticks={ticks.map((value) => ({
          at: y(value),
          text: value === 0 ? '0' : decimal(value, digits),
        }))}
      />
      <EndNames
        box={box}
        side={right ? 'right' : 'left'}
        names={[...names, { at: y(noise), text: 'noise' }]}
      />
    </>
  )
}

function line({ method, lambdas, splits }: Curve, key: keyof Split, { x, y }: Scales): string {
  const at = (split: Split, i: number) => `${short(x[method](lambdas[i]!))},${short(y(split[key]))}`
  return `M${splits.map(at).join('L')}`
}

function other(method: Curve['method']): Curve['method'] {
  return method === 'l1' ? 'l2' : 'l1'
}

function sentence({ method, at, noise }: BiasVarianceResult): string {
  const { bias2, variance, error } = at[method]
  const who = method === 'l1' ? 'L1, the lasso' : 'L2, ridge'
  return `${who}, at the cursor: bias² ${decimal(bias2, 3)}, variance ${decimal(variance, 3)} and noise ${decimal(noise, 3)} add up to ${decimal(error, 3)}`
}

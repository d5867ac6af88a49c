import {
  Choice,
  Controls,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { biasVariance } from '#lib/figures/bias-variance.ts'
import { least, type Method, mixOf } from '#lib/figures/bias-variance-curves.ts'
import { drawn as shownFits, places, redraws } from '#lib/figures/bias-variance-sample.ts'
import { decimal } from '#lib/figures/number.ts'
import { BiasVarianceCloud, cloudBox } from './bias-variance-cloud.tsx'
import { BiasVariancePlot } from './bias-variance-plot.tsx'
import { scalesOf, splitBox } from './bias-variance-scales.ts'

export { prepare } from '#app/_figure/computer.ts'

type Split = Live<typeof biasVariance.fields, ReturnType<typeof biasVariance.compute>>
const { fields } = biasVariance

export function BiasVariance({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(biasVariance, state, frame)
  const { drawn, result } = live
  const height = decimal(Math.sqrt(drawn.p / 3))
  return (
    <Frame
      {...frame}
      live={live}
      controls={<BiasVarianceControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <>
              <Parts
                live={live}
                width={width}
                shape={layout === 'wide' ? 1 : 0.8}
                guess={frame.guess}
              />
              <Panel
                methods={[result.method]}
                title={`${shownFits} fits, new noise each`}
                plot={
                  <BiasVarianceCloud
                    result={result}
                    box={cloudBox(width, layout === 'wide' ? 1 : 0.8)}
                  />
                }
              />
            </>
          )}
        </Panels>
      }
      readout={<BiasVarianceReadout live={live} />}
      collar={[
        `${drawn.n} rows, ${drawn.p} overlapping bumps to fit, seed ${drawn.seed}`,
        `True curve: ${drawn.truth === 'dense' ? 'every bump, heights ±1' : `three bumps, heights ±${height}`}`,
        `Averages over ${redraws} redraws of the noise, σ ${decimal(drawn.sigma)}, on the same rows, and over ${places} places`,
        'A λ of ridge and one of the lasso do not compare; least errors and degrees of freedom do',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

function BiasVarianceControls({ live: { name, state, units, set } }: { live: Split }) {
  return (
    <Controls>
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[mixOf(state.method)]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Choice
        field={fields.method}
        name={`${name}-method`}
        value={state.method}
        onChange={(method) => set({ method })}
      />
      <Choice
        field={fields.truth}
        name={`${name}-truth`}
        value={state.truth}
        onChange={(truth) => set({ truth })}
      />
      <Choice
        field={fields.axis}
        name={`${name}-axis`}
        value={state.axis}
        onChange={(axis) => set({ axis })}
      />
      <MoreControls title="Change the data">
        <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
        <Slider field={fields.p} value={state.p} onChange={(p) => set({ p })} />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}

function BiasVarianceReadout({ live: { result } }: { live: Split }) {
  const shown = ['l2', 'l1'] as const
  const row = (heading: string, of: (method: Method) => number, digits = 3) =>
    [heading, ...shown.map((method) => decimal(of(method), digits))] as const
  return (
    <Readout
      shown={shown}
      rows={[
        row('Bias²', (method) => result.at[method].bias2),
        row('Variance', (method) => result.at[method].variance),
        row('Noise', () => result.noise),
        row('Expected error', (method) => result.at[method].error),
        row('Degrees of freedom', (method) => result.at[method].df, 1),
        row('Least error', (method) => least(result.curves[method]).error),
      ]}
    />
  )
}

/** The error and its parts, with the cursor to take hold of. */
function Parts({
  live,
  width,
  shape,
  guess,
}: {
  live: Split
  width: number
  shape: number
  guess: Guess | undefined
}) {
  const { state, drawn, start, result, units, set } = live
  const box = splitBox(width, shape, drawn.axis)
  const scales = scalesOf(result, drawn.axis, box)
  const { min, max, step } = fields.lambda
  const alpha = mixOf(drawn.method)
  const x = scales.x[drawn.method]
  // on an axis of degrees of freedom, right is less penalty
  const right = drawn.axis === 'lambda' ? 1 : -1
  return (
    <Panel
      methods={[drawn.method]}
      title="the error and its parts"
      plot={<BiasVariancePlot {...{ result, scales, units, box, guess }} axis={drawn.axis} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Penalty at the cursor"
        value={{ now: state.lambda, min, max }}
        text={`${units.letter(alpha)} ${units.write(state.lambda, alpha)}`}
        at={{ x: box.left + x(state.lambda), y: box.height - box.bottom }}
        onDrag={(to) => set({ lambda: x.invert(to.x - box.left) })}
        onNudge={(by) => set({ lambda: state.lambda * 10 ** ((right * by.x + by.y) * step) })}
        onHome={() => set({ lambda: start.lambda })}
      />
    </Panel>
  )
}

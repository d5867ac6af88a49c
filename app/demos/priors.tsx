import { Controls, PenaltySlider, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { priors } from '#lib/figures/priors.ts'
import { priorsBox, PriorsPlot, scalesOf } from './priors-plot.tsx'

type Priors = Live<typeof priors.fields, ReturnType<typeof priors.compute>>
const { fields } = priors

/** Gaussian, then Laplace: by the penalty that each stands for. */
const shown = ['l2', 'l1'] as const

export function Priors({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(priors, state, frame)
  const { drawn, result } = live
  const scale = drawn.sigma ** 2 / drawn.lambda
  const row = (heading: string, of: 'mode' | 'mean' | 'sd') =>
    [heading, ...shown.map((method) => decimal(result[method][of]))] as const
  return (
    <Frame
      {...frame}
      live={live}
      controls={<PriorsControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair
              live={live}
              width={width}
              shape={layout === 'wide' ? 1 : 0.72}
              guess={frame.guess}
            />
          )}
        </Panels>
      }
      readout={
        <Readout
          shown={shown}
          rows={[
            row('Mode', 'mode'),
            row('Mean', 'mean'),
            row('Standard deviation', 'sd'),
            ['… of the prior', decimal(Math.sqrt(scale)), decimal(Math.SQRT2 * scale)],
          ]}
        />
      }
      collar={[
        'One observation z of one weight b, normal with standard deviation σ',
        'The mode is what ½(z − b)² plus the penalty returns: λb²/2 is a Gaussian prior of variance σ²/λ, λ|b| a Laplace prior of scale σ²/λ',
        'Dashed: prior. Dotted: likelihood. Filled: posterior. Dot: its mode. Ring: its mean',
        'Drag the observation, or use the sliders',
      ]}
    />
  )
}

function PriorsControls({ live: { state, units, set } }: { live: Priors }) {
  return (
    <Controls>
      <Slider field={fields.z} value={state.z} onChange={(z) => set({ z })} />
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[0, 1]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
    </Controls>
  )
}

/** Two panels with one observation. */
function Pair({
  live: { state, start, result, set },
  width,
  shape,
  guess,
}: {
  live: Priors
  width: number
  shape: number
  guess: Guess | undefined
}) {
  const { min, max, step } = fields.z
  const box = priorsBox(width, shape)
  const scales = scalesOf(result, box)
  return shown.map((method, i) => (
    <Panel
      key={method}
      methods={[method]}
      title={method === 'l2' ? 'Gaussian prior' : 'Laplace prior'}
      plot={<PriorsPlot {...{ result, method, scales, box }} guess={i === 0 ? guess : undefined} />}
    >
      <Handle
        box={box}
        twin={i > 0}
        shape="grip"
        label="Observation on the axis"
        value={{ now: state.z, min, max }}
        text={`z ${decimal(state.z)}`}
        at={{ x: box.left + scales.x(state.z), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ z: scales.x.invert(x - box.left) })}
        onNudge={({ x, y }) => set({ z: state.z + (x + y) * step })}
        onHome={() => set({ z: start.z })}
      />
    </Panel>
  ))
}

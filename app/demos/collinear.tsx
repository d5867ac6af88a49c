import {
  Choice,
  Controls,
  MixSlider,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { collinear } from '#lib/figures/collinear.ts'
import { mixOf } from '#lib/figures/collinear-clouds.ts'
import { resamples } from '#lib/figures/collinear-sample.ts'
import { decimal } from '#lib/figures/number.ts'
import { cloudBox, CollinearCloud } from './collinear-cloud.tsx'
import { CollinearPath, pathBox, scalesOf } from './collinear-path.tsx'

type Collinear = Live<typeof collinear.fields, ReturnType<typeof collinear.compute>>
const { fields } = collinear

export function Collinear({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(collinear, state, frame)
  const { drawn, result } = live
  return (
    <Frame
      {...frame}
      live={live}
      controls={<CollinearControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <>
              <Panel
                methods={['ols', drawn.vs]}
                plot={
                  <CollinearCloud
                    result={result}
                    vs={drawn.vs}
                    box={cloudBox(width, layout === 'wide' ? 1.02 : 0.94)}
                    guess={frame.guess}
                  />
                }
              />
              <Path live={live} width={width} shape={layout === 'wide' ? 1.02 : 0.72} />
            </>
          )}
        </Panels>
      }
      readout={<CollinearReadout live={live} />}
      collar={[
        `${drawn.n} rows of two standardised features, seed ${drawn.seed}; ${resamples} samples of the response, noise ${decimal(drawn.sigma)}`,
        'Each mark: one sample, the same features with new noise',
        'Large marks: the sample shown, and its way from least squares',
        'Spread: standard deviation of a coefficient over the samples. Distance: root mean square',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

function CollinearControls({ live: { name, state, units, set } }: { live: Collinear }) {
  return (
    <Controls>
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[mixOf(state.vs, state)]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
      <Choice field={fields.vs} name={name} value={state.vs} onChange={(vs) => set({ vs })} />
      {state.vs === 'en' && (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      )}
      <MoreControls title="Change the data">
        <Slider field={fields.pick} value={state.pick} onChange={(pick) => set({ pick })} />
        <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Slider field={fields.b1} value={state.b1} onChange={(b1) => set({ b1 })} />
        <Slider field={fields.b2} value={state.b2} onChange={(b2) => set({ b2 })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })}>
          Draw other data
        </Redraw>
      </MoreControls>
    </Controls>
  )
}

/** The first two rows are the point: they are the same in both columns. */
function CollinearReadout({ live: { drawn, result } }: { live: Collinear }) {
  const shown = ['ols', drawn.vs] as const
  const row = (heading: string, of: (method: (typeof shown)[number]) => string) =>
    [heading, ...shown.map(of)] as const
  const { clouds, pick } = result
  return (
    <Readout
      shown={shown}
      rows={[
        row('VIF of the features', () => decimal(result.vif, 1)),
        row('Their condition number', () => decimal(result.condition, 1)),
        row('Spread of a coefficient', (method) => decimal(clouds[method].spread)),
        row('Distance from the truth', (method) => decimal(clouds[method].distance)),
        row('β2 below 0', (method) => `${decimal(100 * clouds[method].negative, 0)}%`),
        row(`β1, sample ${drawn.pick}`, (method) => decimal(clouds[method].points[pick]![0])),
        row(`β2, sample ${drawn.pick}`, (method) => decimal(clouds[method].points[pick]![1])),
      ]}
    />
  )
}

/** One sample along the penalties, with the cursor to take hold of. */
function Path({ live, width, shape }: { live: Collinear; width: number; shape: number }) {
  const { state, drawn, start, result, units, set } = live
  const box = pathBox(width, shape)
  const scales = scalesOf(result, box)
  const { min, max, step } = fields.lambda
  const alpha = mixOf(state.vs, state)
  return (
    <Panel
      methods={[drawn.vs]}
      plot={<CollinearPath result={result} state={drawn} units={units} scales={scales} box={box} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Penalty at the cursor"
        value={{ now: state.lambda, min, max }}
        text={`${units.letter(alpha)} ${units.write(state.lambda, alpha)}`}
        at={{ x: box.left + scales.x(state.lambda), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ lambda: scales.x.invert(x - box.left) })}
        onNudge={({ x, y }) => set({ lambda: state.lambda * 10 ** ((x + y) * step) })}
        onHome={() => set({ lambda: start.lambda })}
      />
    </Panel>
  )
}

import { useMemo } from 'react'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { conventions } from '#lib/figures/conventions.ts'
import { decimal, penalty } from '#lib/figures/number.ts'
import { axesOf, conventionsBox, extentOf } from './conventions-axes.ts'
import { ConventionsControls } from './conventions-controls.tsx'
import { ConventionsPlot } from './conventions-plot.tsx'
import { ReadingsPlot } from './conventions-readings.tsx'

export type Conventions = Live<typeof conventions.fields, ReturnType<typeof conventions.compute>>
const { fields } = conventions

export function Conventions({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(conventions, state, frame)
  const { method, given, standard, gain, readings } = live.result
  return (
    <Frame
      {...frame}
      live={live}
      controls={<ConventionsControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair
              live={live}
              width={width}
              shape={layout === 'wide' ? 1.2 : 0.94}
              guess={frame.guess}
            />
          )}
        </Panels>
      }
      readout={
        <Readout
          shown={[method]}
          rows={[
            ['β1 × sd, as given', decimal(given.effects[0]!)],
            ['β1 × sd, standardised', decimal(standard.effects[0]!)],
            ...readings
              .slice(1)
              .map(
                ({ convention, same }) =>
                  [`Same model in ${writers[convention]}`, penalty(same.lambda)] as const,
              ),
            ['10 more in y add', decimal(gain, 1)],
          ]}
        />
      }
      collar={[
        `${live.state.n} simulated rows, 3 columns, neighbours correlated 0.30, noise 2.0, seed ${live.state.seed}`,
        'Whole lines: columns as given. Dashed: standardised. Dotted: the model at the cursor',
        'sd: standard deviation; between predictions, that of y',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

const writers = { house: 'this site', sklearn: 'sklearn', glmnet: 'glmnet', textbook: 'textbooks' }

/** Two panels with one axis of effects. */
function Pair({
  live,
  width,
  shape,
  guess,
}: {
  live: Conventions
  width: number
  shape: number
  guess: FrameProps['guess']
}) {
  const { state, drawn, start, result, set } = live
  const box = useMemo(() => conventionsBox(width, shape), [width, shape])
  const [low, high] = extentOf(result)
  const axes = useMemo(() => axesOf([low, high], box), [low, high, box])
  const { x } = axes
  const { min, max, step } = fields.unit
  return (
    <>
      <Panel
        methods={[result.method]}
        plot={
          <ConventionsPlot
            result={result}
            unit={drawn.unit}
            standardised={drawn.standardize === 'yes'}
            {...{ axes, box, guess }}
          />
        }
      >
        <Handle
          box={box}
          shape="grip"
          label="Unit at the cursor"
          value={{ now: state.unit, min, max }}
          text={`× ${state.unit}`}
          at={{ x: box.left + x(state.unit), y: box.height - box.bottom }}
          onDrag={({ x: to }) => set({ unit: x.invert(to - box.left) })}
          onNudge={({ x: right, y: up }) => set({ unit: state.unit * 10 ** ((right + up) * step) })}
          onHome={() => set({ unit: start.unit })}
        />
      </Panel>
      <Panel
        methods={[result.method]}
        plot={<ReadingsPlot result={result} number={drawn.number} axes={axes} box={box} />}
      />
    </>
  )
}

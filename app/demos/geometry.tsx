import { Choice, Controls, NumberInput, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { geometry } from '#lib/figures/geometry.ts'
import { decimal, penalty } from '#lib/figures/number.ts'
import { geometryBox, GeometryPlot, planeOf } from './geometry-plot.tsx'

type Geometry = Live<typeof geometry.fields, ReturnType<typeof geometry.compute>>
const { fields } = geometry

export function Geometry({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(geometry, state, frame.number)
  const { l1, l2 } = live.result
  return (
    <Frame
      {...frame}
      live={live}
      controls={<GeometryControls live={live} />}
      plots={
        <Panels>
          {(layout, width) =>
            layout === 'wide' ? (
              <>
                <Ground live={live} shown={['l1']} width={width} shape={0.985} />
                <Ground live={live} shown={['l2']} width={width} shape={0.985} twin />
              </>
            ) : (
              <Ground live={live} shown={['l1', 'l2']} width={width} shape={0.94} />
            )
          }
        </Panels>
      }
      readout={
        <Readout
          shown={['l1', 'l2']}
          rows={[
            ['β1', decimal(l1.beta[0]), decimal(l2.beta[0])],
            ['β2', decimal(l1.beta[1]), decimal(l2.beta[1])],
            ['Penalty λ', penalty(l1.lambda), penalty(l2.lambda)],
            ['Loss above OLS', decimal(l1.loss), decimal(l2.loss)],
          ]}
        />
      }
      collar={[
        `Two standardised predictors, correlation ${decimal(live.state.rho)}`,
        'Contours: equal loss, 1/(2n) of the squared residuals',
        'Arrow: the pull of the data. Shaded: pulls that the corner withstands',
        'Drag, arrow keys, or type a value',
      ]}
    />
  )
}

function GeometryControls({ live: { name, state, set } }: { live: Geometry }) {
  return (
    <Controls>
      {state.by === 'budget' ? (
        <Slider field={fields.budget} value={state.budget} onChange={(budget) => set({ budget })} />
      ) : (
        <Slider field={fields.lambda} value={state.lambda} onChange={(lambda) => set({ lambda })} />
      )}
      <NumberInput field={fields.b1} value={state.b1} onChange={(b1) => set({ b1 })} />
      <NumberInput field={fields.b2} value={state.b2} onChange={(b2) => set({ b2 })} />
      <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
      <Choice field={fields.by} name={name} value={state.by} onChange={(by) => set({ by })} />
    </Controls>
  )
}

/** The coefficient plane with the least-squares point to take hold of. */
function Ground({
  live,
  shown,
  width,
  shape,
  twin = false,
}: {
  live: Geometry
  shown: readonly ('l1' | 'l2')[]
  width: number
  shape: number
  twin?: boolean
}) {
  const { state, start, result, set } = live
  const box = geometryBox(width, shape)
  const plane = planeOf(box)
  return (
    <Panel
      methods={shown}
      plot={<GeometryPlot result={result} shown={shown.map((m) => result[m])} box={box} />}
    >
      <Handle
        box={box}
        twin={twin}
        label="Least-squares point"
        value={{ now: state.b1, min: fields.b1.min, max: fields.b1.max }}
        text={`β1 ${decimal(state.b1)}, β2 ${decimal(state.b2)}`}
        at={{ x: box.left + plane.x(state.b1), y: box.top + plane.y(state.b2) }}
        onDrag={({ x, y }) =>
          set({
            b1: plane.x.invert(x - box.left),
            b2: plane.y.invert(y - box.top),
          })
        }
        onNudge={({ x, y }) =>
          set({ b1: state.b1 + x * fields.b1.step, b2: state.b2 + y * fields.b2.step })
        }
        onHome={() => set({ b1: start.b1, b2: start.b2 })}
      />
    </Panel>
  )
}

import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { planeBox, planeOf } from '#app/_figure/plane.tsx'
import { useFigure } from '#app/_figure/use-figure.ts'
import { geometry } from '#lib/figures/geometry.ts'
import { decimal } from '#lib/figures/number.ts'
import { GeometryControls, GeometryReadout, type LiveGeometry } from './geometry-controls.tsx'
import { GeometryPlot } from './geometry-plot.tsx'

const { fields } = geometry

export function Geometry({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(geometry, state, frame)
  const { vs, rho } = live.drawn
  const ground = { live, guess: frame.guess }
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
                <Ground {...ground} shown={['l1']} width={width} shape={0.985} />
                <Ground {...ground} shown={[vs]} width={width} shape={0.985} twin />
              </>
            ) : (
              <Ground {...ground} shown={['l1', vs]} width={width} shape={0.94} />
            )
          }
        </Panels>
      }
      readout={<GeometryReadout live={live} />}
      collar={[
        `Two standardised predictors, correlation ${decimal(rho)}`,
        'Contours: equal loss, 1/(2n) of the squared residuals',
        'Arrows: the pull of the data and the push of the penalty. Shaded: pulls that the corner withstands',
        ...(vs === 'en' ? ['A budget is how far each ball reaches along an axis'] : []),
        'Drag, arrow keys, or type a value',
      ]}
    />
  )
}

/** The coefficient plane with the least-squares point to take hold of. */
function Ground({
  live,
  shown,
  guess,
  width,
  shape,
  twin = false,
}: {
  live: LiveGeometry
  shown: readonly ('l1' | 'l2' | 'en')[]
  guess: Guess | undefined
  width: number
  shape: number
  twin?: boolean
}) {
  const { state, start, result, set } = live
  const box = planeBox(width, shape)
  const plane = planeOf(box)
  return (
    <Panel
      methods={shown}
      plot={
        <GeometryPlot
          result={result}
          shown={shown.map((method) => result[method])}
          box={box}
          guess={twin ? undefined : guess}
        />
      }
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

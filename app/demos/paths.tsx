import { useMemo } from 'react'
import { Choice, Controls, MoreControls, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { decimal, list, penalty } from '#lib/figures/number.ts'
import { paths } from '#lib/figures/paths.ts'
import { pathsBox, PathsPlot, scalesOf } from './paths-plot.tsx'

type Paths = Live<typeof paths.fields, ReturnType<typeof paths.compute>>
const { fields } = paths

export function Paths({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(paths, state, frame.number)
  const { truth } = live.result
  const p = truth.length
  const shown = ['l1', live.state.vs] as const
  const models = shown.map((method) => live.result[method])
  const effects = Array.from(truth).filter((b) => b !== 0)
  return (
    <Frame
      {...frame}
      live={live}
      controls={<PathsControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair live={live} width={width} shape={layout === 'wide' ? 1.07 : 0.68} />
          )}
        </Panels>
      }
      readout={
        <Readout
          shown={shown}
          rows={[
            ['Predictors kept', ...both(models.map((m) => `${m.nonzeros} of ${p}`))],
            ['Total size, Σ|β|', ...both(models.map((m) => decimal(m.size)))],
            ['Error on new rows', ...both(models.map((m) => decimal(m.error)))],
          ]}
        />
      }
      collar={[
        `${live.state.n} simulated rows, ${p} predictors, neighbour correlation ${decimal(live.state.rho)}, noise ${decimal(live.state.sigma, 1)}, seed ${live.state.seed}`,
        `Heavy lines: true effects ${list(effects.map((b) => decimal(b, 0)))}`,
        'Error: expected squared error on a new row, noise included',
        'Setup after Tibshirani (1996), example 1',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

function both([first = '', second = '']: string[]): [string, string] {
  return [first, second]
}

function PathsControls({ live: { name, state, set } }: { live: Paths }) {
  return (
    <Controls>
      <Slider field={fields.lambda} value={state.lambda} onChange={(lambda) => set({ lambda })} />
      <Choice field={fields.vs} name={name} value={state.vs} onChange={(vs) => set({ vs })} />
      {state.vs === 'en' && (
        <Slider field={fields.alpha} value={state.alpha} onChange={(alpha) => set({ alpha })} />
      )}
      <MoreControls title="Change the data">
        <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
        <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Slider field={fields.p} value={state.p} onChange={(p) => set({ p })} />
        <button
          type="button"
          className="link-button"
          onClick={() => set({ seed: (state.seed % fields.seed.max) + 1 })}
        >
          Draw another sample
        </button>
      </MoreControls>
    </Controls>
  )
}

/** Two panels with one cursor. */
function Pair({ live, width, shape }: { live: Paths; width: number; shape: number }) {
  const { state, start, result, set } = live
  const { curves } = result
  const box = useMemo(() => pathsBox(width, shape), [width, shape])
  const scales = useMemo(() => scalesOf(curves, box), [curves, box])
  const { min, max, step } = fields.lambda
  return curves.map((curve, i) => (
    <Panel
      key={i}
      methods={[curve.method]}
      plot={
        <PathsPlot
          curve={curve}
          model={result[curve.method]}
          truth={result.truth}
          scales={scales}
          box={box}
        />
      }
    >
      <Handle
        box={box}
        twin={i > 0}
        shape="grip"
        label="Penalty at the cursor"
        value={{ now: state.lambda, min, max }}
        text={`λ ${penalty(state.lambda)}`}
        at={{ x: box.left + scales.x(state.lambda), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ lambda: scales.x.invert(x - box.left) })}
        onNudge={({ x, y }) => set({ lambda: state.lambda * 10 ** ((x + y) * step) })}
        onHome={() => set({ lambda: start.lambda })}
      />
    </Panel>
  ))
}

import { useMemo } from 'react'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { useFigure } from '#app/_figure/use-figure.ts'
import { decimal, list } from '#lib/figures/number.ts'
import { paths } from '#lib/figures/paths.ts'
import { type LivePaths, PathsControls, PathsReadout } from './paths-controls.tsx'
import { PathsPlot } from './paths-plot.tsx'
import { pathsBox, penaltyAt, scalesOf } from './paths-scales.ts'

const { fields } = paths

export function Paths({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(paths, state, frame)
  return (
    <Frame
      {...frame}
      live={live}
      controls={<PathsControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair
              live={live}
              guess={frame.guess}
              width={width}
              shape={layout === 'wide' ? 1.12 : 0.72}
            />
          )}
        </Panels>
      }
      readout={<PathsReadout live={live} />}
      collar={collarOf(live)}
    />
  )
}

/** Two panels with one cursor. */
function Pair({
  live,
  guess,
  width,
  shape,
}: {
  live: LivePaths
  guess: Guess | undefined
  width: number
  shape: number
}) {
  const { state, drawn, start, result, units, set } = live
  const { curves } = result
  const { view, axis } = drawn
  const box = useMemo(() => pathsBox(width, shape), [width, shape])
  const scales = useMemo(() => scalesOf(curves, box, { view, axis }), [curves, box, view, axis])
  const { min, max, step } = fields.lambda
  // On the other axes the model grows to the right, so the penalty falls.
  const right = axis === 'lambda' ? 1 : -1
  return curves.map((curve, i) => (
    <Panel
      key={i}
      methods={[curve.method]}
      plot={
        <PathsPlot {...{ result, curve, scales, units, box }} guess={i > 0 ? undefined : guess} />
      }
    >
      <Handle
        box={box}
        twin={i > 0}
        shape="grip"
        label="Penalty at the cursor"
        value={{ now: state.lambda, min, max }}
        text={`${units.letter(curve.alpha)} ${units.write(state.lambda, curve.alpha)}`}
        at={{ x: box.left + scales.at(result[curve.method]), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ lambda: penaltyAt(curve, scales, x - box.left) })}
        onNudge={({ x, y }) => set({ lambda: state.lambda * 10 ** ((right * x + y) * step) })}
        onHome={() => set({ lambda: start.lambda })}
      />
    </Panel>
  ))
}

function collarOf({ drawn, result: { truth } }: LivePaths): string[] {
  const { data, view, n, rho, sigma, seed, folds } = drawn
  const rows = `${n} simulated rows, ${truth.length} predictors`
  const noise = `noise ${decimal(sigma, 1)}, seed ${seed}`
  const effects = Array.from(truth).filter((b) => b !== 0)
  return [
    data === 'returns'
      ? `${rows}, correlations 0.28, 0.50 and 0.967, ${noise}`
      : `${rows}, neighbour correlation ${decimal(rho)}, ${noise}`,
    {
      few: `Heavy lines: true effects ${list(effects.map((b) => decimal(b, 0)))}`,
      many: 'A true effect of 0.85 on each',
      returns: `True effects ${list(effects.map((b) => decimal(b, 1)))}`,
    }[data],
    ...(view === 'cv'
      ? [
          `Ten folds (seed ${folds}), bars of one standard error`,
          'Dotted: the squared error expected on a new row, noise included',
        ]
      : [
          'Diamonds: where a coefficient of the lasso leaves zero or returns',
          'Error: expected squared error on a new row, noise included',
        ]),
    'min, 1-SE: what ten-fold cross-validation takes',
    ...(data === 'few' ? ['Setup after Tibshirani (1996), example 1'] : []),
    'Drag the cursor, or use the slider',
  ]
}

import { Choice, Controls, MixSlider, PenaltySlider, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import type { Method } from '#app/_ui/method-mark.tsx'
import { decimal } from '#lib/figures/number.ts'
import { shrinkage } from '#lib/figures/shrinkage.ts'
import { type Operator, shown } from '#lib/figures/shrinkage-operators.ts'
import { scalesOf, shrinkageBox } from './shrinkage-graph.ts'
import { ShrinkagePlot } from './shrinkage-plot.tsx'

type Shrinkage = Live<typeof shrinkage.fields, ReturnType<typeof shrinkage.compute>>
const { fields } = shrinkage

export function Shrinkage({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(shrinkage, state, frame)
  return (
    <Frame
      {...frame}
      live={live}
      controls={<ShrinkageControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair
              live={live}
              width={width}
              shape={layout === 'wide' ? 1.02 : 0.86}
              guess={frame.guess}
            />
          )}
        </Panels>
      }
      readout={<ShrinkageReadout live={live} />}
      collar={[
        'One coefficient of an orthonormal design, X’X/n = I: z is its least-squares estimate, and each penalty acts on it alone',
        'Shaded: dead zones, where 0 is returned. Dotted: z as it is',
        'Far from every threshold the bias is the average distance from z',
        'Hard thresholding: penalty λ²/2 for b ≠ 0, so that it too ends its dead zone at λ; with λ for b ≠ 0 it ends at √(2λ)',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

function ShrinkageControls({ live: { name, state, units, set } }: { live: Shrinkage }) {
  return (
    <Controls>
      <Slider field={fields.z} value={state.z} onChange={(z) => set({ z })} />
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[1]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Choice
        field={fields.show}
        name={name}
        value={state.show}
        onChange={(show) => set({ show })}
      />
      {state.show === 'convex' ? (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      ) : (
        <Slider field={fields.gamma} value={state.gamma} onChange={(gamma) => set({ gamma })} />
      )}
    </Controls>
  )
}

/** Two panels with one cursor. */
function Pair({
  live,
  width,
  shape,
  guess,
}: {
  live: Shrinkage
  width: number
  shape: number
  guess: Guess | undefined
}) {
  const { state, drawn, start, result, set } = live
  const { min, max, step } = fields.z
  const box = shrinkageBox(width, shape)
  return (['estimate', 'moved'] as const).map((view, i) => {
    const scales = scalesOf(result, view, box)
    return (
      <Panel
        key={view}
        methods={[]}
        title={view === 'estimate' ? 'Estimate' : 'Estimate − z'}
        plot={<ShrinkagePlot {...{ result, view, scales, box, guess }} show={drawn.show} />}
      >
        <Handle
          box={box}
          twin={i > 0}
          shape="grip"
          label="Estimate z at the cursor"
          value={{ now: state.z, min, max }}
          text={`z ${decimal(state.z)}`}
          at={{ x: box.left + scales.x(state.z), y: box.height - box.bottom }}
          onDrag={({ x }) => set({ z: scales.x.invert(x - box.left) })}
          onNudge={({ x, y }) => set({ z: state.z + (x + y) * step })}
          onHome={() => set({ z: start.z })}
        />
      </Panel>
    )
  })
}

const heads = {
  ridge: 'l2',
  soft: 'l1',
  net: 'en',
  hard: { word: 'Hard' },
  mcp: { word: 'MCP' },
} as const satisfies Record<Operator, Method | { word: string }>

function ShrinkageReadout({ live: { drawn, result } }: { live: Shrinkage }) {
  const operators = shown[drawn.show]
  const answers = operators.map((operator) => result.answers[operator])
  return (
    <Readout
      shown={operators.map((operator) => heads[operator])}
      rows={[
        ['Estimate', ...answers.map(({ estimate }) => decimal(estimate))],
        ['Off by', ...answers.map(({ moved }) => decimal(moved))],
        ['0 up to', ...answers.map(({ dead }) => decimal(dead))],
        [
          'z itself from',
          ...answers.map(({ exactFrom }) => (exactFrom === Infinity ? '–' : decimal(exactFrom))),
        ],
      ]}
    />
  )
}

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
import { grouping } from '#lib/figures/grouping.ts'
import { nameOf } from '#lib/figures/grouping-results.ts'
import { rows } from '#lib/figures/grouping-sample.ts'
import { apart } from '#lib/figures/grouping-sentences.ts'
import { decimal } from '#lib/figures/number.ts'
import { GroupingMembers, membersBox } from './grouping-members.tsx'
import { GroupingMix, mixBox, scalesOf } from './grouping-mix.tsx'

type Grouping = Live<typeof grouping.fields, ReturnType<typeof grouping.compute>>
const { fields } = grouping
const shown = ['l1', 'en', 'l2'] as const

export function Grouping({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(grouping, state, frame)
  const { drawn, result } = live
  return (
    <Frame
      {...frame}
      live={live}
      controls={<GroupingControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <>
              <Mix
                live={live}
                width={width}
                shape={layout === 'wide' ? 1 : 0.78}
                guess={frame.guess}
              />
              <Panel
                methods={shown}
                plot={
                  <GroupingMembers
                    result={result}
                    box={membersBox(width, layout === 'wide' ? 1 : 0.62)}
                  />
                }
              />
            </>
          )}
        </Panels>
      }
      readout={<GroupingReadout live={live} />}
      collar={[
        `${rows} rows, seed ${drawn.seed}; any two members correlated ${decimal(drawn.rho, 3)}, the lone feature with none`,
        `Effects: 1 for what the members share, ${decimal(drawn.lone, 1)} for the lone feature; noise ${decimal(drawn.sigma, 1)}`,
        'Apart: largest member less smallest, in % of the one furthest from 0',
        'Bound: no two members differ by more than √(2(1 − ρ))·√(RSS/n)/(λ(1 − α)) in this site’s λ and α; after Zou & Hastie (2005), theorem 1',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

function GroupingControls({ live: { name, state, units, set } }: { live: Grouping }) {
  return (
    <Controls>
      <MixSlider
        field={fields.alpha}
        units={units}
        value={state.alpha}
        onChange={(alpha) => set({ alpha })}
      />
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[1, state.alpha, 0]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Slider
        field={fields.rho}
        value={state.rho}
        onChange={(rho) => set({ rho })}
        write={(rho) => decimal(rho, 3)}
      />
      <Choice
        field={fields.size}
        name={name}
        value={state.size}
        onChange={(size) => set({ size })}
      />
      <MoreControls title="Change the data">
        <Slider field={fields.lone} value={state.lone} onChange={(lone) => set({ lone })} />
        <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}

function GroupingReadout({ live: { result } }: { live: Grouping }) {
  const { size, en } = result
  const row = (heading: string, of: (mix: typeof en) => string) =>
    [heading, ...shown.map((method) => of(result[method]))] as const
  return (
    <Readout
      shown={shown}
      rows={[
        ...Array.from(en.coefficients, (_, j) =>
          row(j < size ? nameOf(j, size) : 'Lone feature', ({ coefficients }) =>
            decimal(coefficients[j]!),
          ),
        ),
        row('Members kept', ({ survivors }) => `${survivors} of ${size}`),
        row('Their sum', ({ total }) => decimal(total)),
        row('Apart', (shared) => apart(shared)),
        row('Bound by theory', ({ bound }) => decimal(bound)),
      ]}
    />
  )
}

/** The coefficients along the mix, with the cursor to take hold of. */
function Mix({
  live,
  width,
  shape,
  guess,
}: {
  live: Grouping
  width: number
  shape: number
  guess: FrameProps['guess']
}) {
  const { state, start, result, units, set } = live
  const box = mixBox(width, shape)
  const scales = scalesOf(result, box)
  const { min, max, step } = fields.alpha
  return (
    <Panel
      methods={['l2', 'en', 'l1']}
      plot={<GroupingMix result={result} units={units} scales={scales} box={box} guess={guess} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Mix at the cursor"
        value={{ now: state.alpha, min, max }}
        text={`${units.mixLetter} ${decimal(units.mix(state.alpha))}`}
        at={{ x: box.left + scales.x(state.alpha), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ alpha: scales.x.invert(x - box.left) })}
        onNudge={({ x, y }) => set({ alpha: state.alpha + (x + y) * step })}
        onHome={() => set({ alpha: start.alpha })}
      />
    </Panel>
  )
}

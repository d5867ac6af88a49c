import { Controls, MoreControls, Redraw, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { stability } from '#lib/figures/stability.ts'
import { type Rule } from '#lib/figures/stability-selection.ts'
import { StabilityPenalties } from './stability-penalties.tsx'
import { ruleNames, sharesBox, shareScale, StabilityShares } from './stability-shares.tsx'

export { prepare } from '#app/_figure/computer.ts'

type Stability = Live<typeof stability.fields, ReturnType<typeof stability.compute>>
const { fields } = stability

export function Stability({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(stability, state, frame)
  const { drawn, result } = live
  return (
    <Frame
      {...frame}
      live={live}
      controls={<StabilityControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => {
            const wide = layout === 'wide'
            return (
              <>
                <Shares live={live} width={width} shape={wide ? 1.08 : 1.1} guess={frame.guess} />
                <Panel
                  methods={['l1']}
                  title="how many choose which penalty"
                  plot={
                    <StabilityPenalties
                      result={result}
                      units={live.units}
                      box={sharesBox(width, wide ? 1.08 : 0.6)}
                    />
                  }
                />
              </>
            )
          }}
        </Panels>
      }
      readout={<StabilityReadout live={live} />}
      collar={[
        `${drawn.n} simulated rows, ${drawn.p} features, neighbour correlation ${decimal(drawn.rho, 1)}, noise ${decimal(drawn.sigma, 1)}, seed ${drawn.seed}`,
        `Rows drawn with replacement ${drawn.resamples} times, λ chosen anew each time by 5-fold cross-validation; copies of a row share a fold`,
        'Heavy: true effects. Bars: 80% intervals, for what so many resamples leave open',
        'λ.1se: the largest penalty within one standard error of the least error',
        'Drag the threshold, or use the slider',
      ]}
    />
  )
}

function StabilityControls({ live: { state, set } }: { live: Stability }) {
  const slider = (key: keyof typeof fields) => (
    <Slider field={fields[key]} value={state[key]} onChange={(value) => set({ [key]: value })} />
  )
  return (
    <Controls>
      <Slider
        field={fields.threshold}
        value={state.threshold}
        onChange={(threshold) => set({ threshold })}
        write={percent}
      />
      {slider('sigma')}
      {slider('n')}
      <MoreControls title="Change the data">
        {slider('rho')}
        {slider('p')}
        {slider('k')}
        {slider('resamples')}
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}

function StabilityReadout({ live: { result, units } }: { live: Stability }) {
  const { truth, stable, threshold } = result
  const real = truth.filter((effect) => effect !== 0).length
  const idle = truth.length - real
  const rules = ['min', 'se'] as const
  const row = (heading: string, of: (rule: Rule, key: 'min' | 'se') => string) =>
    [heading, ...rules.map((key) => of(result[key], key))] as const
  const often = `in ${percent(threshold)} or more`
  return (
    <Readout
      shown={rules.map((rule) => ({ word: ruleNames[rule] }))}
      rows={[
        row('True effects per resample', ({ found }) => `${decimal(found, 1)} of ${real}`),
        row('False ones per resample', ({ wrong }) => `${decimal(wrong, 1)} of ${idle}`),
        row(`True effects ${often}`, (_, key) => `${stable[key].found} of ${real}`),
        row(`False ones ${often}`, (_, key) => `${stable[key].wrong} of ${idle}`),
        row(
          'On the whole sample',
          ({ whole }) => `${units.letter(1)} ${units.write(whole.lambda, 1)}`,
        ),
      ]}
    />
  )
}

/** How often each feature is selected, with the threshold to take hold of. */
function Shares({
  live: { state, start, result, set },
  width,
  shape,
  guess,
}: {
  live: Stability
  width: number
  shape: number
  guess: FrameProps['guess']
}) {
  const box = sharesBox(width, shape)
  const x = shareScale(box)
  const { min, max, step } = fields.threshold
  return (
    <Panel
      methods={['l1']}
      title="how often a feature is selected"
      plot={<StabilityShares result={result} threshold={state.threshold} box={box} guess={guess} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Threshold line"
        value={{ now: state.threshold, min, max }}
        text={percent(state.threshold)}
        at={{ x: box.left + x(state.threshold), y: box.height - box.bottom }}
        onDrag={(to) => set({ threshold: x.invert(to.x - box.left) })}
        onNudge={(by) => set({ threshold: state.threshold + (by.x + by.y) * step })}
        onHome={() => set({ threshold: start.threshold })}
      />
    </Panel>
  )
}

function percent(share: number): string {
  return `${decimal(100 * share, 0)}%`
}

import { Choice, Controls, MoreControls, Slider } from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { thresholds } from '#lib/figures/thresholds.ts'
import { countsOf } from '#lib/figures/thresholds-results.ts'
import { percent, share, whole } from '#lib/figures/thresholds-sentences.ts'
import { curveBox, curveTitle, ThresholdsCurve } from './thresholds-curve.tsx'
import { scoresBox, scoreScale, ThresholdsScores } from './thresholds-scores.tsx'

type Thresholds = Live<typeof thresholds.fields, ReturnType<typeof thresholds.compute>>
const { fields } = thresholds

export function Thresholds({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(thresholds, state, frame)
  return (
    <Frame
      {...frame}
      live={live}
      controls={<ThresholdsControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <Pair
              live={live}
              width={width}
              shape={layout === 'wide' ? 1 : 0.8}
              guess={frame.guess}
            />
          )}
        </Panels>
      }
      readout={<ThresholdsReadout live={live} />}
      collar={[
        'Scores of negatives: normal around 0 with standard deviation 1; of positives: normal around their distance, with their spread',
        'Full: positives. Dashed: negatives; each has area 1. Shaded: flagged. Dot: the threshold. Dotted upright and ring: the cheapest one of the axis. Dotted in the curve’s panel: chance',
        'Counts and costs are per 10,000 cases; a false alarm costs 1',
        'Drag the threshold, or use the slider',
      ]}
    />
  )
}

function ThresholdsControls({ live: { name, state, set } }: { live: Thresholds }) {
  return (
    <Controls>
      <Slider field={fields.t} value={state.t} onChange={(t) => set({ t })} />
      <Slider
        field={fields.prevalence}
        value={state.prevalence}
        onChange={(prevalence) => set({ prevalence })}
        write={share}
      />
      <Slider
        field={fields.miss}
        value={state.miss}
        onChange={(miss) => set({ miss })}
        write={String}
      />
      <Choice
        field={fields.curve}
        name={name}
        value={state.curve}
        onChange={(curve) => set({ curve })}
      />
      <MoreControls title="The scores">
        <Slider field={fields.d} value={state.d} onChange={(d) => set({ d })} />
        <Slider field={fields.s} value={state.s} onChange={(s) => set({ s })} />
      </MoreControls>
    </Controls>
  )
}

function Pair({
  live: { state, drawn, start, result, set },
  width,
  shape,
  guess,
}: {
  live: Thresholds
  width: number
  shape: number
  guess: Guess | undefined
}) {
  const { min, max, step } = fields.t
  const box = scoresBox(width, shape)
  const x = scoreScale(box)
  return (
    <>
      <Panel methods={[]} title="Scores" plot={<ThresholdsScores {...{ result, box, guess }} />}>
        <Handle
          box={box}
          shape="grip"
          label="Threshold on the axis"
          value={{ now: state.t, min, max }}
          text={`threshold ${decimal(state.t)}`}
          at={{ x: box.left + x(state.t), y: box.height - box.bottom }}
          onDrag={(to) => set({ t: x.invert(to.x - box.left) })}
          onNudge={(by) => set({ t: state.t + (by.x + by.y) * step })}
          onHome={() => set({ t: start.t })}
        />
      </Panel>
      <Panel
        methods={[]}
        title={curveTitle(drawn.curve)}
        plot={<ThresholdsCurve result={result} curve={drawn.curve} box={curveBox(width, shape)} />}
      />
    </>
  )
}

function ThresholdsReadout({ live: { result } }: { live: Thresholds }) {
  const { here, best } = result
  const { caught, missed, alarms, passed } = countsOf(result)
  const row = (heading: string, key: keyof typeof here, write: (x: number) => string) =>
    [heading, write(here[key]), write(best[key])] as const
  return (
    <div>
      <Readout
        shown={[{ word: 'Flagged' }, { word: 'Not flagged' }]}
        rows={[
          [`${whole(caught + missed)} positives`, whole(caught), whole(missed)],
          [`${whole(alarms + passed)} negatives`, whole(alarms), whole(passed)],
        ]}
      />
      <Readout
        shown={[{ word: 'Here' }, { word: 'Cheapest' }]}
        rows={[
          row('Threshold', 'threshold', decimal),
          row('Recall', 'recall', percent),
          row('False-positive rate', 'falseRate', percent),
          row('Precision', 'precision', percent),
          row('Accuracy', 'accuracy', percent),
          row('F1', 'f1', decimal),
          row('Probability there', 'probability', percent),
          row('Cost', 'cost', whole),
        ]}
      />
    </div>
  )
}

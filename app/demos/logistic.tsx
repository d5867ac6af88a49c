import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import type { Box } from '#app/_figure/layout.ts'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { useFigure } from '#app/_figure/use-figure.ts'
import { logistic } from '#lib/figures/logistic.ts'
import { alphaOf } from '#lib/figures/logistic-model.ts'
import { decimal } from '#lib/figures/number.ts'
import { type LiveLogistic, LogisticControls } from './logistic-controls.tsx'
import { LogisticCalibration } from './logistic-calibration.tsx'
import { LogisticField, logisticBox } from './logistic-field.tsx'
import { LogisticNorm, normScales } from './logistic-norm.tsx'

const { fields } = logistic

export function Logistic({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(logistic, state, frame)
  const { drawn, result } = live
  return (
    <Frame
      {...frame}
      live={live}
      controls={<LogisticControls live={live} />}
      plots={
        <Panels>
          {(_, width) => {
            const box = logisticBox(width, 1.02)
            return (
              <>
                <Panel
                  methods={[]}
                  title="Probability of class 1"
                  plot={<LogisticField result={result} box={box} guess={frame.guess} />}
                />
                {drawn.view === 'norm' ? (
                  <Norm live={live} box={box} />
                ) : (
                  <Panel
                    methods={[drawn.penalty]}
                    title="calibration"
                    plot={<LogisticCalibration result={result} state={drawn} box={box} />}
                  />
                )}
              </>
            )
          }}
        </Panels>
      }
      readout={<LogisticReadout live={live} />}
      collar={[
        `${drawn.n} rows, half of each class, seed ${drawn.seed}: normal around centres ${decimal(drawn.distance, 1)} apart, correlation ${decimal(drawn.rho)}`,
        'The stronger the shade, the more probable is class 1: steps at 0.1, 0.25, 0.5, 0.75 and 0.9',
        '‖β‖ in the units of the features; the penalty acts on standardised ones',
        'Calibration on new rows of the same make: computed exactly for normal classes, not drawn',
        'Drag the cursor, or use the slider',
      ]}
    />
  )
}

/** The length of β along the penalties, with the cursor to take hold of. */
function Norm({ live, box }: { live: LiveLogistic; box: Box }) {
  const { state, drawn, start, result, units, set } = live
  const scales = normScales(result, box)
  const { min, max, step } = fields.lambda
  const alpha = alphaOf(state)
  return (
    <Panel
      methods={[drawn.penalty]}
      plot={<LogisticNorm {...{ result, units, scales, box }} state={drawn} />}
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

function LogisticReadout({ live: { drawn, result } }: { live: LiveLogistic }) {
  const { model, truth, separable, y } = result
  return (
    <Readout
      shown={[drawn.penalty]}
      rows={[
        ['A line separates the classes', separable ? 'yes' : 'no'],
        ['Length of β, ‖β‖', decimal(model.norm)],
        ['‖β‖ that made the data', decimal(Math.hypot(...truth))],
        ['Rows on their side', `${model.right} of ${y.length}`],
        ['Log-loss', decimal(model.logLoss, 3)],
        ['Calibration slope', model.norm === 0 ? '–' : decimal(model.slope)],
      ]}
    />
  )
}

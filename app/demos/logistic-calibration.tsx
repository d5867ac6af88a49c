import { type Box, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, type Scale } from '#app/_figure/scale.ts'
import { methods } from '#app/_ui/method-mark.tsx'
import type { LogisticResult, LogisticState } from '#lib/figures/logistic.ts'
import { type Fitted, observed, probability } from '#lib/figures/logistic-model.ts'
import { verdict } from '#lib/figures/logistic-sentences.ts'
import { decimal } from '#lib/figures/number.ts'

/** How much of the rows is of class 1, against what was predicted: on new rows, and on those of the fit. */
export function LogisticCalibration({
  result: { model },
  state: { penalty },
  box,
}: {
  result: LogisticResult
  state: LogisticState
  box: Box
}) {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [width - left - right, height - top - bottom]
  const x = linear([0, 1], [8, w - 8])
  const y = linear([0, 1], [h - 8, 8])
  return (
    <Plot box={box} label={sentence(model)} around={<Around {...{ box, x, y }} />}>
      {[0, 0.25, 0.5, 0.75, 1].map((p) => (
        <path key={p} className="fig-rule" d={`M0,${short(y(p))}H${w}`} />
      ))}
      <path
        className="fig-line faint fig-ols"
        strokeDasharray={methods.ols.dash}
        d={`M${x(0)},${y(0)}L${x(1)},${y(1)}`}
      />
      {model.norm > 0 && <path className={`fig-line fig-${penalty}`} d={newRows(model, x, y)} />}
      {model.bins.map((bin) => (
        <circle
          key={bin.fifth}
          className="fig-class-0"
          cx={short(x(bin.predicted))}
          cy={short(y(bin.observed))}
          r={short(3 + Math.sqrt(bin.rows) / 2)}
        />
      ))}
      {model.norm > 0 && (
        <Label x={w * 0.62} y={y(0.16)} anchor="middle" hue={penalty}>
          new rows: slope {decimal(model.slope)}
        </Label>
      )}
      <Label x={w * 0.62} y={y(0.16) + 18} anchor="middle">
        {model.norm > 0 ? verdict(model) : 'one probability for all'}
      </Label>
      <circle className="fig-class-0" cx={20} cy={24} r={4.5} />
      <Label x={30} y={29}>
        rows of the fit, by fifths
      </Label>
    </Plot>
  )
}

/** In equal steps of the predicted log-odds: steep where the model is sure. */
function newRows(model: Fitted, x: Scale, y: Scale): string {
  const steps = Array.from({ length: 121 }, (_, i) => (i - 60) / 8)
  return polyline(steps.map((eta) => [x(probability(eta)), y(observed(model, eta))] as const))
}

function Around({ box, x, y }: { box: Box; x: Scale; y: Scale }) {
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((p) => ({ p, text: decimal(p, p % 1 === 0 ? 0 : 2) }))
  return (
    <>
      <BottomAxis box={box} marks ticks={ticks.map(({ p, text }) => ({ at: x(p), text }))}>
        predicted probability of class 1
      </BottomAxis>
      <SideAxis at={-6} side="left" ticks={ticks.map(({ p, text }) => ({ at: y(p), text }))} />
    </>
  )
}

function sentence(model: Fitted): string {
  if (model.norm === 0) return 'One probability is predicted for all rows'
  return `Part of new rows in class 1 against its prediction: calibration slope ${decimal(model.slope)}, ${verdict(model)}`
}

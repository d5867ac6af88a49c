import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, type Scale } from '#app/_figure/scale.ts'
import { methods } from '#app/_ui/method-mark.tsx'
import { decimal } from '#lib/figures/number.ts'
import type { ThresholdsResult, ThresholdsState } from '#lib/figures/thresholds.ts'
import { percent } from '#lib/figures/thresholds-sentences.ts'

type Curve = ThresholdsState['curve']
type Rates = Pick<ThresholdsResult['here'], 'recall' | 'falseRate' | 'precision'>

/** @param shape height over width */
export function curveBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 30, right: 14, top: 4, bottom: 42 })
}

/** What each curve has across and up. */
const axes = {
  roc: { across: 'falseRate', up: 'recall', below: 'false-positive rate', title: 'Recall' },
  pr: { across: 'recall', up: 'precision', below: 'recall', title: 'Precision' },
} as const

export function curveTitle(curve: Curve): string {
  return `${axes[curve].title} against ${axes[curve].below}`
}

/** Every threshold at once: a dot where it is, a ring where it costs least. */
export function ThresholdsCurve({
  result,
  curve,
  box,
}: {
  result: ThresholdsResult
  curve: Curve
  box: Box
}) {
  const { here, best, points, auc, averagePrecision, prevalence } = result
  const { across, up, below } = axes[curve]
  const [w, h] = insideOf(box)
  const x = linear([0, 1], [5, w - 5])
  const y = linear([0, 1], [h - 5, 5])
  const place = (at: Rates) => [x(at[across]), y(at[up])] as const
  const chance = curve === 'roc' ? [0, 1] : [prevalence, prevalence]
  const area = curve === 'roc' ? `AUC ${decimal(auc, 3)}` : `area ${decimal(averagePrecision, 3)}`
  const ticks = [0, 0.5, 1]
  return (
    <Plot
      box={box}
      label={`${curveTitle(curve)}, ${area}; at the threshold ${percent(here[up])} against ${percent(here[across])}`}
      around={
        <>
          <BottomAxis box={box} ticks={ticks.map((t) => ({ at: x(t), text: decimal(t, 1) }))}>
            {below}
          </BottomAxis>
          <SideAxis
            at={-6}
            side="left"
            ticks={ticks.map((t) => ({ at: y(t), text: decimal(t, 1) }))}
          />
        </>
      }
    >
      {ticks.map((t) => (
        <path
          key={t}
          className="fig-rule"
          d={`M0,${short(y(t))}H${w}M${short(x(t))},0V${short(h)}`}
        />
      ))}
      <path
        className="fig-line faint fig-ols"
        strokeDasharray={methods.ols.dash}
        d={`M${short(x(0))},${short(y(chance[0]!))}L${short(x(1))},${short(y(chance[1]!))}`}
      />
      <path className="fig-line fig-ink" d={polyline(points.map(place))} />
      <Marks here={place(here)} best={place(best)} />
      <Words {...{ curve, area, x, y }} chance={chance[1]!} />
    </Plot>
  )
}

type At = readonly [x: number, y: number]

function Marks({ here, best }: { here: At; best: At }) {
  return (
    <>
      <circle className="fig-ring" cx={short(best[0])} cy={short(best[1])} r={8} />
      <circle className="fig-answer fig-ink" cx={short(here[0])} cy={short(here[1])} r={5.5} />
    </>
  )
}

/** Where the curve rarely is: under a ROC curve, over one of precision. */
function Words({
  curve,
  area,
  chance,
  x,
  y,
}: {
  curve: Curve
  area: string
  chance: number
  x: Scale
  y: Scale
}) {
  const roc = curve === 'roc'
  return (
    <>
      <Label x={x(0.97)} y={y(roc ? 0.1 : 0.9)} anchor="end">
        {area}
      </Label>
      <Label x={x(roc ? 0.55 : 0.03)} y={y(roc ? 0.47 : chance) - (roc ? -14 : 6)}>
        chance
      </Label>
    </>
  )
}

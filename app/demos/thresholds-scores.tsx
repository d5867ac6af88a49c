import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot } from '#app/_figure/plot.tsx'
import { linear, polyline, type Scale } from '#app/_figure/scale.ts'
import { normalDensity } from '#lib/figures/normal-tail.ts'
import { decimal } from '#lib/figures/number.ts'
import type { ThresholdsResult } from '#lib/figures/thresholds.ts'
import { percent } from '#lib/figures/thresholds-sentences.ts'

/** Wider than the thresholds: the classes lie on both sides of them. */
const [from, to] = [-4, 7]
const dash = '6 4'

/** @param shape height over width */
export function scoresBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 10, right: 10, top: 4, bottom: 42 })
}

export function scoreScale(box: Box): Scale {
  return linear([from, to], [0, insideOf(box)[0]])
}

/** Both classes, each of area 1; what lies to the right of the threshold is flagged. */
export function ThresholdsScores({
  result,
  box,
  guess,
}: {
  result: ThresholdsResult
  box: Box
  guess?: Guess | undefined
}) {
  const { here, separation: d, spread: s } = result
  const [w, h] = insideOf(box)
  const x = scoreScale(box)
  // room above for words; both peaks are seen at any spread
  const y = linear([0, Math.max(1, 1 / s) * normalDensity(0)], [h - 1, 66])
  const positive = (score: number) => normalDensity((score - d) / s) / s
  const cut = short(x(here.threshold))
  const curve = (density: (score: number) => number, first: number) =>
    polyline(scores(first).map((score) => [x(score), y(density(score))] as const))
  return (
    <Plot
      box={box}
      label={`Scores of both classes; above the threshold ${decimal(here.threshold)} lie ${percent(here.recall)} of the positives and ${percent(here.falseRate)} of the negatives`}
      around={
        <BottomAxis
          box={box}
          marks
          ticks={[-2, 0, 2, 4, 6].map((score) => ({ at: x(score), text: decimal(score, 0) }))}
        >
          score
        </BottomAxis>
      }
    >
      <path className="fig-flagged" d={`${curve(positive, here.threshold)}V${h}H${cut}Z`} />
      <path className="fig-flagged" d={`${curve(normalDensity, here.threshold)}V${h}H${cut}Z`} />
      <path className="fig-line fig-ink" d={curve(positive, from)} />
      <path className="fig-line fig-ink" strokeDasharray={dash} d={curve(normalDensity, from)} />
      <path className="fig-zero" d={`M0,${h - 1}H${w}`} />
      <Classes {...{ x, y, d, s }} />
      <Cuts result={result} x={x} w={w} h={h} />
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

/** The name of each class stands on its outer side. */
function Classes({ x, y, d, s }: { x: Scale; y: Scale; d: number; s: number }) {
  const [left, right] = [x(-0.9), x(d + 0.9 * s)]
  return (
    <>
      <Label x={left - 8} y={y(normalDensity(0.9))} anchor="end">
        negatives
      </Label>
      <Label x={right + 8} y={y(normalDensity(0.9) / s)}>
        positives
      </Label>
    </>
  )
}

/** The threshold, and the cheapest one: full and dashed, each with its number above. */
function Cuts({ result, x, w, h }: { result: ThresholdsResult; x: Scale; w: number; h: number }) {
  const { here, best } = result
  const [at, also] = [short(x(here.threshold)), short(x(best.threshold))]
  return (
    <>
      <path className="fig-cursor" d={`M${at},8V${h}`} />
      <path className="fig-cursor" strokeDasharray="2 3" d={`M${also},26V${h}`} />
      <Label {...beside(at, w, true)} y={17}>
        threshold {decimal(here.threshold)}
      </Label>
      <Label {...beside(also, w, also >= at)} y={35}>
        cheapest {decimal(best.threshold)}
      </Label>
    </>
  )
}

/** Away from the other line, if the words have room there. */
function beside(at: number, w: number, wanted: boolean) {
  const right = wanted ? at < w - 110 : at < 110
  return { x: at + (right ? 6 : -6), anchor: right ? ('start' as const) : ('end' as const) }
}

/** Rising, from `first` on, close enough for a smooth line. */
function scores(first: number): number[] {
  const count = Math.ceil((to - first) / 0.06)
  return Array.from({ length: count + 1 }, (_, i) => first + ((to - first) * i) / count)
}

import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear } from '#app/_figure/scale.ts'
import type { LogisticResult } from '#lib/figures/logistic.ts'
import { decimal } from '#lib/figures/number.ts'
import { Bands, Levels, type Plane } from './logistic-bands.tsx'

/** Of both panels. @param shape height over width */
export function logisticBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 30, right: 8, top: 4, bottom: 42 })
}

/** The probability of class 1 in bands, the boundary at ½, and the rows. */
export function LogisticField({
  result,
  box,
  guess,
}: {
  result: LogisticResult
  box: Box
  guess?: Guess | undefined
}) {
  const plane = planeOf(result, box)
  const { x, y, w, h } = plane
  const { model } = result
  return (
    <Plot
      box={box}
      framed
      label={`${model.right} of ${result.y.length} rows lie on their side of the boundary at probability 0.5`}
      around={<Axes box={box} plane={plane} />}
    >
      <Bands model={model} plane={plane} />
      {result.x.map(([first, second], i) => (
        <Row key={i} of={result.y[i]!} cx={x(first)} cy={y(second)} />
      ))}
      <Levels model={model} plane={plane} />
      <Label x={7} y={19}>
        <SvgLetter of="x" sub={2} />
      </Label>
      <Row of={1} cx={w - 60} cy={14} />
      <g className="fig-bare">
        <Label x={w - 6} y={19} anchor="end">
          class 1
        </Label>
      </g>
      <Row of={0} cx={12} cy={h - 13} />
      <Label x={22} y={h - 8}>
        class 0
      </Label>
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

function planeOf({ x }: LogisticResult, { width, height, left, right, top, bottom }: Box): Plane {
  const [w, h] = [width - left - right, height - top - bottom]
  const farthest = Math.max(...x.flat().map(Math.abs))
  const reach = Math.max(4, Math.ceil(farthest + 0.2))
  const unit = Math.min(w, h) / (2 * reach)
  return {
    x: linear([-1, 1], [w / 2 - unit, w / 2 + unit]),
    y: linear([-1, 1], [h / 2 + unit, h / 2 - unit]),
    unit,
    reach,
    w,
    h,
  }
}

/** A filled triangle is of class 1, an open square of class 0: no method has these marks. */
function Row({ of, cx, cy }: { of: number; cx: number; cy: number }) {
  const [x, y] = [short(cx), short(cy)]
  return of === 1 ? (
    <path className="fig-class-1" d={`M${x},${short(y - 5)}l4.6,8h-9.2Z`} />
  ) : (
    <rect className="fig-class-0" x={short(x - 3.2)} y={short(y - 3.2)} width={6.4} height={6.4} />
  )
}

function Axes({ box, plane: { x, y, reach, w } }: { box: Box; plane: Plane }) {
  const most = 2 * Math.floor((reach - 0.5) / 2)
  const ticks = Array.from({ length: most + 1 }, (_, i) => 2 * i - most)
  const marks = ticks.map((tick) => ({ tick, text: decimal(tick, 0) }))
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={marks
          .map(({ tick, text }) => ({ at: x(tick), text }))
          .filter(({ at }) => at > 0 && at < w)}
      >
        first feature, <SvgLetter of="x" sub={1} />
      </BottomAxis>
      <SideAxis
        at={-6}
        side="left"
        ticks={marks.map(({ tick, text }) => ({ at: y(tick), text }))}
      />
    </>
  )
}

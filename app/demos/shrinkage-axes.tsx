import { type Box, pushApart } from '#app/_figure/layout.ts'
import { BottomAxis, Label, SideAxis } from '#app/_figure/plot.tsx'
import { decimal } from '#lib/figures/number.ts'
import type { Answer } from '#lib/figures/shrinkage-operators.ts'
import { looks, max, min, type Scales, valueOf, type View } from './shrinkage-graph.ts'

/** Axes, and the name of each line at its right end. */
export function ShrinkageAxes({
  answers,
  view,
  scales: { x, y, ticks },
  box,
}: {
  answers: readonly Answer[]
  view: View
  scales: Scales
  box: Box
}) {
  const [w, h] = [box.width - box.left - box.right, box.height - box.top - box.bottom]
  const names = [
    ...answers.map(({ operator, graph }) => ({
      ...looks[operator],
      at: valueOf(graph.at(-1)!.at(-1)!, view),
    })),
    ...(view === 'estimate' ? [{ name: 'z', hue: 'fig-ols', at: max }] : []),
  ]
  const places = pushApart(
    names.map(({ at }) => y(at)),
    14,
    [8, h - 4],
  )
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[min, -2, 0, 2, max].map((z) => ({ at: x(z), text: decimal(z, 0) }))}
      >
        least squares, <tspan className="symbol">z</tspan>
      </BottomAxis>
      <SideAxis
        at={-6}
        side="left"
        ticks={ticks.map((value) => ({ at: y(value), text: decimal(value, digits(ticks)) }))}
      />
      {names.map(({ name, hue }, i) => (
        <g key={name} className={`fig-name ${hue}`}>
          <Label x={w + 6} y={places[i]! + 4}>
            {name}
          </Label>
        </g>
      ))}
    </>
  )
}

function digits(ticks: readonly number[]): number {
  return ticks[1]! - ticks[0]! < 1 ? 1 : 0
}

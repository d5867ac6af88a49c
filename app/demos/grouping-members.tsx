import { markPath } from '#app/_ui/method-mark.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, roundTicks } from '#app/_figure/scale.ts'
import type { GroupingResult } from '#lib/figures/grouping.ts'
import { decimal, list } from '#lib/figures/number.ts'

/** @param shape height over width */
export function membersBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 34, right: 10, top: 2, bottom: 42 })
}

const methods = ['l1', 'en', 'l2'] as const
const words = { l1: 'the lasso', en: 'the elastic net', l2: 'ridge' }

/** One row a feature: what each of the three methods gives it. */
export function GroupingMembers({ result, box }: { result: GroupingResult; box: Box }) {
  const [w, h] = [short(box.width - box.left - box.right), short(box.height - box.top - box.bottom)]
  const values = methods.flatMap((method) => Array.from(result[method].coefficients))
  const ticks = roundTicks([Math.min(0, ...values), Math.max(0.1, ...values)], 5)
  const x = linear([ticks[0]!, ticks.at(-1)!], [10, w - 10])
  const features = result.en.coefficients.length
  const middle = (j: number) => ((j + 0.5) / features) * h
  return (
    <Plot
      box={box}
      label={sentence(result)}
      around={<Around {...{ result, box, ticks, x, middle }} />}
    >
      {ticks
        .filter((b) => b !== 0)
        .map((b) => (
          <path key={b} className="fig-rule" d={`M${short(x(b))},0V${h}`} />
        ))}
      <path className="fig-zero" d={`M${short(x(0))},0V${h}`} />
      {methods.map((method, i) =>
        Array.from(result[method].coefficients, (b, j) => {
          const y = middle(j) + (i - 1) * Math.min(18, h / features / 4)
          return (
            <g key={`${method} ${j}`}>
              <path
                className={`fig-stem fig-${method}`}
                d={`M${short(x(0))},${short(y)}H${short(x(b))}`}
              />
              <path className={`fig-answer fig-${method}`} d={markPath(method, x(b), y, 6)} />
            </g>
          )
        }),
      )}
    </Plot>
  )
}

function Around({
  result: { size, en },
  box,
  ticks,
  x,
  middle,
}: {
  result: GroupingResult
  box: Box
  ticks: readonly number[]
  x: (value: number) => number
  middle: (j: number) => number
}) {
  const digits = ticks[1]! - ticks[0]! < 0.1 ? 2 : 1
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={ticks.map((b) => ({ at: x(b), text: b === 0 ? '0' : decimal(b, digits) }))}
      >
        coefficient
      </BottomAxis>
      {Array.from(en.coefficients, (_, j) => (
        <g key={j} className={j < size ? 'fig-name' : 'fig-name faint'}>
          <Label x={-8} y={middle(j) + 5} anchor="end">
            {j < size ? <SvgLetter of="β" sub={j + 1} /> : 'lone'}
          </Label>
        </g>
      ))}
    </>
  )
}

function sentence(result: GroupingResult): string {
  const each = methods.map((method) => {
    const members = Array.from(result[method].coefficients.subarray(0, result.size))
    return `${words[method]} ${members.map((b) => decimal(b)).join(', ')}`
  })
  return `Coefficients of the members: ${list(each)}`
}

import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, EndNames, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, type Scale } from '#app/_figure/scale.ts'
import type { OptimisersResult } from '#lib/figures/optimisers.ts'
import { powerOfTen } from '#lib/figures/number.ts'
import { standing } from '#lib/figures/optimisers-sentences.ts'
import { digitsOf } from '#lib/figures/optimisers-tables.ts'
import { iterations, labels, type Method, methods } from '#lib/figures/optimisers-walks.ts'

type Drawn = { result: OptimisersResult; box: Box }

/** @param shape height over width */
export function heightsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 38, right: 82, top: 4, bottom: 42 })
}

/** From an iteration to pixels. */
export function alongOf(box: Box): Scale {
  return linear([0, iterations], [0, insideOf(box)[0]])
}

const [lowest, highest] = [-12, 2]

/** Five methods in ink: the dash tells them apart, the weight says which one is shown. */
const dashes: Record<Method, string | undefined> = {
  gradient: '1.5 3',
  subgradient: '7 3',
  ista: undefined,
  fista: '9 3 2 3',
  coordinate: '4 2',
}
/** How far above the minimum each method still is, on a log scale. */
export function HeightsPlot({ result, box }: Drawn) {
  const { walks, cursor } = result
  const x = alongOf(box)
  const [w, h] = insideOf(box)
  const y = linear([lowest, highest], [h - 4, 4])
  const at = (above: number) => y(Math.min(digitsOf(above), highest + 1))
  const shown = walks[cursor.method]
  const here = short(x(cursor.k))
  return (
    <Plot
      box={box}
      label={standing(result)}
      around={
        <IterationAxes
          box={box}
          ticks={decades.map((digits) => ({
            at: y(digits),
            text: digits === 0 ? '1' : powerOfTen(digits),
          }))}
          names={methods.map((method) => ({
            at: at(walks[method].above[iterations]!),
            text: labels[method],
          }))}
        />
      }
    >
      {decades.map((digits) => (
        <path key={digits} className="fig-rule" d={`M0,${short(y(digits))}H${w}`} />
      ))}
      {methods.map((method) => (
        <path
          key={method}
          className={`fig-line fig-ink ${method === cursor.method ? '' : 'faint'}`}
          strokeDasharray={dashes[method]}
          d={polyline(Array.from(walks[method].above, (above, k) => [x(k), at(above)] as const))}
        />
      ))}
      <path className="fig-cursor" d={`M${here},0V${short(h)}`} />
      <circle
        className="fig-knot fig-ink"
        cx={here}
        cy={short(at(shown.above[cursor.k]!))}
        r={3.6}
      />
    </Plot>
  )
}

const decades = [0, -3, -6, -9, -12]

type Ends = Parameters<typeof EndNames>[0]['names']

/** Iterations below, heights beside, and the name of each line at its end. */
export function IterationAxes({ box, ticks, names }: { box: Box; ticks: Ends; names: Ends }) {
  const x = alongOf(box)
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[0, 50, 100, 150].map((k) => ({ at: x(k), text: String(k) }))}
      >
        iterations
      </BottomAxis>
      <SideAxis at={-6} side="left" ticks={ticks} />
      <EndNames box={box} names={names} />
    </>
  )
}

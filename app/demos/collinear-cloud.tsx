import { markPath } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, roundTicks } from '#app/_figure/scale.ts'
import type { CollinearResult } from '#lib/figures/collinear.ts'
import type { Cloud, Penalised } from '#lib/figures/collinear-clouds.ts'
import { decimal } from '#lib/figures/number.ts'

type Plane = ReturnType<typeof planeOf>

/** @param shape height over width */
export function cloudBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 32, right: 4, top: 2, bottom: 22 })
}

/** One scale for both axes, wide enough for least squares, so that nothing moves with the penalty. */
function planeOf({ clouds, truth }: CollinearResult, box: Box) {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [width - left - right, height - top - bottom]
  const values = [...clouds.ols.points.flat(), ...truth, 0]
  const ticks = roundTicks([Math.min(...values), Math.max(...values)], 6)
  const [low, high] = [ticks[0]!, ticks.at(-1)!]
  return {
    x: linear([low, high], [0, w]),
    y: linear([low, low + ((high - low) * h) / w], [h, 0]),
    ticks,
    w,
    h,
  }
}

/** What both methods make of every sample, and the way of one of them. */
export function CollinearCloud({
  result,
  vs,
  box,
  guess,
}: {
  result: CollinearResult
  vs: Penalised
  box: Box
  guess?: Guess | undefined
}) {
  const plane = planeOf(result, box)
  const { x, y, w, h } = plane
  const [ols, other] = [result.clouds.ols, result.clouds[vs]]
  const { truth, pick } = result
  return (
    <Plot box={box} framed label={sentence(ols, other)} around={<Axes box={box} plane={plane} />}>
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}M${short(x(0))},0V${short(h)}`} />
      <path className="fig-cloud fig-ols" d={marks(ols, plane)} />
      <path className={`fig-cloud fig-${vs}`} d={marks(other, plane)} />
      <path className="fig-way" d={way(result, vs, plane)} />
      <path className="fig-ols-point" d={mark('ols', ols.points[pick]!, plane, 6)} />
      <path className={`fig-answer fig-${vs}`} d={mark(vs, other.points[pick]!, plane, 6.5)} />
      <circle className="fig-ring" cx={short(x(truth[0]))} cy={short(y(truth[1]))} r={7} />
      <Label x={x(truth[0]) + 10} y={y(truth[1]) - 8}>
        truth
      </Label>
      <Label x={w - 5} y={y(0) - 7} anchor="end">
        <SvgLetter of="β" sub={1} />
      </Label>
      <Label x={x(0) + 7} y={16}>
        <SvgLetter of="β" sub={2} />
      </Label>
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

function Axes({ box, plane: { x, y, ticks, h } }: { box: Box; plane: Plane }) {
  const inner = ticks.slice(1, -1)
  const digits = ticks[1]! - ticks[0]! < 1 ? 1 : 0
  const text = (b: number) => (b === 0 ? '0' : decimal(b, digits))
  return (
    <>
      <BottomAxis box={box} ticks={inner.map((b) => ({ at: x(b), text: text(b) }))} />
      <SideAxis
        at={-7}
        side="left"
        ticks={inner.map((b) => ({ at: y(b), text: text(b) })).filter(({ at }) => at > 4 && at < h)}
      />
    </>
  )
}

function marks({ method, points }: Cloud, plane: Plane): string {
  return points.map((point) => mark(method, point, plane, method === 'ols' ? 3 : 3.4)).join('')
}

function mark(
  method: Cloud['method'],
  [first, second]: readonly [number, number],
  { x, y }: Plane,
  r: number,
): string {
  return markPath(method, x(first), y(second), r)
}

/** From least squares to the penalty of the cursor, through the answers at smaller ones. */
function way({ path, clouds, pick, lambda }: CollinearResult, vs: Penalised, { x, y }: Plane) {
  const passed = Array.from(path.lambdas, (_, i) => i)
    .filter((i) => path.lambdas[i]! < lambda)
    .map((i) => [path.coefficients[2 * i]!, path.coefficients[2 * i + 1]!] as const)
  const points = [clouds[vs].points[pick]!, ...passed, clouds.ols.points[pick]!]
  return `M${points.map(([first, second]) => `${short(x(first))},${short(y(second))}`).join('L')}`
}

const words = {
  ols: 'least squares',
  l1: 'L1, the lasso,',
  l2: 'L2, ridge,',
  en: 'the elastic net',
}

function sentence(ols: Cloud, other: Cloud): string {
  return `Estimates of ${ols.points.length} samples: standard deviation of a coefficient ${decimal(ols.spread)} under ${words.ols}, ${decimal(other.spread)} under ${words[other.method]}`
}

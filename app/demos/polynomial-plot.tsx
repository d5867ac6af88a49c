import { methods } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, roundTicks } from '#app/_figure/scale.ts'
import type { PolynomialResult } from '#lib/figures/polynomial.ts'
import { type Method, words } from '#lib/figures/polynomial-models.ts'
import { amount } from '#lib/figures/polynomial-tables.ts'
import type { Points } from '#lib/figures/polynomial-sample.ts'

type Scales = ReturnType<typeof scalesOf>

/** @param shape height over width */
export function fitBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 26, right: 8, top: 4, bottom: 42 })
}

/** What a method is drawn beside: least squares beside a penalty, ridge beside least squares. */
export function companion(method: Method): Method {
  return method === 'ols' ? 'l2' : 'ols'
}

/** As high as the points and the true curve: a wild fit is cut, and nothing moves with the degree. */
function scalesOf({ train, test, grid }: PolynomialResult, box: Box) {
  const [w, h] = insideOf(box)
  const values = [...train.y, ...test.y, ...grid.truth]
  const ticks = roundTicks([Math.min(...values), Math.max(...values)], 6)
  return {
    x: linear([-1, 1], [4, w - 4]),
    y: linear([ticks[0]!, ticks.at(-1)!], [h, 0]),
    ticks,
    w,
    h,
  }
}

/** The points, the curve that they scatter about, and two curves fitted to them. */
export function PolynomialPlot({
  result,
  box,
  guess,
}: {
  result: PolynomialResult
  box: Box
  guess?: Guess | undefined
}) {
  const { method, grid, train, test } = result
  const scales = scalesOf(result, box)
  const { x, y, w, h } = scales
  const curve = (values: ArrayLike<number>) =>
    polyline(grid.x.map((value, i) => [x(value), y(values[i]!)] as const))
  const other = companion(method)
  return (
    <Plot box={box} framed label={sentence(result)} around={<Around scales={scales} box={box} />}>
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
      <path className="fig-ground" d={curve(grid.truth)} />
      <Dots points={test} scales={scales} className="fig-unseen" r={2} />
      <path
        className={`fig-line faint fig-${other}`}
        strokeDasharray={methods[other].dash}
        d={curve(grid.fitted[other])}
      />
      <path className={`fig-line fig-${method}`} d={curve(grid.fitted[method])} />
      <Dots points={train} scales={scales} className="fig-datum" r={3} />
      <Label x={x(0.72)} y={y(-0.45) + 40} anchor="middle">
        true curve
      </Label>
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

function Dots({
  points,
  scales: { x, y },
  className,
  r,
}: {
  points: Points
  scales: Scales
  className: string
  r: number
}) {
  return points.x.map((value, i) => (
    <circle key={i} className={className} cx={short(x(value))} cy={short(y(points.y[i]!))} r={r} />
  ))
}

function Around({ scales: { x, y, ticks }, box }: { scales: Scales; box: Box }) {
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[-1, -0.5, 0, 0.5, 1].map((value) => ({ at: x(value), text: signed(value) }))}
      >
        <tspan className="symbol">x</tspan>
      </BottomAxis>
      <SideAxis
        at={-7}
        side="left"
        ticks={ticks.slice(1, -1).map((value) => ({ at: y(value), text: signed(value) }))}
      />
    </>
  )
}

function signed(value: number): string {
  return String(value).replace('-', '−')
}

function sentence({ method, models }: PolynomialResult): string {
  const { degree, trainError, testError } = models[method]
  return `Degree ${degree} by ${words[method]}: error ${amount(trainError)} on the training points, ${amount(testError)} on the test points`
}

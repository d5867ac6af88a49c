import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, EndNames, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, log } from '#app/_figure/scale.ts'
import { powerOfTen } from '#lib/figures/number.ts'
import { polynomial, type PolynomialResult } from '#lib/figures/polynomial.ts'
import { amount } from '#lib/figures/polynomial-tables.ts'

const { min, max } = polynomial.fields.degree

/** @param shape height over width */
export function errorsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 38, right: 54, top: 4, bottom: 42 })
}

/** Whole decades, four of them or more: what least squares makes of fifteen powers still fits in. */
export function scalesOf({ errors, cubic }: PolynomialResult, box: Box) {
  const [w, h] = insideOf(box)
  const highest = Math.max(...errors.map(({ test }) => test), cubic.testError)
  const lowest = Math.max(1e-3, Math.min(...errors.map(({ train }) => train)))
  const [from, to] = [Math.floor(Math.log10(lowest)), Math.max(1, Math.ceil(Math.log10(highest)))]
  return {
    x: linear([min, max], [8, w - 8]),
    y: log([10 ** from, 10 ** to], [h - 6, 6]),
    decades: Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i)),
    w,
    h,
  }
}

type Scales = ReturnType<typeof scalesOf>

const lines = [
  { key: 'test', name: 'test', dash: undefined },
  { key: 'train', name: 'training', dash: '7 3' },
] as const

/** Both errors of the shown method against the degree, at its penalty. */
export function PolynomialErrors({
  result,
  scales,
  box,
}: {
  result: PolynomialResult
  scales: Scales
  box: Box
}) {
  const { x, y, decades, w, h } = scales
  const { method, errors, models, cubic } = result
  const { degree } = models[method]
  const cursor = short(x(degree))
  return (
    <Plot
      box={box}
      label={sentence(result)}
      around={<Around result={result} scales={scales} box={box} />}
    >
      {decades.map((value) => (
        <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
      ))}
      <path className="fig-way" d={`M0,${short(y(cubic.testError))}H${w}`} />
      {lines.map(({ key, dash }) => (
        <path
          key={key}
          className={`fig-line fig-${method}`}
          strokeDasharray={dash}
          d={`M${errors.map((each) => `${short(x(each.degree))},${short(y(within(each[key])))}`).join('L')}`}
        />
      ))}
      <path className="fig-cursor" d={`M${cursor},0V${short(h)}`} />
      {lines.map(({ key }) => (
        <circle
          key={key}
          className={`fig-knot fig-${method}`}
          cx={cursor}
          cy={short(y(within(errors[degree - 1]![key])))}
          r={3.6}
        />
      ))}
      <Label x={w - 4} y={y(cubic.testError) + 16} anchor="end">
        test error of the cubic
      </Label>
    </Plot>
  )
}

/** A model that runs through every point has no error left to take the logarithm of. */
function within(error: number): number {
  return Math.max(error, 1e-4)
}

function Around({
  result: { errors },
  scales: { x, y, decades, h },
  box,
}: {
  result: PolynomialResult
  scales: Scales
  box: Box
}) {
  const last = errors.at(-1)!
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[1, 3, 6, 9, 12, 15].map((degree) => ({ at: x(degree), text: String(degree) }))}
      >
        degree
      </BottomAxis>
      <SideAxis
        at={-6}
        side="left"
        ticks={decades.map((value) => ({
          at: y(value),
          text: value < 1000 ? String(value) : powerOfTen(Math.round(Math.log10(value))),
        }))}
      />
      <EndNames
        box={box}
        names={lines.map(({ key, name: text }) => ({
          at: Math.min(h, y(within(last[key]))),
          text,
        }))}
      />
    </>
  )
}

function sentence({ errors, models, method }: PolynomialResult): string {
  const here = errors[models[method].degree - 1]!
  const best = errors.reduce((least, each) => (each.test < least.test ? each : least))
  return `Errors by degree: at ${here.degree} training ${amount(here.train)}, test ${amount(here.test)}; the least test error is ${amount(best.test)} at degree ${best.degree}`
}

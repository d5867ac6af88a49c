import { markPath } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, pushApart, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, polyline, roundTicks } from '#app/_figure/scale.ts'
import type { GroupingResult } from '#lib/figures/grouping.ts'
import { decimal } from '#lib/figures/number.ts'
import type { Units } from '#lib/figures/units.ts'

type Scales = ReturnType<typeof scalesOf>
type Drawn = { result: GroupingResult; scales: Scales }

/** @param shape height over width */
export function mixBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 34, right: 32, top: 2, bottom: 42 })
}

export function scalesOf({ along, l1 }: GroupingResult, box: Box) {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [short(width - left - right), short(height - top - bottom)]
  const values = [...along, l1].flatMap(({ coefficients }) => Array.from(coefficients))
  const ticks = roundTicks([Math.min(0, ...values), Math.max(0.1, ...values)], 6)
  return {
    x: linear([0, 1], [8, w - 8]),
    y: linear([ticks[0]!, ticks.at(-1)!], [h - 8, 26]),
    ticks,
    w,
    h,
  }
}

/** Every coefficient from ridge, at the left, to the lasso, at the right. */
export function GroupingMix({
  result,
  units,
  scales,
  box,
  guess,
}: Drawn & { units: Units; box: Box; guess?: Guess | undefined }) {
  const { x, y, ticks, w, h } = scales
  const { en } = result
  const cursor = short(x(en.alpha))
  return (
    <Plot
      box={box}
      label={sentence(result, units)}
      around={<Around {...{ result, units, scales, box }} />}
    >
      {ticks
        .filter((b) => b !== 0)
        .map((b) => (
          <path key={b} className="fig-rule" d={`M0,${short(y(b))}H${w}`} />
        ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
      <Close {...{ result, scales }} />
      <Lines {...{ result, scales }} />
      <AnySplit {...{ result, scales }} />
      <path className="fig-cursor" d={`M${cursor},0V${h}`} />
      <Ends {...{ result, scales }} />
      {Array.from(en.coefficients, (b, j) => (
        <circle
          key={j}
          className="fig-knot fig-en"
          cx={cursor}
          cy={short(y(b))}
          r={j < result.size ? 3.6 : 2.4}
        />
      ))}
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

function Lines({ result: { along, en, size }, scales: { x, y } }: Drawn) {
  return Array.from(en.coefficients, (_, j) => (
    <path
      key={j}
      className={`fig-line fig-en ${j < size ? '' : 'faint'}`}
      d={polyline(along.map(({ alpha, coefficients }) => [x(alpha), y(coefficients[j]!)] as const))}
    />
  ))
}

/** Ridge and the lasso under their own marks. */
function Ends({ result: { l1, l2 }, scales: { x, y } }: Drawn) {
  return [l2, l1].map(({ alpha, coefficients }) =>
    Array.from(coefficients, (b, j) => (
      <path
        key={`${alpha} ${j}`}
        className={`fig-answer fig-${alpha === 1 ? 'l1' : 'l2'}`}
        d={markPath(alpha === 1 ? 'l1' : 'l2', x(alpha), y(b), 6)}
      />
    )),
  )
}

/** Over which mixes the members lie within 5% of each other: along the upper edge. */
function Close({ result: { along }, scales: { x } }: Drawn) {
  const close = along.filter(({ difference, total }) => difference < 0.05 && total !== 0)
  if (close.length === 0) return null
  const [first, last] = [x(close[0]!.alpha), x(close.at(-1)!.alpha)]
  return (
    <>
      <path className="fig-span" d={`M${short(first)},9H${short(Math.max(last, first + 2))}`} />
      <Label x={first} y={25}>
        less than 5% apart
      </Label>
    </>
  )
}

/** Of equal columns the lasso settles the sum alone. */
function AnySplit({ result: { rho, l1 }, scales: { x, y } }: Drawn) {
  if (rho < 1 || l1.total === 0) return null
  return (
    <>
      <path
        className="fig-line fig-l1"
        strokeDasharray="2 3"
        d={`M${short(x(1))},${short(y(0))}V${short(y(l1.total))}`}
      />
      <Label x={x(1) - 10} y={y(l1.total) + 4} anchor="end" hue="l1">
        any split of {decimal(l1.total)}
      </Label>
    </>
  )
}

/** Axes, and the name of each line at its right end, where they lie furthest apart. */
function Around({
  result: { l1, size },
  units,
  scales: { x, y, ticks, w, h },
  box,
}: Drawn & { units: Units; box: Box }) {
  const places = pushApart(
    Array.from(l1.coefficients, (b) => y(b)),
    17,
    [4, h - 4],
  )
  const digits = ticks[1]! - ticks[0]! < 0.1 ? 2 : 1
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[0, 0.25, 0.5, 0.75, 1].map((alpha) => ({
          at: x(alpha),
          text: decimal(units.mix(alpha)),
        }))}
      >
        mix <tspan className="symbol">{units.mixLetter}</tspan>, from ridge to the lasso
      </BottomAxis>
      <SideAxis
        at={-6}
        side="left"
        ticks={ticks.map((b) => ({ at: y(b), text: b === 0 ? '0' : decimal(b, digits) }))}
      />
      {places.map((place, j) => (
        <g key={j} className={j < size ? 'fig-name' : 'fig-name faint'}>
          <Label x={w + 5} y={place + 4}>
            {j < size ? <SvgLetter of="β" sub={j + 1} /> : 'lone'}
          </Label>
        </g>
      ))}
    </>
  )
}

function sentence({ size, en, lambda }: GroupingResult, units: Units): string {
  const apart = decimal(100 * en.difference, 1)
  return `Coefficients against the mix at penalty ${units.write(lambda, en.alpha)}: at mix ${decimal(units.mix(en.alpha))} ${en.survivors} of ${size} members are kept, ${apart}% apart`
}

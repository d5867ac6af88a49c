import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, roundTicks, type Scale } from '#app/_figure/scale.ts'
import { methods } from '#app/_ui/method-mark.tsx'
import { decimal } from '#lib/figures/number.ts'
import type { PriorsResult } from '#lib/figures/priors.ts'

type Scales = { x: Scale; y: Scale; ticks: readonly number[]; w: number; h: number }
type Drawn = { result: PriorsResult; method: 'l1' | 'l2'; scales: Scales; box: Box }

/** @param shape height over width */
export function priorsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 8, right: 32, top: 4, bottom: 42 })
}

/** Both panels share both axes: densities compare by eye. */
export function scalesOf({ points, likelihood, l1, l2 }: PriorsResult, box: Box): Scales {
  const { width, height, left, right, top, bottom } = box
  const [w, h] = [width - left - right, height - top - bottom]
  const densities = [likelihood, l1.prior, l1.posterior, l2.prior, l2.posterior]
  const highest = Math.max(...densities.map((density) => Math.max(...density)))
  const ticks = roundTicks([0, highest], 4)
  return {
    x: linear([points[0]!, points.at(-1)!], [0, w]),
    // room above for the words at mode and mean
    y: linear([0, ticks.at(-1)!], [h - 1, 44]),
    ticks,
    w,
    h,
  }
}

/** Prior, likelihood and posterior of one weight, with the posterior's mode and mean. */
export function PriorsPlot({ guess, ...drawn }: Drawn & { guess?: Guess | undefined }) {
  const { result, method, scales, box } = drawn
  const { x, y, ticks, w, h } = scales
  const { likelihood } = result
  const { prior, posterior, mode, mean } = result[method]
  const curve = (density: Float64Array) =>
    polyline(Array.from(result.points, (b, i) => [x(b), y(density[i]!)] as const))
  return (
    <Plot
      box={box}
      label={`${names[method]}: the posterior has its mode at ${decimal(mode)} and its mean at ${decimal(mean)}`}
      around={<Around scales={scales} box={box} />}
    >
      {ticks.slice(1).map((value) => (
        <path key={value} className="fig-rule" d={`M0,${short(y(value))}H${w}`} />
      ))}
      <path className={`fig-area fig-${method}`} d={`${curve(posterior)}V${h}H0Z`} />
      <path className={`fig-line faint fig-${method}`} strokeDasharray="7 4" d={curve(prior)} />
      <path
        className="fig-line faint fig-ols"
        strokeDasharray={methods.ols.dash}
        d={curve(likelihood)}
      />
      <path className="fig-zero" d={`M0,${h - 1}H${w}`} />
      <Names {...drawn} />
      <ModeAndMean {...drawn} />
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

const names = { l1: 'Laplace prior', l2: 'Gaussian prior' }

/** The mode a full line and a dot on the axis, the mean a dashed one and a ring: words above. */
function ModeAndMean({ result, method, scales: { x, w, h } }: Drawn) {
  const { mode, mean } = result[method]
  const [at, also] = [short(x(mode)), short(x(mean))]
  const same = method === 'l2'
  const right = mode > mean || (mode === mean && mode < 0)
  return (
    <>
      <path className="fig-cursor" d={`M${at},8V${h}`} />
      {!same && <path className="fig-cursor" strokeDasharray="5 3" d={`M${also},26V${h}`} />}
      <circle className="fig-answer fig-ink" cx={at} cy={h - 6} r={5} />
      <circle className="fig-ring" cx={also} cy={h - 6} r={same ? 6.5 : 4} />
      <Label {...beside(at, right, 130, w)} y={17}>
        {same ? 'mode and mean' : 'mode'} {decimal(mode)}
      </Label>
      {!same && (
        <Label {...beside(also, !right, 80, w)} y={35}>
          mean {decimal(mean)}
        </Label>
      )}
    </>
  )
}

/** On the wanted side of a place, if the words have room there. */
function beside(at: number, right: boolean, room: number, w: number) {
  const start = right ? at < w - room : at < room
  return { x: at + (start ? 6 : -6), anchor: start ? ('start' as const) : ('end' as const) }
}

/** Each curve is named where it is apart from the others: the prior away from the observation. */
function Names({ result, method, scales: { x, y, w } }: Drawn) {
  const { points, z, sigma, likelihood } = result
  const { prior, posterior } = result[method]
  const right = z >= 0
  const side = right ? 1 : -1
  const at = (density: Float64Array, b: number) =>
    y(density[points.findIndex((point) => point >= b)]!)
  const far = Math.max(-3.2, Math.min(3.2, z + side * 1.3 * sigma))
  const away = -side * 2.4
  const high = 0.92 * Math.max(...posterior)
  const flank = points[posterior[right ? 'findIndex' : 'findLastIndex']((d) => d > high)]!
  return (
    <>
      <Label x={x(away)} y={at(prior, away) - 8} anchor="middle" hue={method}>
        prior
      </Label>
      <Label {...beside(x(flank), !right, 70, w)} y={y(high) + 4} hue={method}>
        posterior
      </Label>
      <Label {...beside(x(far), right, 62, w)} y={at(likelihood, far) - 6}>
        likelihood
      </Label>
    </>
  )
}

function Around({ scales: { x, y, ticks, w }, box }: { scales: Scales; box: Box }) {
  const digits = ticks[1]! < 1 ? 1 : 0
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[-4, -2, 0, 2, 4].map((b) => ({ at: x(b), text: decimal(b, 0) }))}
      >
        weight, <tspan className="symbol">b</tspan>
      </BottomAxis>
      <SideAxis
        at={w + 6}
        side="right"
        ticks={ticks.map((value) => ({ at: y(value), text: decimal(value, digits) }))}
      />
    </>
  )
}

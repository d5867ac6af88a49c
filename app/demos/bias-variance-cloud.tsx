import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, polyline, roundTicks } from '#app/_figure/scale.ts'
import type { BiasVarianceResult } from '#lib/figures/bias-variance.ts'
import { decimal } from '#lib/figures/number.ts'

type Scales = ReturnType<typeof scalesOf>

/** @param shape height over width */
export function cloudBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 26, right: 8, top: 4, bottom: 42 })
}

/** As high as the true curve and some noise: a wild fit is cut, and the axis stays while λ moves. */
function scalesOf({ cloud: { truth }, noise }: BiasVarianceResult, box: Box) {
  const [w, h] = insideOf(box)
  const room = 1.5 * Math.sqrt(noise)
  const ticks = roundTicks([Math.min(...truth) - room, Math.max(...truth) + room], 6)
  return {
    x: linear([0, truth.length - 1], [0, w]),
    y: linear([ticks[0]!, ticks.at(-1)!], [h, 0]),
    ticks,
    w,
    h,
  }
}

/** How far the fits lie apart is variance, how far their average is from the true curve is bias. */
export function BiasVarianceCloud({ result, box }: { result: BiasVarianceResult; box: Box }) {
  const scales = scalesOf(result, box)
  const { x, y, ticks, w } = scales
  const { method, cloud } = result
  const curve = (values: Float64Array) =>
    polyline(Array.from(values, (value, i) => [x(i), y(value)] as const))
  const inner = ticks.slice(1, -1)
  return (
    <Plot
      box={box}
      framed
      label={`${cloud.fits.length} fits to redraws of the noise, their average, and the true curve`}
      around={
        <>
          <BottomAxis
            box={box}
            marks
            ticks={[0, 0.5, 1].map((at) => ({ at: at * w, text: String(at) }))}
          >
            place
          </BottomAxis>
          <SideAxis
            at={-7}
            side="left"
            ticks={inner.map((value) => ({
              at: y(value),
              text: value === 0 ? '0' : decimal(value, 0),
            }))}
          />
        </>
      }
    >
      {cloud.fits.map((values, i) => (
        <path key={i} className={`fig-fit fig-${method}`} d={curve(values)} />
      ))}
      <path className="fig-truth" d={curve(cloud.truth)} />
      <path className={`fig-line fig-${method}`} strokeDasharray="7 3" d={curve(cloud.mean)} />
      <Names result={result} scales={scales} />
    </Plot>
  )
}

/** Both curves are named where they lie furthest apart, on their outer sides. */
function Names({
  result: { method, cloud },
  scales: { x, y, h },
}: {
  result: BiasVarianceResult
  scales: Scales
}) {
  const { truth, mean } = cloud
  const inner = Array.from(truth.keys()).filter((i) => Math.abs(x(i) - x(truth.length / 2)) < x(24))
  const distance = (i: number) => Math.abs(truth[i]! - mean[i]!)
  const widest = inner.reduce((best, i) => (distance(i) > distance(best) ? i : best))
  const up = truth[widest]! > mean[widest]!
  const place = (value: number, above: boolean) => {
    const at = y(value) + (above ? -9 : 18)
    return short(Math.max(14, Math.min(h - 6, at)))
  }
  return (
    <>
      <Label x={x(widest)} y={place(mean[widest]!, !up)} anchor="middle" hue={method}>
        average fit
      </Label>
      <Label x={x(widest)} y={place(truth[widest]!, up)} anchor="middle">
        true curve
      </Label>
    </>
  )
}

import { type Box, boxOf, insideOf } from '#app/_figure/layout.ts'
import { linear, log, roundTicks, type Scale } from '#app/_figure/scale.ts'
import { biasVariance, type BiasVarianceResult } from '#lib/figures/bias-variance.ts'
import type { Curve } from '#lib/figures/bias-variance-curves.ts'

export type Axis = 'lambda' | 'df'
export type Scales = ReturnType<typeof scalesOf>

const { min, max } = biasVariance.fields.lambda

/** The names of the lines stand where the penalty is large: there they lie furthest apart. */
export function splitBox(width: number, shape: number, axis: Axis): Box {
  const [left, right] = axis === 'lambda' ? [30, 62] : [62, 30]
  return boxOf(width, shape, { left, right, top: 4, bottom: 42 })
}

/** `x` takes the penalty on either axis. */
export function scalesOf(result: BiasVarianceResult, axis: Axis, box: Box) {
  const [w, h] = insideOf(box)
  const { l1, l2 } = result.curves
  const ticks = roundTicks([0, Math.max(...[...l1.splits, ...l2.splits].map((s) => s.error))], 5)
  const most = Math.min(result.p, result.n - 1)
  const freedom = linear([0, most], [6, w - 6])
  return {
    x: {
      l1: axis === 'lambda' ? log([min, max], [0, w]) : byFreedom(l1, freedom),
      l2: axis === 'lambda' ? log([min, max], [0, w]) : byFreedom(l2, freedom),
    },
    y: linear([0, ticks.at(-1)!], [h - 6, 6]),
    freedom,
    most,
    ticks,
    w,
    h,
  }
}

/** Where a penalty stands among the degrees of freedom that it leaves: straight lines between those drawn. */
function byFreedom({ lambdas, splits }: Curve, freedom: Scale): Scale {
  const spots = splits.map(({ df }) => freedom(df))
  const last = spots.length - 1
  const decades = Math.log(lambdas[0]! / lambdas[last]!)
  const scale = (lambda: number) => {
    const along = (Math.log(lambdas[0]! / lambda) / decades) * last
    const i = Math.max(0, Math.min(last - 1, Math.floor(along)))
    return spots[i]! + (along - i) * (spots[i + 1]! - spots[i]!)
  }
  return Object.assign(scale, {
    invert(pixels: number) {
      const next = spots.findIndex((spot) => spot >= pixels)
      if (next <= 0) return next === 0 ? lambdas[0]! : lambdas[last]!
      const [a, b] = [spots[next - 1]!, spots[next]!]
      const share = (pixels - a) / (b - a)
      return lambdas[0]! * Math.exp((-decades * (next - 1 + share)) / last)
    },
  })
}

import { type Box, boxOf } from '#app/_figure/layout.ts'
import { linear, log, roundTicks } from '#app/_figure/scale.ts'
import { paths, type PathsState } from '#lib/figures/paths.ts'
import type { Curve } from '#lib/figures/paths-curve.ts'

/** Where on an axis a model stands. */
export type Place = { lambda: number; size: number; degreesOfFreedom: number }
export type Scales = ReturnType<typeof scalesOf>

export const penalties = [paths.fields.lambda.min, paths.fields.lambda.max] as const

/** @param shape height over width */
export function pathsBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 34, right: 26, top: 20, bottom: 42 })
}

export function inside({ width, height, left, right, top, bottom }: Box) {
  return { w: width - left - right, h: height - top - bottom }
}

/** Both panels share both axes: sizes compare by eye. */
export function scalesOf(
  curves: readonly Curve[],
  box: Box,
  { view, axis }: Pick<PathsState, 'view' | 'axis'>,
) {
  const { w, h } = inside(box)
  const values = view === 'cv' ? curves.flatMap(errorsOf) : [0, ...curves.flatMap(coefficientsOf)]
  const ticks = roundTicks([Math.min(...values), Math.max(...values)], 6)
  const longest = Math.max(...curves.flatMap(({ sizes }) => Array.from(sizes)))
  const p = curves[0]!.coefficients.length / curves[0]!.lambdas.length
  const x = {
    lambda: log(penalties, [0, w]),
    size: linear([0, longest], [0, w - 4]),
    df: linear([0, p], [0, w - 4]),
  }[axis]
  const at = ({ lambda, size, degreesOfFreedom: df }: Place) => x({ lambda, size, df }[axis])
  return {
    view,
    axis,
    x,
    y: linear([ticks[0]!, ticks.at(-1)!], [h - 6, 6]),
    /** of the axis at the side */
    ticks,
    at,
  }
}

function coefficientsOf({ coefficients }: Curve): number[] {
  return Array.from(coefficients)
}

function errorsOf({ errors, folds }: Curve): number[] {
  const either = (sign: number) =>
    Array.from(folds.errors, (error, i) => error + sign * folds.standardErrors[i]!)
  return [...errors, ...either(1), ...either(-1)]
}

export function placeIn({ lambdas, sizes, degreesOfFreedom }: Curve, i: number): Place {
  return { lambda: lambdas[i]!, size: sizes[i]!, degreesOfFreedom: degreesOfFreedom[i]! }
}

/** The penalty under a pointer: exactly, or on another axis the one drawn nearest to it. */
export function penaltyAt(curve: Curve, { axis, x, at }: Scales, pixels: number): number {
  if (axis === 'lambda') return x.invert(pixels)
  const away = Array.from(curve.lambdas, (_, i) => Math.abs(at(placeIn(curve, i)) - pixels))
  return curve.lambdas[away.lastIndexOf(Math.min(...away))]!
}

/* What d3-scale and d3-shape would do here, without their colours, formats and curves (13 kB). */

/** From the units of the data to pixels, and back. */
export type Scale = ((value: number) => number) & { invert(pixels: number): number }
type Pair = readonly [number, number]

export function linear([a, b]: Pair, [from, to]: Pair): Scale {
  const slope = (to - from) / (b - a)
  return Object.assign((value: number) => from + (value - a) * slope, {
    invert: (pixels: number) => a + (pixels - from) / slope,
  })
}

/** @param domain above 0 */
export function log([a, b]: Pair, range: Pair): Scale {
  const scale = linear([Math.log10(a), Math.log10(b)], range)
  return Object.assign((value: number) => scale(Math.log10(value)), {
    invert: (pixels: number) => 10 ** scale.invert(pixels),
  })
}

/**
 * Round numbers that span [a, b] and reach beyond it by less than one step.
 * @param count about as many as are wanted; the step is 1, 2 or 5 times a power of ten
 * @returns rising; the first and the last are the extent to draw
 */
export function roundTicks([a, b]: Pair, count: number): number[] {
  const rough = Math.max(b - a, Number.MIN_VALUE) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power
  const [first, last] = [Math.floor(a / step), Math.ceil(b / step)]
  // Powers of ten below 1 are not exact: one division at the end is, one product per tick is not.
  return Array.from({ length: last - first + 1 }, (_, i) =>
    step < 1 ? (first + i) / Math.round(1 / step) : (first + i) * step,
  )
}

/**
 * The `d` of a line through points whose x rise or fall throughout. Points that lie within a
 * twentieth of a pixel of the line without them are left out: a page carries each line twice.
 */
export function polyline(points: readonly Pair[]): string {
  const kept = points.slice(0, 1)
  let [low, high] = [-Infinity, Infinity]
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = kept.at(-1)!
    const [x, y] = points[i]!
    const run = Math.abs(x - x0)
    const slope = (y - y0) / run
    if (slope < low || slope > high) {
      kept.push(points[--i]!)
      ;[low, high] = [-Infinity, Infinity]
    } else {
      low = Math.max(low, slope - tolerance / run)
      high = Math.min(high, slope + tolerance / run)
    }
  }
  if (points.length > 1) kept.push(points.at(-1)!)
  return `M${kept.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L')}`
}

const tolerance = 0.05

function tenth(x: number): number {
  return Math.round(x * 10) / 10 + 0
}

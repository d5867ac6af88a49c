import { normalDensity, normalTail } from './normal-tail.ts'

/** Scores of negatives are N(0, 1), of positives N(separation, spread²). */
export type Scores = { separation: number; spread: number; prevalence: number }

/** What flagging every score above a threshold does. All but the cost are shares. */
export type Point = {
  threshold: number
  /** of the positives, flagged */
  recall: number
  /** of the negatives, flagged */
  falseRate: number
  /** of the flagged, positive */
  precision: number
  /** of all cases */
  accuracy: number
  f1: number
  /** of being positive, with just this score */
  probability: number
  /** in false alarms, per 10,000 cases */
  cost: number
}

/** Counts are per so many cases. */
export const cases = 10_000

/** @param miss what a missed positive costs, in false alarms */
export function pointAt(scores: Scores, threshold: number, miss: number): Point {
  const { separation, spread, prevalence } = scores
  const z = (threshold - separation) / spread
  const [recall, falseRate] = [normalTail(z), normalTail(threshold)]
  const [caught, alarms] = [prevalence * recall, (1 - prevalence) * falseRate]
  const [above, below] = [prevalence * (normalDensity(z) / spread), normalDensity(threshold)]
  return {
    threshold,
    recall,
    falseRate,
    // as a ratio: far out both are too small to be added to anything
    precision: 1 / (1 + alarms / caught),
    accuracy: caught + 1 - prevalence - alarms,
    f1: (2 * caught) / (caught + alarms + prevalence),
    probability: 1 / (1 + ((1 - prevalence) * below) / above),
    cost: cases * (miss * (prevalence - caught) + alarms),
  }
}

/**
 * The threshold of the least cost within [min, max]: an end, or where one more flag saves as much as
 * it costs, log LR(t) = log((1 − π)/(π · miss)). With normal scores that is a quadratic equation.
 */
export function cheapest(scores: Scores, [min, max]: readonly [number, number], miss: number) {
  const { separation: d, spread: s, prevalence } = scores
  const odds = Math.log((1 - prevalence) / (prevalence * miss))
  const a = (1 - 1 / s ** 2) / 2
  const roots = quadratic(a, d / s ** 2, -(d ** 2) / (2 * s ** 2) - Math.log(s) - odds)
  const within = roots.filter((t) => t > min && t < max)
  const points = [max, min, ...within].map((t) => pointAt(scores, t, miss))
  return points.reduce((best, point) => (point.cost < best.cost ? point : best))
}

/** The real solutions of ax² + bx + c = 0, without a difference of near-equal numbers. */
function quadratic(a: number, b: number, c: number): number[] {
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(b * b - 4 * a * c)) / 2
  return [q / a, c / q].filter(Number.isFinite)
}

/** That a positive scores above a negative: their difference is N(d, 1 + s²). */
export function areaUnderRoc({ separation, spread }: Scores): number {
  return normalTail(-separation / Math.hypot(1, spread))
}

/** ∫ precision d(recall), by the trapezoidal rule along the threshold: its ends are flat. */
export function averagePrecision(scores: Scores): number {
  const { separation, spread } = scores
  let sum = 0
  for (let z = -8; z <= 8; z += step)
    sum += step * normalDensity(z) * pointAt(scores, separation + spread * z, 1).precision
  return sum
}

const step = 1 / 8

import { fit } from '#lib/solver/index.ts'
import { type Pair, pair, type Twins } from './collinear-sample.ts'

export type Penalised = 'l1' | 'l2' | 'en'

/** What one method makes of every resample. */
export type Cloud = {
  method: Penalised | 'ols'
  points: readonly Pair[]
  mean: Pair
  /** how much a coefficient varies: root mean square of both standard deviations */
  spread: number
  /** from the true effects, root mean square */
  distance: number
  /** share of the resamples whose second coefficient is below 0 */
  negative: number
  /** share of the resamples with a coefficient that is exactly 0 */
  zeros: number
}

type Setting = { lambda: number; alpha: number; b1: number; b2: number }

/** @returns also the largest duality gap of all their fits, relative to the null model */
export function cloudsOf(
  { resampled }: Twins,
  state: Setting,
): { clouds: Record<Penalised | 'ols', Cloud>; gap: number } {
  let worst = Math.max(...resampled.map(({ gap }) => gap))
  const cloud = (method: Cloud['method'], points: readonly Pair[]) => ({
    method,
    points,
    ...summary(points, [state.b1, state.b2]),
  })
  const penalised = (method: Penalised) => {
    const options = { lambda: state.lambda, alpha: mixOf(method, state) }
    const fits = resampled.map(({ problem }) => fit(problem, options))
    worst = Math.max(worst, ...fits.map(({ relativeGap }) => relativeGap))
    return cloud(
      method,
      fits.map(({ coefficients }) => pair(coefficients)),
    )
  }
  const least = resampled.map(({ ols }) => ols)
  const clouds = {
    ols: cloud('ols', least),
    l1: penalised('l1'),
    l2: penalised('l2'),
    en: penalised('en'),
  }
  return { clouds, gap: worst }
}

export function mixOf(method: Penalised, { alpha }: { alpha: number }): number {
  return { l1: 1, l2: 0, en: alpha }[method]
}

function summary(points: readonly Pair[], truth: Pair) {
  const average = (of: (point: Pair) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length
  const mean = [average(([first]) => first), average(([, second]) => second)] as const
  const from = (centre: Pair) => average(([a, b]) => (a - centre[0]) ** 2 + (b - centre[1]) ** 2)
  return {
    mean,
    spread: Math.sqrt(from(mean) / 2),
    distance: Math.sqrt(from(truth)),
    negative: average(([, second]) => Number(second < 0)),
    zeros: average(([first, second]) => Number(first === 0 || second === 0)),
  }
}

/**
 * Duality gap and KKT residual straight from their definitions, for tests: primal minus dual on
 * freshly standardised data, sharing no code with the solver it judges.
 */
export type Judged = {
  family: 'gaussian' | 'binomial'
  x: readonly (readonly number[])[]
  y: readonly number[]
  standardize: boolean
  intercept: boolean
  lambda: number
  alpha: number
  gamma: ArrayLike<number>
  /** intercept in centred coordinates */
  base: number
}

export function recompute(o: Judged): {
  objective: number
  relativeGap: number
  kktResidual: number
} {
  const { y, gamma, lambda, alpha, intercept, family } = o
  const n = y.length
  const z = standardised(o)
  const g = Array.from(gamma)
  const l1 = lambda * alpha
  const l2 = lambda * (1 - alpha)
  const mean = sum(y) / n
  const eta = z.map((row) => o.base + sum(row.map((value, j) => value * g[j]!)))
  const residual = y.map((value, i) =>
    family === 'gaussian' ? value - eta[i]! : value - 1 / (1 + Math.exp(-eta[i]!)),
  )
  const base = family === 'gaussian' ? (intercept ? mean : 0) : intercept ? mean : 0.5
  const inner = (v: readonly number[]) =>
    g.map((_, j) => sum(z.map((row, i) => row[j]! * v[i]!)) / n)
  const gradient = inner(residual)
  const unit = Math.max(0, ...inner(y.map((value) => value - base)).map(Math.abs))

  const kkt = g.map((value, j) =>
    value === 0
      ? Math.max(0, Math.abs(gradient[j]!) - l1)
      : Math.abs(gradient[j]! - l2 * value - l1 * Math.sign(value)),
  )
  if (intercept) kkt.push(Math.abs(sum(residual)) / n)

  const penalty = sum(g.map((value) => l1 * Math.abs(value) + (l2 / 2) * value * value))
  const loss =
    family === 'gaussian'
      ? sum(residual.map((r) => r * r)) / (2 * n)
      : sum(eta.map((e, i) => Math.max(e, 0) + Math.log1p(Math.exp(-Math.abs(e))) - y[i]! * e)) / n
  const nullLoss =
    family === 'gaussian'
      ? sum(y.map((value) => (value - base) ** 2)) / (2 * n)
      : -(base * Math.log(base) + (1 - base) * Math.log(1 - base))

  const scale = l2 > 0 ? 1 : Math.min(1, l1 / Math.max(...gradient.map(Math.abs)))
  const conjugate =
    l2 > 0 ? sum(gradient.map((u) => Math.max(0, Math.abs(u) - l1) ** 2)) / (2 * l2) : 0
  const dualLoss =
    family === 'gaussian'
      ? sum(residual.map((r, i) => scale * r * (y[i]! - base) - (scale * scale * r * r) / 2)) / n
      : -sum(residual.map((r, i) => entropy(y[i]! - scale * r))) / n
  const gap = lambda === 0 ? 0 : loss + penalty - (dualLoss - conjugate)
  return {
    objective: loss + penalty,
    relativeGap: nullLoss === 0 ? 0 : gap / nullLoss,
    kktResidual: unit === 0 ? 0 : Math.max(...kkt) / unit,
  }
}

function standardised({ x, standardize, intercept }: Judged): number[][] {
  const n = x.length
  const columns = x[0]!.map((first, j) => {
    // shifting by the first value first keeps the digits of a column far from 0
    const shifted = x.map((row) => row[j]! - first)
    const shift = sum(shifted) / n
    const centred = shifted.map((value) => value - shift)
    const sd = Math.sqrt(sum(centred.map((value) => value * value)) / n)
    const size = Math.sqrt(sum(x.map((row) => row[j]! ** 2)) / n)
    if (sd <= 1e-12 * size && (standardize || intercept)) return x.map(() => 0)
    return (intercept ? centred : x.map((row) => row[j]!)).map((v) => (standardize ? v / sd : v))
  })
  return x.map((_, i) => columns.map((column) => column[i]!))
}

function entropy(u: number): number {
  return part(u) + part(1 - u)
}

function part(v: number): number {
  return v > 0 ? v * Math.log(v) : 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

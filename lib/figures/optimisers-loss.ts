export type Pair = readonly [number, number]

/**
 * ½(β − β̂)'G(β − β̂) + l1(|β1| + |β2|) + ½·l2(β1² + β2²), G the correlation matrix of two
 * standardised features, β̂ least squares.
 */
export type Loss = { ols: Pair; rho: number; l1: number; l2: number }

export function lossAt({ ols, rho, l1, l2 }: Loss, [b1, b2]: Pair): number {
  const [d1, d2] = [b1 - ols[0], b2 - ols[1]]
  const smooth = (d1 * d1 + d2 * d2) / 2 + rho * d1 * d2
  return smooth + l1 * (Math.abs(b1) + Math.abs(b2)) + (l2 / 2) * (b1 * b1 + b2 * b2)
}

/** Minus the gradient of the squares alone: how strongly the data pull on each coefficient. */
export function pullAt({ ols, rho }: Loss, [b1, b2]: Pair): Pair {
  const [d1, d2] = [ols[0] - b1, ols[1] - b2]
  return [d1 + rho * d2, rho * d1 + d2]
}

/** The largest curvature of the smooth part: steps are measured in its inverse. */
export function lipschitz({ rho, l2 }: Loss): number {
  return 1 + Math.abs(rho) + l2
}

/** The squares of the data alone at β = 0. */
export function squaresAtZero({ ols: [b1, b2], rho }: Pick<Loss, 'ols' | 'rho'>): number {
  return (b1 * b1 + b2 * b2) / 2 + rho * b1 * b2
}

/** Of the squares along the diagonals: the steep one first. */
export function curvaturesOf(rho: number): Pair {
  return [1 + Math.abs(rho), 1 - Math.abs(rho)]
}

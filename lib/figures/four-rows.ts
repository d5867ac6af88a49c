/**
 * Four rows whose columns have mean 0, variance 1 and correlation rho, and whose least-squares
 * solution is (b1, b2) without a residual. Nothing more is needed: the loss depends on data only
 * through these.
 */
export function fourRows(b1: number, b2: number, rho: number) {
  const rest = Math.sqrt(1 - rho * rho)
  const x = [
    [1, rho + rest],
    [1, rho - rest],
    [-1, rest - rho],
    [-1, -rho - rest],
  ] as const
  return { x, y: x.map(([first, second]) => b1 * first + b2 * second) }
}

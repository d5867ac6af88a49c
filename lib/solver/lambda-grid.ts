import { check, checkCount, checkMixing, checkPositive, checkStrength } from './error.ts'
import type { Problem } from './problem.ts'

/**
 * The smallest λ at which every coefficient is 0: max|Z'target| / (n·α). For α < 0.001, where no
 * finite λ does that, α counts as 0.001, as a start for grids.
 */
export function lambdaMax(problem: Problem, alpha = 1): number {
  checkMixing(alpha)
  return problem.correlationMax / Math.max(alpha, 0.001)
}

export type GridOptions = {
  lambdas?: ArrayLike<number>
  nLambda?: number
  lambdaMinRatio?: number
}

/**
 * The λ given, or lambdaMax·ratio^(i/(L−1)): decreasing, L = 100, down to 1e-4 of lambdaMax (1e-2
 * when p > n).
 */
export function lambdaGrid(problem: Problem, alpha: number, o: GridOptions): Float64Array {
  const { lambdas, nLambda = 100, lambdaMinRatio = problem.n < problem.p ? 1e-2 : 1e-4 } = o
  if (lambdas) {
    check(lambdas.length > 0, 'lambdas', 'none', 'at least one')
    const given = Float64Array.from(lambdas)
    given.forEach((lambda) => checkStrength(lambda))
    return given
  }
  checkCount('nLambda', nLambda)
  checkPositive('lambdaMinRatio', lambdaMinRatio)
  const top = lambdaMax(problem, alpha)
  return Float64Array.from(
    { length: nLambda },
    (_, i) => top * lambdaMinRatio ** (i / (nLambda - 1 || 1)),
  )
}

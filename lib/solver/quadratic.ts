import type { Quadratic } from './active-set.ts'
import { gram } from './gram.ts'
import { dot, meanProductsWith, subtractColumns } from './kernel.ts'
import type { Problem } from './problem.ts'

/** The Gaussian loss as a quadratic model, by the residual of the data: a gradient costs n·p. */
export function dataQuadratic(problem: Problem): Quadratic {
  const { n, z, squaredNorms, correlationMax } = problem
  const residual = new Float64Array(n)
  return {
    diagonal: squaredNorms,
    unit: correlationMax,
    inner(j, { members }, out) {
      members.forEach((k, i) => (out[i] = dot(z, j * n, z, k * n, n) / n))
    },
    gradient({ gamma, gradient }) {
      gradientFromData(problem, gamma, residual, gradient)
    },
  }
}

/** The same by the Gram matrix, where that is not large: a gradient costs p·|A|. */
export function gaussianQuadratic(problem: Problem, byData: Quadratic): Quadratic {
  const { n, p, correlations } = problem
  if (n < p || p > 500) return byData
  return {
    ...byData,
    inner(j, { members }, out) {
      const g = gram(problem)
      for (let i = 0; i < members.length; i++) out[i] = g[j * p + members[i]!]!
    },
    gradient({ gamma, gradient }) {
      gradient.set(correlations)
      subtractColumns(gram(problem), gamma, gradient)
    },
  }
}

/** Fills the residual and Z'r/n at γ from the data themselves. @returns ‖r‖² */
export function gradientFromData(
  { n, z, target }: Problem,
  gamma: Float64Array,
  residual: Float64Array,
  gradient: Float64Array,
): number {
  residual.set(target)
  subtractColumns(z, gamma, residual)
  meanProductsWith(z, residual, gradient)
  return dot(residual, 0, residual, 0, n)
}

import type { Quadratic } from './active-set.ts'
import { axpy, dot, meanProductsWith, addColumns, zeros } from './kernel.ts'
import type { Problem } from './problem.ts'

/** Also the residual target − Zγ of the last gradient asked for. */
export type DataQuadratic = Quadratic & { readonly residual: Float64Array }

/**
 * The Gaussian loss as a quadratic model, by the residual of the data. A column is left alone while
 * |g_j(r)| ≤ |g_j(r')| + ‖z_j‖·‖r − r'‖/n keeps it out of the support: r' is the residual at which it
 * was last looked at, and the way from there, in pieces, is at least as long as the distance.
 */
export function dataQuadratic(problem: Problem): DataQuadratic {
  const { n, z, squaredNorms, correlationMax, target } = problem
  const residual = zeros(n)
  const step = residual.slice()
  let way = 0
  const norms = squaredNorms.map(Math.sqrt)
  const limits = norms.map(() => Infinity)
  const look = (j: number, gradient: Float64Array) => {
    const g = (gradient[j] = dot(z, j * n, residual, 0, n) / n)
    limits[j] = Math.abs(g) - norms[j]! * way
  }
  return {
    residual,
    diagonal: squaredNorms,
    unit: correlationMax,
    inner(j, { members }, out) {
      members.forEach((k, i) => (out[i] = dot(z, j * n, z, k * n, n) / n))
    },
    gradient({ members, gamma, gradient }) {
      step.set(residual)
      residual.set(target)
      addColumns(-1, z, gamma, residual)
      axpy(-1, residual, 0, step, 0, n)
      way += Math.sqrt(dot(step, 0, step, 0, n) / n)
      for (const j of members) look(j, gradient)
    },
    complete({ gradient }, l1) {
      for (let j = 0; j < limits.length; j++)
        if (limits[j]! + norms[j]! * way >= l1) look(j, gradient)
    },
  }
}

/** The same by G, p × p, and c, length p: a gradient costs p·|A|. */
export function denseQuadratic(
  diagonal: Float64Array,
  unit: number,
  linear: Float64Array,
  g: () => Float64Array,
): Quadratic {
  return {
    diagonal,
    unit,
    inner(j, { members }, out) {
      const at = j * linear.length
      const matrix = g()
      for (let i = 0; i < members.length; i++) out[i] = matrix[at + members[i]!]!
    },
    gradient({ gamma, gradient }) {
      gradient.set(linear)
      addColumns(-1, g(), gamma, gradient)
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
  addColumns(-1, z, gamma, residual)
  meanProductsWith(z, residual, gradient)
  return dot(residual, 0, residual, 0, n)
}

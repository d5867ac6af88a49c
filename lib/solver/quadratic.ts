import type { ActiveSet, Quadratic } from './active-set.ts'
import { dot, subtractColumns } from './kernel.ts'
import { gram, gramColumn } from './gram.ts'
import { lazyProducts } from './lazy-products.ts'
import type { Problem } from './problem.ts'

/** The Gaussian loss as a quadratic model; `rss` is right after a call of `gradient`. */
export type GaussianQuadratic = Quadratic & { rss(set: ActiveSet): number }

/** By Gram columns for n ≥ p, else by residuals. */
export function gaussianQuadratic(problem: Problem): GaussianQuadratic {
  return usesGram(problem) ? byGram(problem) : byResidual(problem)
}

export function usesGram({ n, p }: Problem): boolean {
  return n >= p
}

/** Columns of Z'Z/n are made when first needed and kept with the problem; a gradient then costs p·|A|. */
function byGram(problem: Problem): GaussianQuadratic {
  const { n, p, correlations } = problem
  const total = 2 * n * problem.nullObjective
  const residual = new Float64Array(n)
  return {
    p,
    diagonal: problem.squaredNorms,
    linear: correlations,
    unit: problem.correlationMax,
    inner(j, { members, size }, out) {
      const { values } = gram(problem)
      for (let i = 0; i < size; i++) out[i] = values[gramColumn(problem, members[i]!) + j]!
    },
    gradient({ members, size, gamma, gradient }) {
      gradient.set(correlations)
      for (let i = 0; i < size; i++) gramColumn(problem, members[i]!)
      subtractColumns(gram(problem).values, p, members, size, gamma, gradient)
    },
    rss(set) {
      let explained = 0
      for (let i = 0; i < set.size; i++) {
        const j = set.members[i]!
        explained += set.gamma[j]! * (correlations[j]! + set.gradient[j]!)
      }
      const rss = total - n * explained
      if (rss > 1e-3 * total) return rss
      // a near perfect fit: the difference has lost digits that the residual still has
      residualOf(problem, set, residual)
      return dot(residual, 0, residual, 0, n)
    },
  }
}

/** By the residual: no p × p matrix, and only the products that can matter. */
function byResidual(problem: Problem): GaussianQuadratic {
  const { n, p, z, correlations, squaredNorms } = problem
  const residual = Float64Array.from(problem.target)
  const products = lazyProducts(problem)
  return {
    p,
    diagonal: squaredNorms,
    linear: correlations,
    unit: problem.correlationMax,
    inner(j, { members, size }, out) {
      for (let i = 0; i < size; i++) out[i] = dot(z, j * n, z, members[i]! * n, n) / n
    },
    gradient(set, bound) {
      residualOf(problem, set, residual)
      products.update(residual, bound, set.isMember, set.gradient)
    },
    rss: () => dot(residual, 0, residual, 0, n),
  }
}

/** target − Zγ, from the columns of the support. */
export function residualOf(
  problem: Problem,
  support: Pick<ActiveSet, 'members' | 'size' | 'gamma'>,
  out: Float64Array,
): void {
  out.set(problem.target)
  subtractColumns(problem.z, problem.n, support.members, support.size, support.gamma, out)
}

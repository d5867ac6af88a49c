import { type LazyProducts, lazyProducts } from './lazy-products.ts'
import { createPoint, type LogisticPoint } from './logistic.ts'
import type { Problem } from './problem.ts'
import type { Expansion } from './weighted.ts'

/** Work buffers of the binomial family, kept with the problem. */
export type BinomialState = {
  gamma: Float64Array
  /** intercept in centred coordinates */
  base: number
  point: LogisticPoint
  trial: LogisticPoint
  /** y − π, with the intercept's share taken out */
  residual: Float64Array
  /** Z'residual/n */
  gradient: Float64Array
  step: Float64Array
  isMember: Uint8Array
  products: LazyProducts
  /** whether point and gradient belong to gamma and base */
  evaluated: boolean
  /** the l1 above which the gradient is exact */
  bound: number
  /** √weight */
  root: Float64Array
  /** the columns of an expansion, weighted; grows */
  weighted: { values: Float64Array }
  /** of the last Newton step: the first step at the next λ starts with it */
  expansion: Expansion | null
}

export function binomialState(problem: Problem): BinomialState {
  const { n, p } = problem
  return (problem.cache.binomial ??= {
    gamma: new Float64Array(p),
    base: nullBase(problem),
    point: createPoint(n),
    trial: createPoint(n),
    residual: new Float64Array(n),
    gradient: new Float64Array(p),
    step: new Float64Array(n),
    isMember: new Uint8Array(p),
    products: lazyProducts(problem),
    evaluated: false,
    bound: 0,
    root: new Float64Array(n),
    weighted: { values: new Float64Array(0) },
    expansion: null,
  })
}

/** Sets where the next solve starts: at given standardised coefficients, or at the null model. */
export function startBinomial(problem: Problem, gamma?: Float64Array, base?: number): void {
  const state = binomialState(problem)
  if (gamma) state.gamma.set(gamma)
  else state.gamma.fill(0)
  state.base = base ?? nullBase(problem)
  state.expansion = null
  state.evaluated = false
}

function nullBase({ intercept, responseMean }: Problem): number {
  return intercept ? Math.log(responseMean / (1 - responseMean)) : 0
}

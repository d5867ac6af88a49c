import { checkMixing, checkPositive, refuse } from './error.ts'
import type { Family } from './problem.ts'

/**
 * house: 1/(2n)·RSS + λ[α|γ| + (1−α)/2·γ²], or mean log-loss + the same.
 * textbook: ½RSS (log-likelihood summed) + λ[…]: λ = n·house.
 * sklearn: ElasticNet and Lasso(alpha = λ, l1_ratio = α) as the house; Ridge(alpha = n·λ) when α = 0;
 * LogisticRegression(C = 1/(n·λ), l1_ratio = α): its `lambda` here is C.
 * glmnet: gaussian divides y by its standard deviation first, so that the ridge part of its λ counts
 * 1/sdY; binomial as the house.
 */
export type Convention = 'house' | 'sklearn' | 'glmnet' | 'textbook'

type Strength = { lambda: number; alpha: number }
type Setting = { n: number; sdY: number; family?: Family }

/**
 * The λ and α with which another convention states the same problem, on standardised columns.
 * @param o n rows; sdY the standard deviation of y, divisor n (without intercept √mean(y²)), > 0
 * @throws SolverError 'parameter'
 */
export function convertPenalty(
  penalty: Strength,
  from: Convention,
  to: Convention,
  o: Setting,
): Strength {
  checkPositive('n', o.n)
  checkPositive('sdY', o.sdY)
  checkMixing(penalty.alpha)
  // an infinite C is scikit-learn's way to say that there is no penalty
  if (!(penalty.lambda >= 0)) refuse('parameter', `lambda must be ≥ 0; got ${penalty.lambda}`)
  return table(to).fromHouse(table(from).toHouse(penalty, o), o)
}

type Way = (penalty: Strength, o: Setting) => Strength

const same: Way = (penalty) => penalty

const conventions: Record<Convention, { toHouse: Way; fromHouse: Way }> = {
  house: { toHouse: same, fromHouse: same },
  textbook: {
    toHouse: ({ lambda, alpha }, { n }) => ({ lambda: lambda / n, alpha }),
    fromHouse: ({ lambda, alpha }, { n }) => ({ lambda: lambda * n, alpha }),
  },
  sklearn: {
    toHouse({ lambda, alpha }, { n, family }) {
      if (family === 'binomial') return { lambda: 1 / (n * lambda), alpha }
      return { lambda: alpha === 0 ? lambda / n : lambda, alpha }
    },
    fromHouse({ lambda, alpha }, { n, family }) {
      if (family === 'binomial') return { lambda: 1 / (n * lambda), alpha }
      return { lambda: alpha === 0 ? lambda * n : lambda, alpha }
    },
  },
  glmnet: {
    toHouse: (penalty, { sdY, family }) =>
      family === 'binomial' ? penalty : reweigh(penalty, 1 / sdY),
    fromHouse: (penalty, { sdY, family }) =>
      family === 'binomial' ? penalty : reweigh(penalty, sdY),
  },
}

function table(name: Convention) {
  if (!Object.hasOwn(conventions, name))
    refuse('parameter', `convention must be one of ${Object.keys(conventions)}; got ${name}`)
  return conventions[name]
}

/** Multiplies the ridge part, λ(1 − α), by `factor` and leaves the lasso part, λα, alone. */
function reweigh({ lambda, alpha }: Strength, factor: number): Strength {
  const total = alpha + (1 - alpha) * factor
  return { lambda: lambda * total, alpha: alpha / total }
}

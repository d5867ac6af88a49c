import { check, checkMixing, checkOneOf, checkPositive } from './error.ts'
import type { Family } from './loss.ts'

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
  check(penalty.lambda >= 0, 'lambda', penalty.lambda, 'a number ≥ 0')
  return restate(restate(penalty, from, o, true), to, o, false)
}

/** From the named convention into the house's, or from the house's into it. */
function restate(penalty: Strength, name: Convention, o: Setting, isHome: boolean): Strength {
  checkOneOf('convention', name, ['house', 'sklearn', 'glmnet', 'textbook'])
  const { lambda, alpha } = penalty
  const { n, sdY } = o
  const isBinomial = o.family === 'binomial'
  const scaled = (by: number) => (isHome ? lambda / by : lambda * by)
  if (name === 'sklearn' && isBinomial) return { lambda: 1 / (n * lambda), alpha }
  if (name === 'textbook' || (name === 'sklearn' && alpha === 0))
    return { lambda: scaled(n), alpha }
  if (name !== 'glmnet' || isBinomial) return penalty
  // multiplies the ridge part, λ(1 − α), and leaves the lasso part, λα, alone
  const total = alpha + (1 - alpha) * (isHome ? 1 / sdY : sdY)
  return { lambda: lambda * total, alpha: alpha / total }
}

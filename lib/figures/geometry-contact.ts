import { constrainedFit, fit, lambdaMax, type Problem } from '#lib/solver/index.ts'

export type Pair = readonly [number, number]

/** Two standardised predictors: their data, the least-squares solution, their correlation. */
export type Ground = { problem: Problem; ols: Pair; rho: number }

/** alpha is the mix: 1 for L1, 0 for L2 */
type Method = { method: 'l1' | 'l2' | 'en'; alpha: number }

/** Where one method ends. The loss is 1/(2n) of the squared residuals, as in the objective. */
export type Contact = Method & {
  beta: Pair
  /** the price of one more unit of α|β|₁ + (1 − α)/2 |β|²: the penalty that gives the same answer;
   *  0 if the budget is slack */
  lambda: number
  /** how far the drawn ball reaches along an axis: as far as the answer, further if it is slack */
  budget: number
  /** above least squares */
  loss: number
  /** minus the gradient of the loss: which way, and how strongly, the data pull */
  pull: Pair
  /** duality gap of the solution, relative to the loss of the null model */
  gap: number
}

export function contactAtPenalty(ground: Ground, method: Method, lambda: number): Contact {
  const solution = fit(ground.problem, { lambda, alpha: method.alpha })
  const beta = pair(solution.standardizedCoefficients)
  return contact(ground, method, { beta, lambda, gap: solution.relativeGap })
}

/** @param budget the reach of every method's ball along an axis: equal budgets touch there */
export function contactAtBudget(ground: Ground, method: Method, budget: number): Contact {
  const { beta, lambda, gap } =
    method.method === 'en'
      ? elasticNetWithin(ground.problem, method.alpha, budget)
      : within(ground, method.method, budget)
  return contact(ground, method, { beta, lambda, budget, gap: lambda === 0 ? 0 : gap })
}

function within({ problem, ols, rho }: Ground, penalty: 'l1' | 'l2', budget: number) {
  const found = constrainedFit(problem, { penalty, budget })
  const beta = pair(found.standardizedCoefficients)
  const pull = pullAt(beta, ols, rho)
  const strongest =
    penalty === 'l1' ? Math.max(Math.abs(pull[0]), Math.abs(pull[1])) : Math.hypot(...pull)
  // Frank and Wolfe's certificate: no point of the ball has a loss lower by more than this.
  const gap = Math.max(0, budget * strongest - pull[0] * beta[0] - pull[1] * beta[1])
  return { beta, lambda: found.lambda ?? 0, gap: gap / problem.nullObjective }
}

/** The penalty at which the elastic net spends what the budget allows: the more, the less it spends. */
function elasticNetWithin(problem: Problem, alpha: number, budget: number) {
  const allowed = spent(alpha, [budget, 0])
  const at = (lambda: number) => {
    const { standardizedCoefficients, relativeGap } = fit(problem, { lambda, alpha })
    const beta = pair(standardizedCoefficients)
    const left = allowed - spent(alpha, beta)
    // Weak duality: what the penalised fit leaves open, and the price of the budget it leaves over.
    return { beta, lambda, left, gap: relativeGap + (lambda * left) / problem.nullObjective }
  }
  const free = at(0)
  if (free.left >= -1e-12 * allowed) return free
  let [low, high] = [0, lambdaMax(problem, alpha)]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (at(middle).left < 0) low = middle
    else high = middle
  }
  return at(high)
}

function contact(
  { ols, rho }: Ground,
  { method, alpha }: Method,
  { beta, ...rest }: { beta: Pair; lambda: number; gap: number; budget?: number },
): Contact {
  const pull = pullAt(beta, ols, rho)
  const loss = ((ols[0] - beta[0]) * pull[0] + (ols[1] - beta[1]) * pull[1]) / 2
  return { method, alpha, beta, budget: reach(alpha, beta), loss, pull, ...rest }
}

/** G (β̂ − β), G the correlation matrix */
function pullAt(beta: Pair, ols: Pair, rho: number): Pair {
  const [d1, d2] = [ols[0] - beta[0], ols[1] - beta[1]]
  return [d1 + rho * d2, rho * d1 + d2]
}

/** The penalty without its λ. */
function spent(alpha: number, [first, second]: Pair): number {
  return (
    alpha * (Math.abs(first) + Math.abs(second)) + ((1 - alpha) / 2) * (first ** 2 + second ** 2)
  )
}

/** Where the ball through β meets an axis, α r + (1 − α)/2 r² = spent: |β|₁ for L1, |β|₂ for L2. */
export function reach(alpha: number, beta: Pair): number {
  const level = spent(alpha, beta)
  return level === 0 ? 0 : (2 * level) / (alpha + Math.sqrt(alpha ** 2 + 2 * (1 - alpha) * level))
}

/** What is left of a coefficient after rounding is none: ridge has a zero where it crosses one. */
function pair(values: ArrayLike<number>): Pair {
  const [first, second] = Array.from(values, (b) => (Math.abs(b) < 1e-12 ? 0 : b))
  return [first!, second!]
}

import { refuse } from './error.ts'
import { startGaussian } from './gaussian.ts'
import { gram, gramColumn } from './gram.ts'
import { lambdaMax } from './lambda-grid.ts'
import type { Problem } from './problem.ts'
import { type Segment, segmentAt } from './segment.ts'

/**
 * The exact kinks of the lasso path, decreasing, from lambdaMax on: every λ at which a coefficient
 * leaves or reaches 0 (Efron et al. 2004; Osborne, Presnell & Turlach 2000). Kinks closer together
 * than 1e-9 of their λ count as one.
 * @throws SolverError 'parameter' for p > 30 (a path may have 3^p kinks) and for the binomial family,
 *   whose path is curved
 */
export function pathKnots(problem: Problem, o: { alpha?: 1 } = {}): Float64Array {
  if (problem.family !== 'gaussian' || (o.alpha ?? 1) !== 1)
    refuse('parameter', 'knots exist for the gaussian lasso (alpha 1); other paths are curved')
  if (problem.p > 30) refuse('parameter', `knots are for p ≤ 30; got p = ${problem.p}`)
  startGaussian(problem)
  const top = lambdaMax(problem)
  const knots: number[] = []
  for (let lambda = top; lambda > 1e-12 * top && knots.length < 100_000;) {
    knots.push(lambda)
    const inside = lambda * (1 - 1e-9)
    lambda = nextKink(problem, segmentAt(problem, inside), inside)
  }
  return Float64Array.from(knots)
}

/** The largest λ below `inside` at which a member reaches 0 or another column reaches |g_j| = λ. */
function nextKink(problem: Problem, segment: Segment, inside: number): number {
  const { members, at, slope } = segment
  let next = 0
  const offer = (lambda: number) => {
    if (lambda < inside && lambda > next) next = lambda
  }
  for (let i = 0; i < members.length; i++) offer(at[i]! / slope[i]!)
  for (let j = 0; j < problem.p; j++) {
    if (members.includes(j)) continue
    // g_j = a + b·λ along the segment
    let a = problem.correlations[j]!
    let b = 0
    for (let i = 0; i < members.length; i++) {
      const inner = gram(problem).values[gramColumn(problem, members[i]!) + j]!
      a -= inner * at[i]!
      b += inner * slope[i]!
    }
    // a column that runs along with the members (a twin) keeps |g_j| = λ and never arrives
    if (1 - b > 1e-10) offer(a / (1 - b))
    if (1 + b > 1e-10) offer(-a / (1 + b))
  }
  return next
}

import { check, checkOneOf } from './error.ts'
import { gaussian } from './gaussian.ts'
import { gram } from './gram.ts'
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
export function pathKnots(problem: Problem, { alpha = 1 }: { alpha?: 1 } = {}): Float64Array {
  const { family, p } = problem
  checkOneOf('family, alpha', `${family}, ${alpha}`, ['gaussian, 1'])
  check(p <= 30, 'columns', p, 'at most 30')
  gaussian.start(problem)
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
function nextKink(problem: Problem, { set, at, slope }: Segment, inside: number): number {
  const { members } = set
  let next = 0
  const offer = (lambda: number) => {
    if (lambda < inside && lambda > next) next = lambda
  }
  at.forEach((value, i) => offer(value / slope[i]!))
  for (let j = 0; j < problem.p; j++) {
    if (members.includes(j)) continue
    // g_j = a + b·λ along the segment
    let a = problem.correlations[j]!
    let b = 0
    members.forEach((k, i) => {
      const inner = gram(problem)[k * problem.p + j]!
      a -= inner * at[i]!
      b += inner * slope[i]!
    })
    // a column that runs along with the members (a twin) keeps |g_j| = λ and never arrives
    if (1 - b > 1e-10) offer(a / (1 - b))
    if (1 + b > 1e-10) offer(-a / (1 + b))
  }
  return next
}

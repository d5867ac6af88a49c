import { binomial } from './binomial.ts'
import { gaussian } from './gaussian.ts'
import type { Matrix } from './matrix.ts'
import { designOf, type Problem, type ProblemOptions, withResponse } from './problem.ts'

/**
 * Checks, centres and scales the data.
 * @param x n × p; @param y length n; in {0, 1} for the binomial family
 * @throws SolverError 'empty', 'dimension', 'non-finite', 'labels', 'single-class'
 */
export function prepare(x: Matrix, y: ArrayLike<number>, o: ProblemOptions = {}): Problem {
  return withResponse(o.family === 'binomial' ? binomial : gaussian, designOf(x, o), y)
}

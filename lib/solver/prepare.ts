import { binomial } from './binomial.ts'
import { gaussian } from './gaussian.ts'
import type { Matrix } from './matrix.ts'
import { prepareFor, type Problem, type ProblemOptions } from './problem.ts'

/**
 * Checks, centres and scales the data.
 * @param x n × p; @param y length n; in {0, 1} for the binomial family
 * @throws SolverError 'empty', 'dimension', 'non-finite', 'labels', 'single-class'
 */
export function prepare(x: Matrix, y: ArrayLike<number>, o: ProblemOptions = {}): Problem {
  return prepareFor(o.family === 'binomial' ? binomial : gaussian, x, y, o)
}

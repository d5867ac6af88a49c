import type { PathsResult } from './paths.ts'

export function named(result: PathsResult): Record<string, number> {
  const { l1, l2, en, truth, knots, curves } = result
  const trueKept = l1.coefficients.filter((b, j) => b !== 0 && truth[j] !== 0).length
  const order = knots.flatMap(({ enters }) => enters)
  return {
    nonzeros: l1.nonzeros,
    ridgeNonzeros: l2.nonzeros,
    netNonzeros: en.nonzeros,
    trueKept,
    noiseKept: l1.nonzeros - trueKept,
    size: l1.size,
    ridgeSize: l2.size,
    netSize: en.size,
    df: l1.degreesOfFreedom,
    ridgeDf: l2.degreesOfFreedom,
    netDf: en.degreesOfFreedom,
    error: l1.error,
    ridgeError: l2.error,
    netError: en.error,
    ...numbered('beta', l1.coefficients),
    ...numbered('ridge', l2.coefficients),
    ...numbered('net', en.coefficients),
    ...numbered('true', truth),
    ...numbered(
      'entry',
      truth.map((_, j) => [...new Set(order)].indexOf(j) + 1),
    ),
    knots: knots.length,
    lambda: l1.lambda,
    lambdaMax: result.lambdaMax,
    ...validated(curves),
    p: truth.length,
    gap: Math.max(...[result, l1, l2, en, ...curves, ...knots].map(({ gap }) => gap)),
  }
}

function validated([lasso, other]: PathsResult['curves']): Record<string, number> {
  const { atMin, at1se, errors } = lasso.folds
  return {
    lambdaMin: lasso.lambdas[atMin]!,
    lambda1se: lasso.lambdas[at1se]!,
    cvMin: errors[atMin / 2]!,
    cv1se: errors[at1se / 2]!,
    nonzerosMin: lasso.nonzeros[atMin]!,
    nonzeros1se: lasso.nonzeros[at1se]!,
    errorMin: lasso.errors[atMin]!,
    error1se: lasso.errors[at1se]!,
    vsLambdaMin: other.lambdas[other.folds.atMin]!,
    vsCvMin: other.folds.errors[other.folds.atMin / 2]!,
  }
}

function numbered(name: string, values: Float64Array): Record<string, number> {
  return Object.fromEntries(Array.from(values, (value, j) => [`${name}${j + 1}`, value]))
}

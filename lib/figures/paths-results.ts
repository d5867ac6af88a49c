import type { PathsResult } from './paths.ts'

export const names = {
  nonzeros: 'coefficients that the lasso keeps at the cursor',
  ridgeNonzeros: 'of ridge',
  netNonzeros: 'of the elastic net',
  trueKept: 'true effects that the lasso keeps',
  noiseKept: 'coefficients without a true effect that the lasso keeps',
  size: 'Σ|β| of the lasso',
  ridgeSize: 'of ridge',
  netSize: 'of the elastic net',
  df: 'degrees of freedom of the lasso: the coefficients that it keeps',
  ridgeDf: 'of ridge: the trace of its hat matrix, without the intercept',
  netDf: 'of the elastic net: that trace over what it keeps',
  error: 'mean squared error of the lasso expected on a new row',
  ridgeError: 'of ridge',
  netError: 'of the elastic net',
  'beta*': 'a coefficient of the lasso: beta1, beta2, …',
  'ridge*': 'of ridge',
  'net*': 'of the elastic net',
  'true*': 'the coefficient that made the data',
  'entry*': 'when the lasso takes a feature in as the penalty falls: 1 for the first, 0 for never',
  knots: 'kinks of the lasso path',
  lambda: 'the penalty at the cursor',
  lambdaMax: 'the smallest penalty at which the lasso keeps none',
  lambdaMin: 'the penalty drawn with the smallest cross-validated error of the lasso',
  lambda1se: 'the largest penalty drawn with an error within one standard error of the smallest',
  cvMin: 'the cross-validated error at lambdaMin',
  cv1se: 'at lambda1se',
  nonzerosMin: 'coefficients that the lasso keeps at lambdaMin',
  nonzeros1se: 'at lambda1se',
  errorMin: 'error of the lasso at lambdaMin',
  error1se: 'at lambda1se',
  vsLambdaMin: 'lambdaMin of the method compared with',
  vsCvMin: 'cvMin of the method compared with',
  p: 'the number of predictors',
  gap: 'the largest duality gap of what is drawn, relative to the null model',
} as const

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
    gap: Math.max(l1.gap, l2.gap, en.gap, ...curves.map(({ gap }) => gap)),
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

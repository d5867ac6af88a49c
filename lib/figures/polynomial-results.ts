import type { Code } from './code.ts'
import type { PolynomialResult, PolynomialState } from './polynomial.ts'
import { type Method, type Model, mixOf, words } from './polynomial-models.ts'
import { sampleOf } from './polynomial-sample.ts'
import type { Sample } from './units.ts'

export const names = {
  degree: 'the degree of the polynomial',
  lambda: 'the penalty of the shown method; 0 for least squares',
  trainError: 'mean squared residual of the shown method on the training points',
  testError: 'mean squared error of the shown method on test points that no method has seen',
  cubicTrainError: 'mean squared residual of the cubic by least squares, on the training points',
  cubicTestError: 'mean squared error of the cubic by least squares on the test points',
  nonzeros: 'coefficients of the shown method that are not zero, without the intercept',
  size: 'Σ|β| of the shown method, on the powers divided by their standard deviations',
  'beta*':
    'a coefficient of the shown method on these standardised powers: beta1 of x, beta2 of x², …',
  olsTrainError: 'training error of least squares at this degree',
  olsTestError: 'its test error',
  olsSize: 'its Σ|β|',
  ridgeTrainError: 'training error of ridge at this degree and penalty',
  ridgeTestError: 'its test error',
  ridgeSize: 'its Σ|β|',
  lassoTrainError: 'training error of the lasso at this degree and penalty',
  lassoTestError: 'its test error',
  lassoSize: 'its Σ|β|',
  lassoNonzeros: 'coefficients that the lasso keeps',
  gap: 'the largest duality gap of the three fits and the cubic, relative to the null model',
} as const

export function named({ method, models, cubic }: PolynomialResult): Record<string, number> {
  const { ols, l2, l1 } = models
  const shown = models[method]
  const betas = Array.from(shown.coefficients, (b, j) => [`beta${j + 1}`, b] as const)
  return {
    degree: shown.degree,
    lambda: shown.lambda,
    trainError: shown.trainError,
    testError: shown.testError,
    cubicTrainError: cubic.trainError,
    cubicTestError: cubic.testError,
    nonzeros: shown.nonzeros,
    size: shown.size,
    ...Object.fromEntries(betas),
    ...errors('ols', ols),
    ...errors('ridge', l2),
    ...errors('lasso', l1),
    lassoNonzeros: l1.nonzeros,
    gap: Math.max(ols.gap, l2.gap, l1.gap, cubic.gap),
  }
}

function errors(name: string, { trainError, testError, size }: Model): Record<string, number> {
  return {
    [`${name}TrainError`]: trainError,
    [`${name}TestError`]: testError,
    [`${name}Size`]: size,
  }
}

export function sample(state: PolynomialState): Sample {
  const { y } = sampleOf(state).train
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const square = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length
  return { n: state.n, sdY: Math.sqrt(square) }
}

export function code(state: PolynomialState, { models }: PolynomialResult): Code[] {
  const { train, byDegree: problems } = sampleOf(state)
  const { rows } = problems[state.degree - 1]!
  const others: Method[] = state.method === 'ols' ? [] : ['ols']
  return [state.method, ...others].map((method) => ({
    kind: 'fit',
    says: `Degree ${state.degree} by ${words[method]}: the columns are powers of x`,
    family: 'gaussian',
    x: rows,
    y: train.y,
    lambda: models[method].lambda,
    alpha: mixOf(method),
    standardize: true,
    intercept: true,
    expected: models[method].plain,
  }))
}

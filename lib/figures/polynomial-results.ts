import type { Code } from './code.ts'
import type { PolynomialResult, PolynomialState } from './polynomial.ts'
import { type Method, type Model, mixOf, words } from './polynomial-models.ts'
import { sampleOf } from './polynomial-sample.ts'
import type { Sample } from './units.ts'

export function named(result: PolynomialResult): Record<string, number> {
  const { method, models, cubic, errors, twelve } = result
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
    ...ofModel('ols', ols),
    ...ofModel('ridge', l2),
    ...ofModel('lasso', l1),
    lassoNonzeros: l1.nonzeros,
    gap: Math.max(...[ols, l2, l1, cubic, twelve, ...errors].map(({ gap }) => gap)),
  }
}

function ofModel(name: string, { trainError, testError, size }: Model): Record<string, number> {
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

import type { FitCode } from './code.ts'
import { bracketed, call, list, literal, type Script } from './code-text.ts'

/** scikit-learn */
export const python: Script = {
  comment: '#',
  imports(fits) {
    const models = [...new Set(fits.map((fit) => model(fit).name))].toSorted()
    const mixed = fits.some((fit) => model(fit).options.includes(mixPenalty))
    const lines = [
      `# scikit-learn 1.2 or later${mixed ? '; from 1.8 on leave penalty= out' : ''}`,
      'import numpy as np',
      `from sklearn.linear_model import ${models.join(', ')}`,
    ]
    if (fits.some(({ standardize }) => standardize))
      lines.push('from sklearn.preprocessing import StandardScaler')
    return lines.join('\n')
  },
  data({ x, y }, digits) {
    const rows = x.map((row) => `${bracketed(row, digits, '    ')},`).join('\n')
    return `X = np.array([\n${rows}\n])\ny = np.array([\n${list(y, digits, '    ')}\n])`
  },
  fit(code) {
    const { name, options } = model(code)
    const all = code.intercept ? options : [...options, 'fit_intercept=False']
    const made = (z: string) => call(`model = ${name}`, all, `.fit(${z}, y)`, '    ')
    const [b, b0] =
      code.family === 'binomial'
        ? ['model.coef_[0]', 'model.intercept_[0]']
        : ['model.coef_', 'model.intercept_']
    if (!code.standardize) return `${made('X')}\nprint(${code.intercept ? b0 : 0}, *${b})`
    return [
      `scaler = StandardScaler(${code.intercept ? '' : 'with_mean=False'}).fit(X)  # divides by n, as here`,
      made('scaler.transform(X)'),
      `coefficients = ${b} / scaler.scale_  # back on the scale of X`,
      `print(${code.intercept ? `${b0} - coefficients @ scaler.mean_` : 0}, *coefficients)`,
    ].join('\n')
  },
}

/** From 1.8 on `l1_ratio` alone says it, and this warns. */
const mixPenalty = "penalty='elasticnet'"

/** The class and its arguments: each has a penalty of its own name and scale. */
function model({ family, lambda, alpha }: FitCode): { name: string; options: string[] } {
  const l = literal(lambda)
  const exact = ['tol=1e-14', 'max_iter=10**6']
  if (family === 'binomial') {
    const c = lambda === 0 ? 'C=np.inf' : `C=1 / (len(y) * ${l})`
    const how =
      lambda === 0 || alpha === 0
        ? ["solver='newton-cholesky'", 'tol=1e-12']
        : [mixPenalty, `l1_ratio=${literal(alpha)}`, "solver='saga'", 'tol=1e-12']
    return { name: 'LogisticRegression', options: [c, ...how, 'max_iter=10**6'] }
  }
  if (lambda === 0) return { name: 'LinearRegression', options: [] }
  if (alpha === 0) return { name: 'Ridge', options: [`alpha=len(y) * ${l}`] }
  if (alpha === 1) return { name: 'Lasso', options: [`alpha=${l}`, ...exact] }
  return {
    name: 'ElasticNet',
    options: [`alpha=${l}`, `l1_ratio=${literal(alpha)}`, ...exact],
  }
}

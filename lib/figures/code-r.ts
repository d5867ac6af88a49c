import type { FitCode } from './code.ts'
import { call, list, literal, type Script } from './code-text.ts'

/** R: glmnet; lm and glm where there is no penalty */
export const r: Script = {
  comment: '#',
  imports: (fits) =>
    fits.some(({ lambda }) => lambda > 0) ? 'library(glmnet)  # 4.1 or later' : '# R alone',
  data({ x, y }, digits) {
    const rows = x.map((row) => list(row, digits, '  ')).join(',\n')
    const columns = x[0]?.length ?? 0
    return `x <- matrix(c(\n${rows}\n), ncol = ${columns}, byrow = TRUE)\ny <- c(\n${list(y, digits, '  ')}\n)`
  },
  fit: (code) => (code.lambda === 0 ? unpenalised(code) : penalised(code)),
}

function unpenalised({ family, intercept }: FitCode): string {
  const formula = intercept ? 'y ~ x' : 'y ~ x + 0'
  const made =
    family === 'binomial'
      ? `glm(${formula}, family = binomial, epsilon = 1e-14, maxit = 100)`
      : `lm(${formula}, tol = 1e-14)`
  return `model <- ${made}\n${print(intercept ? 'coef(model)' : 'c(0, coef(model))')}`
}

function penalised(code: FitCode): string {
  const { family, standardize, intercept } = code
  const { before, alpha, lambda } = strength(code)
  const data = given(code)
  const options = [
    ...(family === 'binomial' ? ['family = "binomial"'] : []),
    `alpha = ${alpha}`,
    `lambda = ${lambda}`,
    ...(standardize ? [] : ['standardize = FALSE']),
    ...(intercept ? [] : ['intercept = FALSE']),
  ]
  return [
    ...data.before,
    ...before,
    call('model <- glmnet', [data.x, data.y, ...options, 'thresh = 1e-20', 'maxit = 1e7']),
    print(data.single ? 'coef(model)[1:2]' : 'as.vector(coef(model))'),
  ].join('\n')
}

/** glmnet wants two columns, and leaves out a constant one, even where nothing is centred. */
function given({ x, standardize, intercept }: FitCode) {
  if (x[0]?.length === 1)
    return { before: ['# glmnet wants two columns'], x: 'cbind(x, 0)', y: 'y', single: true }
  const constant = Array.from(x[0] ?? []).some((value, j) => x.every((row) => row[j] === value))
  if (!constant || standardize || intercept) return { before: [], x: 'x', y: 'y', single: false }
  const before = [
    '# glmnet leaves out a constant column. A row with all its signs turned has the same squared',
    '# residual, and then the column is none',
    'turn <- c(-1, rep(1, length(y) - 1))',
  ]
  return { before, x: 'x * turn', y: 'y * turn', single: false }
}

/** glmnet's gaussian family divides y by s first: the ridge part of its lambda counts 1/s. */
function strength(code: FitCode): { before: string[]; alpha: string; lambda: string } {
  const [l, a] = [literal(code.lambda), literal(code.alpha)]
  if (code.alpha === 1 || code.family === 'binomial') return { before: [], alpha: a, lambda: l }
  const s = code.intercept ? 'sqrt(mean((y - mean(y))^2))' : 'sqrt(mean(y^2))'
  const before = [`s <- ${s}  # glmnet divides y by it, so the ridge part of lambda counts 1/s`]
  if (code.alpha === 0) return { before, alpha: '0', lambda: `${l} * s` }
  before.push(`l1 <- ${l} * ${a}`, `l2 <- ${l} * (1 - ${a}) * s`)
  return { before, alpha: 'l1 / (l1 + l2)', lambda: 'l1 + l2' }
}

function print(values: string): string {
  return `cat(sprintf("%.12g", ${values}), "\\n")`
}

import type { FitCode } from './code.ts'
import { bracketed, call, list, literal, type Script } from './code-text.ts'

/** The solver that draws the figure. */
export const typescript: Script = {
  comment: '//',
  imports: () => `import { fit, prepare } from '#lib/solver/index.ts'`,
  data({ x, y }, digits, first) {
    const rows = x.map((row) => `${bracketed(row, digits, '  ')},`).join('\n')
    const name = first ? 'let ' : ''
    return `${name}x = [\n${rows}\n]\n${name}y = [\n${list(y, digits, '  ')},\n]`
  },
  fit: (code, first) =>
    [
      call(`${first ? 'let ' : ''}model = fit`, [
        prepared(code),
        `{ lambda: ${literal(code.lambda)}, alpha: ${literal(code.alpha)} }`,
      ]),
      'console.log(model.intercept, ...model.coefficients)',
    ].join('\n'),
}

function prepared({ family, standardize, intercept }: FitCode): string {
  const options = [
    ...(family === 'binomial' ? [`family: 'binomial'`] : []),
    ...(standardize ? [] : ['standardize: false']),
    ...(intercept ? [] : ['intercept: false']),
  ]
  return options.length === 0 ? 'prepare(x, y)' : `prepare(x, y, { ${options.join(', ')} })`
}

import 'server-only'
import { z } from 'zod'
import { type Convention, convertPenalty } from '#lib/solver/index.ts'
import { distinct, generator } from './generator.ts'
import { written } from './words.ts'

type Direction = { method: 'ridge' | 'lasso'; from: Convention; to: Convention }

const directions: [Direction, ...Direction[]] = [
  { method: 'ridge', from: 'sklearn', to: 'glmnet' },
  { method: 'ridge', from: 'glmnet', to: 'sklearn' },
  { method: 'ridge', from: 'glmnet', to: 'textbook' },
  { method: 'lasso', from: 'textbook', to: 'sklearn' },
  { method: 'lasso', from: 'sklearn', to: 'textbook' },
  { method: 'lasso', from: 'glmnet', to: 'textbook' },
]

/** The same fit in another library's number: the conventions of `convertPenalty`, after their manuals. */
export const convertLambda = generator({
  kind: 'numeric',
  asks: 'The number that gives the same ridge or lasso fit in another library.',
  params: z.strictObject({}),
  draw: (dice) => ({
    direction: dice.pick(directions),
    n: dice.pick([40, 50, 80, 100, 200, 400]),
    sd: dice.pick([0.5, 2, 2.5, 4, 5]),
    strength: dice.pick([0.05, 0.1, 0.2, 0.25, 0.5]),
  }),
  item({ direction: { method, from, to }, n, sd, strength }) {
    const alpha = method === 'lasso' ? 1 : 0
    const convert = (lambda: number, a: Convention, b: Convention) =>
      convertPenalty({ lambda, alpha }, a, b, { n, sdY: sd }).lambda
    const given = Number(convert(strength, 'house', from).toPrecision(4))
    const answer = convert(given, from, to)
    return {
      kind: 'numeric',
      prompt: `${n} rows, standardised columns, an unpenalised intercept; the response has standard deviation ${written(sd)} (divisor n). ${call(method, from, written(given, 6))} fits a ${method} model. Which number must stand at the dots for the same coefficients: ${call(method, to, '…')}?`,
      answer,
      rel: 0.02,
      named: distinct({ answer, rel: 0.02 }, slips(answer, given, n, sd, method)),
      why: `${rule(method, from)}. ${rule(method, to)}. So ${written(given, 6)} there is λ = ${written(convert(given, from, 'house'), 6)} in RSS/(2n) + ${method === 'ridge' ? '(λ/2)·Σβ²' : 'λ·Σ|β|'}, and ${written(answer, 6)} here.`,
    }
  },
})

function slips(answer: number, given: number, n: number, sd: number, method: 'ridge' | 'lasso') {
  return [
    { value: given, message: 'The same number is another penalty there.' },
    { value: answer * n, message: 'That is n times too much: who divides the loss by n?' },
    { value: answer / n, message: 'That divides by n once too often.' },
    { value: 2 * answer, message: 'That doubles it: look where the ½ stands in both objectives.' },
    ...(method === 'ridge'
      ? [
          {
            value: answer * sd,
            message:
              'glmnet fits the response divided by its standard deviation: check on which side that counts.',
          },
          {
            value: answer / sd,
            message:
              'glmnet fits the response divided by its standard deviation: check on which side that counts.',
          },
        ]
      : []),
  ]
}

function call(method: 'ridge' | 'lasso', convention: Convention, value: string): string {
  const penalty = method === 'ridge' ? '(λ/2)·Σβ²' : 'λ·Σ|β|'
  if (convention === 'sklearn')
    return `scikit-learn’s ${method === 'ridge' ? 'Ridge' : 'Lasso'}(alpha=${value})`
  if (convention === 'glmnet')
    return `glmnet(alpha = ${method === 'ridge' ? 0 : 1}, lambda = ${value})`
  return `½RSS + ${penalty} with λ = ${value}`
}

function rule(method: 'ridge' | 'lasso', convention: Convention): string {
  if (convention === 'textbook') return '½RSS + λ·penalty is n times RSS/(2n) + (λ/n)·penalty'
  if (convention === 'sklearn')
    return method === 'ridge'
      ? 'scikit-learn’s Ridge minimises RSS + alpha·Σβ², so its alpha is n·λ'
      : 'scikit-learn’s Lasso minimises RSS/(2n) + alpha·Σ|β|, so its alpha is λ'
  return method === 'ridge'
    ? 'glmnet divides the response and its lambda by the standard deviation s, so its ridge lambda is s·λ'
    : 'glmnet minimises RSS/(2n) + lambda·Σ|β|, so its lambda is λ'
}

import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { written } from './words.ts'

/** λmax = max|x′y|/n, of standardised columns and a centred response (Friedman et al. 2010, 2.5). */
export const smallestLambda = generator({
  kind: 'numeric',
  asks: 'Inner products of four standardised columns with the response: the λ that empties the lasso.',
  params: z.strictObject({}),
  draw(dice) {
    const n = dice.pick([20, 25, 40, 50, 80, 100, 200])
    // the largest is negative, which a maximum without the bars would miss
    const top = -dice.grid(0.8, 2.5, 20)
    const others = [dice.grid(0.3, 0.7, 20), dice.grid(0.1, 0.6, 20), -dice.grid(0.05, 0.5, 20)]
    return {
      n,
      products: dice
        .shuffle([top, ...others.map((each) => each * -top)])
        .map((each) => Math.round(each * n)),
    }
  },
  clarity({ products }) {
    const [first = 0, second = 0] = products.map(Math.abs).toSorted((a, b) => b - a)
    return (first - second) / (0.05 * first)
  },
  item({ n, products }) {
    const sizes = products.map(Math.abs)
    const top = Math.max(...sizes)
    return {
      kind: 'numeric',
      prompt: `Four standardised features, a centred response, n = ${n}. The lasso minimises RSS/(2n) + λ·Σ|β|. From which λ on are all four coefficients 0? Two decimals.`,
      exhibit: {
        type: 'table',
        caption: 'Inner products with the response',
        head: ['', ...products.map((_, j) => `x${'₁₂₃₄'[j]}`)],
        rows: [['x′y', ...products.map((each) => written(each))]],
      },
      answer: top / n,
      abs: 0.006,
      named: [
        { value: top, message: 'That is n times too much: the loss here is divided by n.' },
        {
          value: Math.max(...products) / n,
          message: 'The sign of x′y does not matter: a negative correlation pulls as hard.',
        },
        {
          value: (2 * top) / n,
          message: 'The ½ in RSS/(2n) takes the 2 of the derivative away.',
        },
      ],
      why: `At β = 0 the loss falls by |x′y|/n per unit of a coefficient, and the penalty rises by λ. No coefficient leaves 0 while λ ≥ max|x′y|/n = ${written(top)}/${n} = ${written(top / n)}.`,
    }
  },
})

import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { written } from './words.ts'

/** Minimum of (Sxx·β² − 2·Sxy·β)/(2n) + λβ²/2: β = Sxy/(Sxx + nλ). */
export const ridgeByHand = generator({
  kind: 'numeric',
  asks: 'One feature without an intercept: the ridge coefficient from sums of squares.',
  params: z.strictObject({}),
  draw: (dice) => ({
    n: dice.pick([4, 5, 8, 10, 20]),
    meanSquare: dice.pick([0.5, 1, 2, 4]),
    meanProduct: dice.grid(0.6, 4.8, 5) * dice.pick([-1, 1]),
    lambda: dice.pick([0.25, 0.5, 1, 1.5, 2, 3]),
  }),
  item({ n, meanSquare, meanProduct, lambda }) {
    const xx = n * meanSquare
    const xy = n * meanProduct
    return {
      kind: 'numeric',
      prompt: `One feature, no intercept, n = ${n} rows: Σx² = ${written(xx)} and Σxy = ${written(xy)}. Ridge minimises Σ(y − xβ)²/(2n) + (λ/2)·β² with λ = ${written(lambda)}. Which β does it give? Two decimals.`,
      answer: xy / (xx + n * lambda),
      abs: 0.01,
      named: [
        {
          value: xy / (xx + lambda),
          message: 'That leaves out n: the squares are divided by 2n here, so Σx² meets n·λ.',
        },
        { value: xy / xx, message: 'That is least squares, Σxy/Σx²: the penalty is missing.' },
        {
          value: xy / (xx + 2 * n * lambda),
          message: 'That counts λ twice: the penalty has its own ½.',
        },
      ],
      why: `Where the derivative is zero, (Σx²·β − Σxy)/n + λβ = 0, so β = Σxy/(Σx² + nλ) = ${written(xy)}/(${written(xx)} + ${written(n * lambda)}) = ${written(xy / (xx + n * lambda), 3)}.`,
    }
  },
})

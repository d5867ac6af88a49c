import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { percent, written } from './words.ts'

/** One unit more of x multiplies the odds by exp(β); probabilities follow from the odds. */
export const oddsRatio = generator({
  kind: 'numeric',
  asks: 'A coefficient of a logistic regression, read as a change of probability.',
  params: z.strictObject({}),
  draw: (dice) => ({
    probability: dice.grid(0.1, 0.6, 20),
    ratio: dice.pick([0.25, 0.4, 0.5, 0.6, 0.8, 1.25, 1.5, 1.8, 2, 2.5, 3, 4, 5]),
  }),
  item({ probability, ratio }) {
    const odds = probability / (1 - probability)
    const moved = odds * ratio
    const answer = moved / (1 + moved)
    const beta = Number(Math.log(ratio).toFixed(3))
    return {
      kind: 'numeric',
      prompt: `In a logistic regression the coefficient of x is ${written(beta)}, so exp(β) = ${written(ratio)}. At some x the probability is ${percent(probability)}. What is it one unit of x further up, all else equal? Two decimals, or a per cent.`,
      answer,
      abs: 0.006,
      named: [
        {
          value: probability * ratio,
          message: 'That multiplies the probability: exp(β) multiplies the odds.',
        },
        {
          value: probability + beta,
          message: 'β is added to the log-odds, not to the probability.',
        },
        { value: moved, message: 'Those are the new odds: the probability is odds/(1 + odds).' },
        { value: 100 * answer, message: 'Write a share such as 0.25, or add the per cent sign.' },
      ],
      why: `The odds go from ${written(probability)}/${written(1 - probability)} = ${written(odds, 3)} to ${written(odds, 3)} × ${written(ratio)} = ${written(moved, 3)}, and the probability is ${written(moved, 3)}/${written(1 + moved, 3)} = ${written(answer, 3)}.`,
    }
  },
})

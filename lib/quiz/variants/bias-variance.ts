import 'server-only'
import { z } from 'zod'
import { distinct, generator } from './generator.ts'
import { written } from './words.ts'

/** MSE of c·z with z unbiased for β and of variance v: (1 − c)²β² + c²v. */
export const biasVariance = generator({
  kind: 'numeric',
  asks: 'The mean squared error of a shrunken estimate from its bias and its variance.',
  params: z.strictObject({}),
  draw: (dice) => ({
    beta: dice.grid(0.5, 3, 4) * dice.pick([-1, 1]),
    variance: dice.pick([0.25, 0.5, 1, 2, 4]),
    lambda: dice.pick([0.25, 1, 3]),
  }),
  item({ beta, variance, lambda }) {
    const c = 1 / (1 + lambda)
    const bias = (1 - c) * beta
    const spread = c * c * variance
    return {
      kind: 'numeric',
      prompt: `A coefficient is truly ${written(beta)}. Least squares estimates it without bias and with variance ${written(variance)}. Ridge divides that estimate by 1 + λ, with λ = ${written(lambda)}. What is the mean squared error of the ridge estimate? Two decimals.`,
      answer: bias ** 2 + spread,
      abs: 0.01,
      named: distinct({ answer: bias ** 2 + spread, abs: 0.01 }, [
        { value: spread, message: 'That is the variance alone: the bias, squared, comes on top.' },
        { value: bias ** 2, message: 'That is the squared bias alone: the variance is missing.' },
        { value: Math.abs(bias) + spread, message: 'The bias enters squared.' },
        {
          value: bias ** 2 + c * variance,
          message: 'A factor c multiplies the variance by c², not by c.',
        },
        { value: variance, message: 'That is the error of least squares.' },
      ]),
      why: `With c = 1/(1 + λ) = ${written(c)} the bias is (c − 1)·β = ${written(-bias)} and the variance c²·${written(variance)} = ${written(spread)}. The error is ${written(bias ** 2)} + ${written(spread)} = ${written(bias ** 2 + spread)}; least squares has ${written(variance)}.`,
    }
  },
})

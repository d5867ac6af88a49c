import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { listed, written } from './words.ts'

/** Effective degrees of freedom, Σ e/(e + λ) over the eigenvalues e of X′X/n (ESL, eq. 3.50). */
export const ridgeDegrees = generator({
  kind: 'numeric',
  asks: 'Effective degrees of freedom of ridge from the eigenvalues of X′X/n.',
  params: z.strictObject({}),
  draw: (dice) => ({
    lambda: dice.pick([0.1, 0.25, 0.5, 1]),
    eigenvalues: [dice.grid(1.5, 3, 4), dice.grid(0.5, 1.25, 4), dice.pick([0.1, 0.2, 0.25, 0.4])],
  }),
  item({ lambda, eigenvalues }) {
    const shares = eigenvalues.map((each) => each / (each + lambda))
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    return {
      kind: 'numeric',
      prompt: `X′X/n of three centred columns has the eigenvalues ${listed(eigenvalues.map((each) => written(each)))}. Ridge minimises RSS/(2n) + (λ/2)·Σβ² with λ = ${written(lambda)}, the intercept apart. How many effective degrees of freedom do the three coefficients have? Two decimals.`,
      answer: sum(shares),
      abs: 0.01,
      named: [
        { value: 3, message: 'Three is least squares: shrinking gives some of each away.' },
        {
          value: 3 / (1 + lambda),
          message: 'That would hold if all eigenvalues were 1: each direction has its own share.',
        },
        {
          value: sum(shares.map((share) => share * share)),
          message: 'That squares the shares: the trace of the hat matrix has them once.',
        },
      ],
      why: `Ridge keeps the share e/(e + λ) of each principal direction: ${shares.map((share) => written(share, 3)).join(' + ')} = ${written(sum(shares), 3)}, the trace of the hat matrix.`,
    }
  },
})

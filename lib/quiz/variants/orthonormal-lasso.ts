import 'server-only'
import { z } from 'zod'
import { proximal } from '#lib/solver/index.ts'
import { distinct, generator } from './generator.ts'
import { written } from './words.ts'

/** Soft thresholding, sign(z)·max(|z| − λ, 0), summed: Tibshirani 1996, section 2.2. */
export const orthonormalLasso = generator({
  kind: 'numeric',
  asks: 'Three least-squares coefficients of an orthonormal design: the length of the lasso’s answer.',
  params: z.strictObject({}),
  draw(dice) {
    const lambda = dice.grid(0.3, 1.2, 10)
    const sign = () => dice.pick([-1, 1])
    const large = () => sign() * (lambda + dice.grid(0.3, 2, 10))
    const small = sign() * dice.grid(0.1, lambda - 0.2, 10)
    return { lambda, z: dice.shuffle([large(), large(), small]) }
  },
  /** No coefficient stands at the threshold itself. */
  clarity: ({ lambda, z }) => Math.min(...z.map((each) => Math.abs(Math.abs(each) - lambda))) / 0.1,
  item({ lambda, z }) {
    const sizes = z.map(Math.abs)
    const kept = z.map((each) => Math.abs(proximal('soft', each, { lambda })))
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    return {
      kind: 'numeric',
      prompt: `The columns of X are orthogonal, each with Σx² = n, and least squares gives β = (${z.map((each) => written(each)).join(', ')}). The lasso minimises RSS/(2n) + λ·Σ|β| with λ = ${written(lambda)}. What is Σ|β| of its solution? Two decimals.`,
      answer: sum(kept),
      abs: 0.01,
      named: distinct({ answer: sum(kept), abs: 0.01 }, [
        {
          value: sum(sizes) - 3 * lambda,
          message: 'That takes λ off all three: a coefficient below λ stops at 0.',
        },
        {
          value: sum(sizes.filter((each) => each > lambda)),
          message: 'Those are the survivors as they were: the lasso also moves them by λ.',
        },
        {
          value: sum(sizes) / (1 + lambda),
          message: 'That is ridge, which divides by 1 + λ and drops nothing.',
        },
      ]),
      why: `Each coefficient moves towards 0 by λ and stops there: ${z.map((each, i) => `${written(each)} → ${written(Math.sign(each) * kept[i]!)}`).join(', ')}. The sizes add up to ${written(sum(kept))}.`,
    }
  },
})

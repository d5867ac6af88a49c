import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { percent, whole, written } from './words.ts'

/** Two proportions, the baseline's variance in both arms: n = 2·(z₁ + z₂)²·p(1 − p)/δ² per arm. */
export const sampleSize = generator({
  kind: 'numeric',
  asks: 'Rows per arm of an A/B test on a conversion rate.',
  params: z.strictObject({}),
  draw: (dice) => ({
    rate: dice.pick([0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3]),
    lift: dice.pick([0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25]),
  }),
  item({ rate, lift }) {
    const delta = rate * lift
    const each = (z: number) => (2 * z ** 2 * rate * (1 - rate)) / delta ** 2
    const answer = each(1.96 + 0.84)
    return {
      kind: 'numeric',
      prompt: `A page converts ${percent(rate)} of its visitors. You want to detect a relative lift of ${percent(lift)}, two-sided at 5%, with power 80% (z = 1.96 and 0.84). Use the variance of the baseline in both arms. How many visitors does each arm need, to within 3%?`,
      answer,
      rel: 0.03,
      named: [
        { value: 2 * answer, message: 'That is both arms together.' },
        {
          value: answer / 1000,
          message: 'A comma is read as the decimal sign: write the number without one.',
        },
        {
          value: answer / 2,
          message:
            'A difference of two rates has twice the variance of one: the factor 2 is missing.',
        },
        {
          value: each(1.645 + 0.84),
          message: 'That is the one-sided test: two-sided at 5% takes 1.96.',
        },
        {
          value: (answer * delta ** 2) / lift ** 2,
          message: `The lift is relative: in points of the rate it is ${percent(rate)} × ${percent(lift)} = ${percent(delta, 2)}.`,
        },
      ],
      why: `The difference to see is δ = ${written(rate)} × ${written(lift)} = ${written(delta, 5)}. Each arm needs 2·(1.96 + 0.84)²·p(1 − p)/δ² = 15.68 × ${written(rate * (1 - rate), 5)}/${written(delta, 5)}² ≈ ${whole(answer)} visitors.`,
    }
  },
})

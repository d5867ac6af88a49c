import 'server-only'
import { z } from 'zod'
import { generator } from './generator.ts'
import { percent, whole, written } from './words.ts'

/** Bayes’ rule for one test: P(ill | positive). */
export const baseRate = generator({
  kind: 'numeric',
  asks: 'The probability behind a positive test, from base rate, sensitivity and false alarms.',
  params: z.strictObject({}),
  draw: (dice) => ({
    oneIn: dice.pick([20, 25, 50, 100, 200, 250]),
    sensitivity: dice.grid(0.7, 0.98, 50),
    falseAlarms: dice.grid(0.02, 0.15, 100),
  }),
  item({ oneIn, sensitivity, falseAlarms }) {
    const rate = 1 / oneIn
    const hits = rate * sensitivity
    const alarms = (1 - rate) * falseAlarms
    const answer = hits / (hits + alarms)
    return {
      kind: 'numeric',
      prompt: `One transaction in ${oneIn} is fraudulent. A detector flags ${percent(sensitivity)} of the fraudulent ones and ${percent(falseAlarms)} of the others. What is the probability that a flagged transaction is fraudulent? Two decimals, or a per cent.`,
      answer,
      abs: 0.006,
      named: [
        {
          value: sensitivity,
          message:
            'That is the probability of a flag given fraud: the condition is the wrong way round.',
        },
        {
          value: 1 - falseAlarms,
          message: 'That is the share of honest transactions that pass: the base rate is missing.',
        },
        {
          value: hits,
          message:
            'That is the probability of fraud and a flag together: divide by that of a flag.',
        },
        {
          value: hits + alarms,
          message: 'That is the probability of any flag: it is what to divide by.',
        },
        { value: 100 * answer, message: 'Write a share such as 0.25, or add the per cent sign.' },
      ],
      why: `Of ${whole(oneIn * 1000)} transactions ${whole(1000)} are fraudulent and ${written(1000 * sensitivity)} of them are flagged; of the ${whole((oneIn - 1) * 1000)} others ${whole((oneIn - 1) * 1000 * falseAlarms)} are. So ${written(1000 * sensitivity)}/${whole(1000 * sensitivity + (oneIn - 1) * 1000 * falseAlarms)} = ${written(answer, 3)}.`,
    }
  },
})

import 'server-only'
import { z } from 'zod'
import type { AskedMatching } from '#lib/quiz/kinds/matching.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { grader, itemFields } from './grader.ts'
import { shuffled } from './shuffled.ts'
import { areDistinct, tokenOf } from './token.ts'

const schema = z.strictObject({
  ...itemFields,
  kind: z.literal('matching'),
  pairs: z
    .array(z.strictObject({ left: z.string().min(1), right: z.string().min(1) }))
    .min(3)
    .max(6)
    .refine((list) => areDistinct(list.map(({ left }) => left)), 'two pairs have the same left')
    .refine((list) => areDistinct(list.map(({ right }) => right)), 'two pairs have the same right'),
})

export const matching = grader(schema, {
  asked: ({ kind, id, prompt, pairs }, seed): AskedMatching => ({
    kind,
    id,
    prompt,
    lefts: pairs.map(({ left }) => left),
    rights: shuffled(pairs, seed).map(({ right }) => ({ id: tokenOf(right), text: right })),
  }),
  /** The fraction that is right. */
  score({ pairs, why }, response: string[]) {
    const key = pairs.map(({ right }) => tokenOf(right))
    const hits = key.filter((id, i) => id === response[i]).length
    return {
      score: exactly(hits / key.length),
      answer: pairs.map(({ left, right }) => `${left}: ${right}`).join(' · '),
      why,
      key,
      ...(hits < key.length && { message: `${hits} of ${key.length} are matched as they belong.` }),
    }
  },
})

import 'server-only'
import { z } from 'zod'
import type { AskedMultiple, AskedOption, AskedSingle } from '#lib/quiz/kinds/choice.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { expression, grader, itemFields, subjectFields } from './grader.ts'
import { shuffled } from './shuffled.ts'

const option = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  right: z.literal(true).optional(),
  /** holds if and only if the option is right: the content check solves it */
  when: expression.optional(),
  why: z.string().min(1),
})

type Option = z.infer<typeof option>

const options = z
  .array(option)
  .min(2)
  .max(8)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    message: 'two options have the same id',
  })

export const single = grader(
  z.strictObject({
    ...itemFields,
    ...subjectFields,
    kind: z.literal('single'),
    options: options.refine((list) => list.filter(isRight).length === 1, {
      message: 'exactly one option must have `right: true`',
    }),
  }),
  {
    asked: ({ kind, id, prompt, options: list }, seed): AskedSingle => ({
      kind,
      id,
      prompt,
      options: shuffled(list, seed).map(withoutKey),
    }),
    score(item, response: string) {
      const hit = item.options.some((each) => each.id === response && isRight(each))
      return { ...reveal(item.options), score: exactly(hit ? 1 : 0), why: item.why }
    },
  },
)

export const multiple = grader(
  z.strictObject({
    ...itemFields,
    ...subjectFields,
    kind: z.literal('multiple'),
    options: options.refine((list) => list.some(isRight) && !list.every(isRight), {
      message: 'at least one option must be right and at least one wrong',
    }),
  }),
  {
    asked: ({ kind, id, prompt, options: list }, seed): AskedMultiple => ({
      kind,
      id,
      prompt,
      options: shuffled(list, seed).map(withoutKey),
    }),
    /** max(0, hits ÷ right − false alarms ÷ wrong): choosing everything earns nothing. */
    score(item, response: string[]) {
      const right = item.options.filter(isRight)
      const hits = right.filter(({ id }) => response.includes(id)).length
      const falseAlarms = response.length - hits
      const wrong = item.options.length - right.length
      const value = Math.max(0, hits / right.length - falseAlarms / wrong)
      return { ...reveal(item.options), score: exactly(value), why: item.why }
    },
  },
)

function isRight(each: Option): boolean {
  return each.right === true
}

function withoutKey({ id, text }: Option): AskedOption {
  return { id, text }
}

function reveal(list: Option[]) {
  return {
    answer: list
      .filter(isRight)
      .map(({ text }) => text)
      .join(' · '),
    options: list.map((each) => ({ id: each.id, right: isRight(each), why: each.why })),
  }
}

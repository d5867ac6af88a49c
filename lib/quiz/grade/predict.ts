import 'server-only'
import { z } from 'zod'
import { decodeState } from '#lib/figures/codec.ts'
import { evaluate, parse, type Scope } from '#lib/figures/expression.ts'
import { figureById, type FigureId, figures } from '#lib/figures/index.ts'
import { decimal } from '#lib/figures/number.ts'
import { scopeOf } from '#lib/figures/scope.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { parseNumber } from '#lib/quiz/kinds/numeric.ts'
import { type AskedPredict, type Axis, axesOf } from '#lib/quiz/kinds/predict.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { expression, grader, itemFields } from './grader.ts'

/** `answer` is in the figure's language, read in `state`; `at(key=value).name` looks elsewhere. */
const axis = z
  .strictObject({
    label: z.string().min(1),
    min: z.number(),
    max: z.number(),
    step: z.number().positive(),
    unit: z.string().optional(),
    answer: expression,
    abs: z.number().positive(),
  })
  .refine(({ min, max }) => min < max, { message: 'min is below max', path: ['min'] })

const option = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  /** holds for what happens and for no other option: the key is computed, never written */
  when: expression,
})

const ways = ['options', 'range', 'marker'] as const

const schema = z
  .strictObject({
    ...itemFields,
    kind: z.literal('predict'),
    demo: z.enum(Object.keys(figures) as [FigureId, ...FigureId[]]),
    state: z.string().max(500),
    options: z
      .array(option)
      .min(2)
      .max(6)
      .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
        message: 'two options have the same id',
      })
      .optional(),
    range: axis.optional(),
    marker: z
      .strictObject({ x: axis.optional(), y: axis.optional() })
      .refine(({ x, y }) => x !== undefined || y !== undefined, { message: 'give x, y or both' })
      .optional(),
  })
  .refine((item) => ways.filter((way) => item[way] !== undefined).length === 1, {
    message: 'give one of `options`, `range` and `marker`',
    path: ['options'],
  })

export type Predict = z.infer<typeof schema>
type KeyedAxis = z.infer<typeof axis>

export const predict = grader(schema, {
  asked: ({ kind, id, prompt, demo, state, ...item }): AskedPredict => ({
    kind,
    id,
    prompt,
    demo,
    state,
    ask: askOf(item),
  }),
  score(item, response: string | string[]): Feedback {
    const { answer, isHit } = item.options
      ? chosen(item, response as string)
      : placed(item, typeof response === 'string' ? [response] : response)
    return { score: exactly(isHit ? 1 : 0), answer, why: item.why }
  },
})

function askOf({
  options,
  range,
  marker,
}: Pick<Predict, (typeof ways)[number]>): AskedPredict['ask'] {
  if (options) return { options: options.map(({ id, text }) => ({ id, text })) }
  if (range) return { range: withoutKey(range) }
  return {
    marker: {
      ...(marker?.x && { x: withoutKey(marker.x) }),
      ...(marker?.y && { y: withoutKey(marker.y) }),
    },
  }
}

function withoutKey({ label, min, max, step, unit }: KeyedAxis): Axis {
  return { label, min, max, step, ...(unit !== undefined && { unit }) }
}

function chosen(item: Predict, response: string) {
  const right = item.options!.find(({ when }) => happens(item, when))
  return { answer: right?.text ?? '', isHit: right?.id === response }
}

function placed(item: Predict, response: string[]) {
  const axes = keyedAxes(item)
  const values = axes.map(({ answer }) => numberIn(item, answer))
  const isHit = axes.every(({ abs }, i) => {
    const given = parseNumber(response[i] ?? '')
    // with room for the rounding of binary fractions
    return given !== null && Math.abs(given - values[i]!) <= abs * (1 + 1e-9)
  })
  const written = axes.map(({ label, step, unit }, i) => {
    const number = [decimal(values[i]!, digitsOf(step)), unit].filter(Boolean).join(' ')
    return item.range ? number : `${label} = ${number}`
  })
  return { answer: written.join(', '), isHit }
}

export function keyedAxes({ range, marker }: Predict): KeyedAxis[] {
  return range ? [range] : axesOf(marker ?? {})
}

/** What somebody who has solved it would predict. */
export function rightPrediction(item: Predict): string | string[] {
  if (item.options) return item.options.find(({ when }) => happens(item, when))?.id ?? ''
  const texts = keyedAxes(item).map(({ answer }) => String(numberIn(item, answer)))
  return item.range ? texts[0]! : texts
}

/** As fine as the axis can be set. */
function digitsOf(step: number): number {
  return String(step).split('.')[1]?.length ?? 0
}

function happens(item: Predict, when: string): boolean {
  return evaluate(parse(when), scopeAt(item)).holds
}

function numberIn(item: Predict, answer: string): number {
  return Number(evaluate(parse(answer, 'number'), scopeAt(item)).value)
}

/** What cannot be evaluated in it throws: the content check has done so before a page is built. */
function scopeAt({ demo, state }: Predict): Scope {
  const figure = figureById(demo)!
  return scopeOf(figure, decodeState(figure, state).state)
}

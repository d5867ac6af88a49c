import 'server-only'
import { z } from 'zod'
import { type FigureId, figures } from '#lib/figures/index.ts'
import type { AskedPlot } from '#lib/quiz/kinds/plot.ts'
import { exactly } from '#lib/quiz/kinds/response.ts'
import { grader, itemFields } from './grader.ts'
import { areDistinct, tokenOf } from './token.ts'

const extent = z
  .tuple([z.number(), z.number()])
  .refine(([from, to]) => from < to, 'from low to high')

/** Extents in the units of the figure's first panel. */
const region = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  x: extent,
  y: extent,
  right: z.literal(true).optional(),
})

type KeyedRegion = z.infer<typeof region>

const schema = z.strictObject({
  ...itemFields,
  kind: z.literal('plot'),
  demo: z.enum(Object.keys(figures) as [FigureId, ...FigureId[]]),
  state: z.string().max(500),
  regions: z
    .array(region)
    .min(2)
    .max(8)
    .refine((list) => areDistinct(list.map(({ id }) => id)), 'two regions have the same id')
    .refine(
      (list) => areDistinct(list.map(({ label }) => label)),
      'two regions have the same label',
    )
    .refine((list) => list.some(isRight) && !list.every(isRight), {
      message: 'at least one region must be right and at least one wrong',
    })
    .refine((list) => !list.some((a, i) => list.slice(i + 1).some((b) => overlap(a, b))), {
      message: 'two regions overlap: a place in both would be neither',
    }),
})

export const plot = grader(schema, {
  /** From left to right, then from the top: their places are seen anyway, so their order tells nothing. */
  asked: ({ kind, id, prompt, demo, state, regions }): AskedPlot => ({
    kind,
    id,
    prompt,
    demo,
    state,
    regions: regions
      .toSorted((a, b) => a.x[0] - b.x[0] || b.y[1] - a.y[1])
      .map(({ label, x, y }) => ({ id: tokenOf(label), label, x, y })),
  }),
  score({ regions, why }, response: string) {
    const options = regions.map((each) => ({ id: tokenOf(each.label), right: isRight(each) }))
    const isHit = options.some(({ id, right }) => right && id === response)
    const right = regions.filter(isRight).map(({ label }) => label)
    return { score: exactly(isHit ? 1 : 0), answer: right.join(' · '), why, options }
  },
})

function isRight(each: { right?: true | undefined }): boolean {
  return each.right === true
}

function overlap(a: KeyedRegion, b: KeyedRegion): boolean {
  return (['x', 'y'] as const).every((axis) => a[axis][0] < b[axis][1] && b[axis][0] < a[axis][1])
}

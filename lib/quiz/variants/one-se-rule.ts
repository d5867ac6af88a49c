import 'server-only'
import { z } from 'zod'
import { crossValidate, makeData } from '#lib/solver/index.ts'
import { type Drawn, generator } from './generator.ts'
import { written } from './words.ts'

type Point = { lambda: number; error: number; se: number }

/** Where a curve is computed: 37 λ, a factor 2^¼ apart. */
const lambdas = Array.from({ length: 37 }, (_, i) => 5.12 / 2 ** (i / 4))
/** Eleven of them, two to three steps apart: what a chart shows. */
const windows = [2, 3].flatMap((step) =>
  Array.from({ length: 37 - 10 * step }, (_, from) =>
    Array.from({ length: 11 }, (_, i) => from + i * step),
  ),
)
/** Clearer than any variant asks by default. */
const CLEAR = 1.5

/** The largest λ whose error is at most the least error plus its standard error (ESL, 7.10). */
export const oneSeRule = generator({
  kind: 'single',
  asks: 'A cross-validation curve with its standard errors: which λ the one-standard-error rule takes.',
  params: z.strictObject({}),
  draw(dice) {
    const { x, y } = makeData({
      seed: dice.int(1, 1_000_000),
      n: 36,
      p: 6,
      rho: 0.5,
      k: 2,
      step: 3,
      sigma: dice.grid(2, 4, 2),
    })
    const found = crossValidate(x, y, { lambdas, nFolds: 6, seed: dice.int(1, 1_000_000) })
    const curve = lambdas.map((lambda, i): Point => ({
      lambda: Number(lambda.toPrecision(2)),
      error: Number(found.meanError[i]!.toFixed(2)),
      se: Number(found.standardError[i]!.toFixed(2)),
    }))
    // One curve can be read at many sets of λ: one that tells the answer clearly, if there is any.
    const readings = windows.map((at) => at.map((index) => curve[index]!))
    const clear = readings.filter((points) => clarityOf(points) >= CLEAR)
    const [first = readings[0]!, ...others] = clear
    return dice.pick([first, ...others])
  },
  clarity: clarityOf,
  item(points): Drawn {
    const { least, limit, candidates } = read(points)
    const { error, se } = points[least]!
    return {
      kind: 'single',
      prompt:
        'Cross-validated error of a lasso, with a bar of one standard error up and down at each λ. Which λ does the one-standard-error rule take?',
      exhibit: {
        type: 'chart',
        caption: 'Cross-validated error',
        x: {
          label: 'penalty λ',
          log: true,
          ticks: candidates.map(({ index }) => points[index]!.lambda).toSorted((a, b) => a - b),
        },
        y: { label: 'mean squared error' },
        panels: [
          {
            label: '',
            lines: [
              {
                label: 'error',
                points: points
                  .map((each): [number, number] => [each.lambda, each.error])
                  .toReversed(),
              },
            ],
            bars: points
              .map((each): [number, number, number] => [
                each.lambda,
                Number((each.error - each.se).toFixed(2)),
                Number((each.error + each.se).toFixed(2)),
              ])
              .toReversed(),
          },
        ],
      },
      options: candidates.map(({ index, ...rest }) => ({
        id: `lambda-${index}`,
        text: `λ = ${written(points[index]!.lambda)}`,
        ...rest,
      })),
      why: `The least error is ${error.toFixed(2)}, its standard error ${se.toFixed(2)}: the rule allows up to ${limit.toFixed(2)} and takes the largest λ whose curve, not whose bar, is within that.`,
    }
  },
})

function clarityOf(points: readonly Point[]): number {
  const { least, limit, rule, candidates } = read(points)
  // an inner minimum, a step or more to the left of the rule's λ, three different slips
  if (least === 0 || least === points.length - 1 || rule === 0 || least - rule < 2) return 0
  if (candidates.length < 4) return 0
  // of two that are least alike nobody could say whose bar counts
  if (points.filter(({ error }) => error === points[least]!.error).length > 1) return 0
  const height = Math.max(...points.map(({ error, se }) => error + se)) - points[least]!.error
  const above = points[rule - 1]!.error - limit
  const below = limit - points[rule]!.error
  return Math.min(above, below) / (0.03 * height)
}

/** Points run from the largest λ down. */
function read(points: readonly Point[]) {
  const least = points.reduce((best, { error }, i) => (error < points[best]!.error ? i : best), 0)
  const limit = points[least]!.error + points[least]!.se
  const rule = points.findIndex(({ error }) => error <= limit)
  const overlapping = points.findIndex(({ error, se }) => error - se <= limit)
  const smallest = points.findLastIndex(({ error }) => error <= limit)
  const all = [
    {
      index: rule,
      right: true as const,
      why: 'The largest λ whose mean error is within the limit.',
    },
    { index: least, why: 'That is where the error is least: λ.min, before the rule is applied.' },
    {
      index: overlapping,
      why: 'Its bar reaches down to the limit, its mean error does not: the bar of the minimum alone counts.',
    },
    {
      index: smallest,
      why: 'Within one standard error too, but on the side of the weaker penalty: the rule wants the simpler model.',
    },
  ]
  return {
    least,
    limit,
    rule,
    candidates: all.filter(({ index }, i) => all.findIndex((other) => other.index === index) === i),
  }
}

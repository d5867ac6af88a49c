import 'server-only'
import { z } from 'zod'
import { type Penalty, proximal } from '#lib/solver/index.ts'
import { generator } from './generator.ts'
import { written } from './words.ts'

const methods = ['ridge', 'soft', 'hard'] as const satisfies readonly Penalty[]
type Method = (typeof methods)[number]

const looks: Record<Method, string> = {
  ridge: 'Every line bends towards 0 and none arrives: that is ridge, z/(1 + λ).',
  soft: 'Every line falls at the same rate and stops at 0: that is the lasso, |z| − λ.',
  hard: 'Each line stays where least squares put it, then drops to 0 at once: best subset, hard thresholding.',
}

const questions: Record<Method, string> = {
  ridge: 'Which panel is ridge?',
  soft: 'Which panel is the lasso?',
  hard: 'Which panel is best subset selection (a price per coefficient that is not 0)?',
}

/** Three penalties on the same orthonormal design, coefficient by coefficient (ESL, table 3.4). */
export const whichPanel = generator({
  kind: 'single',
  asks: 'Three panels of coefficient paths, unnamed: which one is the lasso, ridge, or best subset?',
  params: z.strictObject({ method: z.enum(methods).optional() }),
  /** Sizes are drawn from the smallest up, each at least 0.3 above the one before: two are negative. */
  draw(dice, { method }) {
    const small = dice.grid(0.5, 0.9, 10)
    const second = small + dice.grid(0.3, 0.9, 10)
    const third = second + dice.grid(0.3, 0.8, 10)
    const sizes = [small, second, third, third + dice.grid(0.3, 0.8, 10)]
    const signs = dice.shuffle([1, 1, -1, -1])
    return {
      z: dice.shuffle(sizes.map((size, i) => signs[i]! * Number(size.toFixed(1)))),
      order: dice.shuffle(methods),
      asked: method ?? dice.pick(methods),
    }
  },
  /** No two sizes so close that their lines run together. */
  clarity({ z: values }) {
    const sizes = values.map(Math.abs).toSorted((a, b) => a - b)
    return Math.min(...sizes.slice(1).map((size, i) => size - sizes[i]!)) / 0.2
  },
  item({ z: values, order, asked }) {
    const top = Math.max(...values.map(Math.abs)) * 1.15
    const panels = order.map((method, i) => ({
      // not A, B, C: the options have those letters, in an order of their own
      label: String(i + 1),
      lines: values.map((each, j) => ({
        label: `β${'₁₂₃₄'[j]}`,
        points: pathOf(method, each, top),
      })),
    }))
    return {
      kind: 'single',
      prompt: `The same four least-squares coefficients, ${values.map((each) => written(each)).join(', ')}, on an orthonormal design, under three penalties. ${questions[asked]}`,
      exhibit: {
        type: 'chart',
        caption: 'Coefficients as the penalty rises',
        x: { label: 'penalty λ' },
        y: { label: 'coefficient' },
        panels,
      },
      options: order.map((method, i) => ({
        id: 'abc'[i]!,
        text: `Panel ${i + 1}`,
        ...(method === asked ? { right: true as const } : {}),
        why: looks[method],
      })),
      why: `On an orthonormal design each penalty acts on one coefficient at a time. ${looks[asked]}`,
    }
  },
})

/** Along λ from 0 to `top`, with a point on both sides of a jump. */
function pathOf(method: Method, value: number, top: number): [number, number][] {
  const size = Math.abs(value)
  const lambdas = Array.from({ length: 25 }, (_, i) => (top * i) / 24)
  if (method !== 'ridge') lambdas.push(size - 1e-9, size)
  return lambdas
    .toSorted((a, b) => a - b)
    .map((lambda) => [round(lambda), round(proximal(method, value, { lambda }))])
}

function round(value: number): number {
  return Number(value.toFixed(4))
}

import 'server-only'
import { z } from 'zod'
import type { Score } from '#lib/quiz/kinds/response.ts'
import {
  isExpected,
  isQuotation,
  LEVELS,
  type Level,
  type RubricResponse,
} from '#lib/quiz/kinds/rubric.ts'

export type WeightedPoint = { id: string; weight: number; from: Level }

export const rubricSchema = z.strictObject({
  answerId: z.string().max(26),
  level: z.enum(LEVELS),
  quotes: z.record(
    z.string().max(60),
    z
      .array(z.tuple([z.int().min(0), z.int().min(1)]))
      .min(1)
      .max(20),
  ),
  ticked: z.array(z.string().max(60)).max(40),
})

/** What is wrong with a rubric, as a sentence, or null. */
export function rubricProblem(
  points: readonly WeightedPoint[],
  answer: string,
  { quotes, ticked }: RubricResponse,
): string | null {
  const known = new Set(points.map(({ id }) => id))
  if (![...Object.keys(quotes), ...ticked].every((id) => known.has(id))) {
    return 'A key point in this rubric is not one of this question.'
  }
  const spans = Object.values(quotes).flat()
  if (!spans.every((span) => isQuotation(answer, span))) {
    return 'A quotation is not in the answer that it quotes.'
  }
  return null
}

/**
 * A range in [0, 1]: its low end counts what is quoted, its high end what is ticked too, each as a
 * share of the weights expected at the reader's level.
 */
export function scoreRubric(points: readonly WeightedPoint[], response: RubricResponse): Score {
  const expected = points.filter((point) => isExpected(point.from, response.level))
  const quoted = new Set(Object.keys(response.quotes))
  const ticked = new Set([...quoted, ...response.ticked])
  const whole = weigh(expected)
  const share = (ids: ReadonlySet<string>) =>
    whole === 0 ? 0 : weigh(expected.filter(({ id }) => ids.has(id))) / whole
  return { low: share(quoted), high: share(ticked) }
}

function weigh(points: readonly WeightedPoint[]): number {
  return points.reduce((sum, { weight }) => sum + weight, 0)
}

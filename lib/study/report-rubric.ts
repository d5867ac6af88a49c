import 'server-only'
import { z } from 'zod'
import type { Score } from '#lib/quiz/kinds/response.ts'
import { LEVELS, type RubricResponse } from '#lib/quiz/kinds/rubric.ts'

/** What an answer in words is marked by, of the version that was asked; only after the end. */
export type ReportRubric = {
  points: z.infer<typeof shown>['keyPoints']
  followUps: z.infer<typeof shown>['followUps']
  /** as it was marked last; null until then */
  marked: (RubricResponse & { score: Score }) | null
}

const shown = z.object({
  keyPoints: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      weight: z.number(),
      must: z.boolean().optional(),
      from: z.enum(LEVELS),
    }),
  ),
  followUps: z
    .array(z.object({ ask: z.string(), when: z.string(), expects: z.array(z.string()) }))
    .catch([]),
})

/** @param question the stored version */
export function reportRubric(question: unknown, marked: ReportRubric['marked']): ReportRubric {
  const { keyPoints: points, followUps } = shown.parse(question)
  return { points, followUps, marked }
}

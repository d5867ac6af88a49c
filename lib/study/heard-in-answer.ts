import 'server-only'
import { z } from 'zod'
import { isDenied, isUndone, saysNot } from '#lib/quiz/grade/denied.ts'
import { heard } from '#lib/quiz/grade/heard.ts'
import type { Span } from '#lib/quiz/kinds/rubric.ts'

/** What the author's literal cues point at in an answer. It highlights and never ticks. */
export type Heard = {
  /** by key point */
  points: Record<string, Span[]>
  misconceptions: {
    id: string
    claim: string
    why: string
    spans: Span[]
    /** the figure in the state that disproves it, and what to look at there */
    refute: { href: string; look: string } | null
  }[]
}

const listener = z.object({ id: z.string(), cues: z.array(z.string()).default([]) })

/** Of a stored version; what was stored before there were cues has none. */
const listening = z.object({
  id: z.string(),
  keyPoints: z.array(listener.extend({ text: z.string().default('') })),
  misconceptions: z
    .array(
      listener.extend({
        claim: z.string(),
        why: z.string(),
        refute: z
          .object({ demo: z.string(), state: z.string(), look: z.string().default('') })
          .optional(),
      }),
    )
    .catch([]),
})

/**
 * @param question the stored version of the question that was answered
 * @returns null for a version that cannot listen: a hint that is missing is no reason to lose a page
 */
export function heardInAnswer(question: unknown, text: string): Heard | null {
  const { data } = listening.safeParse(question)
  if (data === undefined) return null
  const { id: questionId, keyPoints, misconceptions } = data
  const found = heard(text, misconceptions, () => isDenied)
  return {
    points: heard(text, keyPoints, (point) => (saysNot(point.text) ? () => false : isUndone)),
    misconceptions: misconceptions
      .filter(({ id }) => id in found)
      .map(({ id, claim, why, refute }) => ({
        id,
        claim,
        why,
        spans: found[id]!,
        refute: refute
          ? {
              href: `/demos/${refute.demo}?s=${refute.state}&refutes=${questionId}.${id}`,
              look: refute.look,
            }
          : null,
      })),
  }
}
